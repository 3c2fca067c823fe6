"""A sealed zip whose end is changed; its files are whole."""

from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.offline.making import make
from yearbook.write import silent

made = make(Job(templates=build.templates_of(None)), "2016", Path("out"), silent)
data = bytearray(made.path.read_bytes())
data[-40] ^= 1
Path("sealed.zip").write_bytes(data)
