"""The lock of a released edition: what stands under each address, as it was printed.

passages.passages(edition)  → the words under every address, corrections taken back
file.written(lock)          → the text of edition.lock
file.parsed(text, …)        → the lock again, or what is wrong with the file
"""
