"""A bag without bagit.txt."""

import bags

(bags.bag() / "bagit.txt").unlink()
