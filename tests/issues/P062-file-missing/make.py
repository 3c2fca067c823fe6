"""A file is gone from a site."""

import bags

(bags.site() / "2017/index.html").unlink()
