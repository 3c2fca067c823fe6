"""A bag-info.txt that is not in the encoding that bagit.txt says."""

import bags

bag = bags.bag()
(bag / "bag-info.txt").write_bytes("Contact-Name: 图书馆\n".encode("gb18030"))
bags.relisted(bag)
