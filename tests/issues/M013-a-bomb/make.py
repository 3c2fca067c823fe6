"""A part of a Word file that is a thousand times larger unpacked."""

from pathlib import Path

from manuscripts import docx, p

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。"),
    parts={"word/media/a.bmp": bytes(20_000_000)},
)
