"""A Word file of which the end is missing."""

from pathlib import Path

from manuscripts import docx, p

whole = docx(Path("safety.docx"), p("安全生产", style="Heading1"))
whole.write_bytes(whole.read_bytes()[:400])
