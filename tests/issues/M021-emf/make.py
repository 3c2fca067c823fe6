"""A picture as old drawing programs make it."""

from pathlib import Path

from manuscripts import docx, drawn, p

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。", drawn("i")),
    relations={"i": ("image", "media/chart.emf")},
    parts={"word/media/chart.emf": b"\1\0\0\0" + bytes(36) + b" EMF" + bytes(40)},
)
