"""A link where a file was."""

import bags

site = bags.site()
(site / "index.html").unlink()
(site / "index.html").symlink_to("2017/index.html")
