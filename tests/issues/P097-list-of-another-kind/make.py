"""A text of another kind stands where a manifest was."""

import bags

bag = bags.bag()
(bag / "manifest-sha256.txt").write_text("来稿目录\n" * 9, encoding="utf-8")
bags.relisted(bag)
