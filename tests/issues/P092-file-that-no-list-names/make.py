"""A tag file that is not listed."""

import bags

(bags.bag() / "note.txt").write_text("by hand", "utf-8")
