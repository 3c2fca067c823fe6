"""The parts of torture.py: each tries to break a promise and tells what it reached."""
