"""A manifest lists what is not payload."""

import bags

bag = bags.bag()
with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
    file.write(f"{'0' * 64}  bagit.txt\n")
bags.relisted(bag)
