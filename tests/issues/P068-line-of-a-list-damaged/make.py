"""One sign of a digest in the list of tag files is another."""

import bags

path = bags.bag() / "tagmanifest-sha256.txt"
first, rest = path.read_text("utf-8").split("\n", 1)
sign = "0" if first[5] != "0" else "1"
path.write_text(f"{first[:5]}{sign}{first[6:]}\n{rest}", "utf-8")
