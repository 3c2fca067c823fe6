"""Rules of proofreading: see catalog/wording.py."""
