"""A zip that lost its end."""

import bags

path = bags.zipped(bags.site())
path.write_bytes(path.read_bytes()[:-100])
