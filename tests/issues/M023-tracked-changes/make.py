"""A number that a tracked change replaces."""

from pathlib import Path

from manuscripts import docx, p, r

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1")
    + p(
        "年内，举办培训班",
        "<w:del><w:r><w:delText>11</w:delText></w:r></w:del>",
        f"<w:ins>{r('12')}</w:ins>",
        "期。",
    ),
)
