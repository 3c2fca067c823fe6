"""A file of a site as long as before, and other."""

import bags

(bags.site() / "index.html").write_bytes(b"<p>HOME</p>\n")
