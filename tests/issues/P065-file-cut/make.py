"""A file of a site that lost its end."""

import bags

(bags.site() / "index.html").write_bytes(b"<p>home")
