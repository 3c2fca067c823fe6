"""A document within the document."""

from pathlib import Path

from manuscripts import docx, p

docx(Path("safety.docx"), p("安全生产", style="Heading1") + '<w:altChunk r:id="x"/>')
