"""A bag without a list of its payload."""

import bags

bag = bags.bag()
(bag / "manifest-sha256.txt").unlink()
bags.relisted(bag)
