from pathlib import Path

from yearbook import build
from yearbook.build import Job
from yearbook.offline.making import make
from yearbook.write import silent

make(Job(templates=build.OWN_TEMPLATES[0]), "2016", None, silent)
file = Path("content/2016/reading.md")
file.write_text(file.read_text("utf-8") + "\n后来又写了一句。\n", "utf-8")
