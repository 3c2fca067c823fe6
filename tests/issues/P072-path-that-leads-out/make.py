"""A manifest that would have a file outside read."""

import bags

bag = bags.bag(fetch_txt=b"https://example.org/x - /etc/passwd\n")
with (bag / "manifest-sha256.txt").open("a", encoding="utf-8") as file:
    file.write(f"{'0' * 64}  data/../../secret.txt\n")
bags.relisted(bag)
