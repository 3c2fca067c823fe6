"""One file of a bag is shorter, as the size of all tells."""

import bags

(bags.bag() / "data/a.txt").write_bytes(b"o")
