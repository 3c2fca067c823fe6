"""A comment of an editor."""

from pathlib import Path

from manuscripts import docx, p, part

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。"),
    relations={"c": ("comments", "comments.xml")},
    parts={"word/comments.xml": part("comments", p("请核实"))},
)
