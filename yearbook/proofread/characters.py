"""Rules of proofreading: see catalog/characters.py."""
