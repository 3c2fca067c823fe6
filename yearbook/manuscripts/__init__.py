"""Manuscripts as they come, read into blocks, and the section files that are made of them."""
