"""A Word file with a program in it."""

from pathlib import Path

from manuscripts import docx, p

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。"),
    parts={"word/vbaProject.bin": b"x"},
)
