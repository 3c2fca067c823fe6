"""A file is gone from a bag."""

import bags

(bags.bag() / "data/b/c.txt").unlink()
