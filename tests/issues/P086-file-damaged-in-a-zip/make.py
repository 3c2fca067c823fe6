"""A bit of a file in a zip is flipped."""

import bags

path = bags.zipped(bags.site())
data = bytearray(path.read_bytes())
data[data.index(b"2017/index.html") + 20] ^= 1
path.write_bytes(data)
