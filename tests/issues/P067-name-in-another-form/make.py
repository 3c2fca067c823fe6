"""A name whose accent is a sign of its own, as Macs write it."""

import bags

bag = bags.bag(files={"data/caf\u00e9.txt": b"one"})
(bag / "data/caf\u00e9.txt").rename(bag / "data/cafe\u0301.txt")
