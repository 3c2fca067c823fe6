"""A manifest as md5sum writes it."""

import bags

bag = bags.bag(version="0.97")
path = bag / "manifest-sha256.txt"
first, second = path.read_text("utf-8").replace("  ", " *").splitlines()
path.write_text(f"{first}\n{second.replace('*', './')}\n", "utf-8")
bags.relisted(bag)
