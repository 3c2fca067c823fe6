"""A zip with files for other folders."""

import zipfile

import bags

path = bags.zipped(bags.site())
with zipfile.ZipFile(path, "a") as made:
    made.writestr("../../evil.txt", "evil")
    made.writestr("C:/evil.txt", "evil")
