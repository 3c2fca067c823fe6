"""A file too many in a site."""

import bags

(bags.site() / "2017/说明.txt").write_text("new", "utf-8")
