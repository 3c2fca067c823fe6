"""A file that the user may not read."""

import bags

AS_A_USER = True
(bags.site() / "index.html").chmod(0)
