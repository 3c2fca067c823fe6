"""Rules of proofreading: see catalog/contradictions.py."""
