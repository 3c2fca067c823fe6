"""A file of a site under another name."""

import bags

site = bags.site()
(site / "2017/index.html").rename(site / "2017/INDEX.HTM")
