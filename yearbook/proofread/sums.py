"""Rules of proofreading: see catalog/sums.py."""
