"""A zip that has a file twice."""

import warnings
import zipfile

import bags

path = bags.zipped(bags.site())
with zipfile.ZipFile(path, "a") as made, warnings.catch_warnings():
    warnings.simplefilter("ignore")
    made.writestr("index.html", "another")
