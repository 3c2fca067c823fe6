"""`package`: an edition for the archive, as a BagIt 1.0 bag (RFC 8493) and as a zip of the same.

A bag holds what the edition is made of, the site of this edition alone, its data and its original
manuscripts, and proves itself by digests. The same content gives the same bytes, whenever and
wherever it is packed: its date is SOURCE_DATE_EPOCH, else the day of the edition's last revision.
"""
