"""A picture that Word would fetch."""

from pathlib import Path

from manuscripts import docx, drawn, p

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。", drawn("i")),
    relations={"i": ("image", "https://example.org/a.png")},
)
