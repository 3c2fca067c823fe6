"""Readers' zips: the site, or one edition of it, to be unpacked anywhere and read offline.

They are made by `offline` into content/files/offline/, where the next build finds them, copies them
to the site and offers them. A seal at the end of a zip says of what it was made.
"""
