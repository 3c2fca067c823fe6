"""A list by an algorithm that nobody knows."""

import bags

bag = bags.bag()
(bag / "manifest-md9.txt").write_text("0  data/a.txt\n", "utf-8")
bags.relisted(bag)
