"""A Word file without a word."""

from pathlib import Path

from manuscripts import docx, p

docx(Path("safety.docx"), p("") + p("　"))
