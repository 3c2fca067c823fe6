"""The list of a site lost its end."""

import bags

path = bags.site() / "yearbook.sha256"
path.write_bytes(path.read_bytes()[:-80])
