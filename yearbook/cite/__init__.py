"""What is cited, and the forms it is cited in: GB/T 7714, BibTeX, RIS, CSL-JSON.

`cited.py` gathers from the model what is known of a volume or a part of it; the other modules are
writers, pure functions `write(cited, accessed)` of that record. `accessed` is a day as YYYY-MM-DD
and empty in files, which must not depend on the day they are made.
"""
