"""A file of a zip says that it is encrypted."""

import bags

path = bags.zipped(bags.site())
data = bytearray(path.read_bytes())
data[data.index(b"PK\x01\x02") + 8] |= 1
path.write_bytes(data)
