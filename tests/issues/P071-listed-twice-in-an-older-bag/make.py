"""The same in a bag before 1.0, which allowed it."""

import bags

bag = bags.bag(version="0.97")
with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
    file.write(f"{bags.digest(bags.BAG['data/a.txt'])}  data/a.txt\n")
bags.relisted(bag)
