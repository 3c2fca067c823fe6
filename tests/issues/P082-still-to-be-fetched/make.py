"""A file that is to be fetched."""

import bags

bag = bags.bag(fetch_txt=b"https://example.org/a.txt 4 data/a.txt\n")
(bag / "data/a.txt").unlink()
