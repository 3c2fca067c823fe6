"""A line of a manifest is no line of a manifest."""

import bags

bag = bags.bag()
with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
    file.write("hello\n")
bags.relisted(bag)
