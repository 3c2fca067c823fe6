"""A manifest lists a file twice."""

import bags

bag = bags.bag()
with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
    file.write(f"{bags.digest(bags.BAG['data/a.txt'])}  data/a.txt\n")
bags.relisted(bag)
