"""A name in the list of a site is another."""

import bags

path = bags.site() / "yearbook.sha256"
path.write_text(path.read_text("utf-8").replace("2017/index", "2016/index"), "utf-8")
