"""A site that lost its list."""

import bags

site = bags.site(files=bags.SITE | {"assets/annals.js": b"1"})
(site / "yearbook.sha256").unlink()
