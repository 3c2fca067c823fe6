"""A chart among the words."""

from pathlib import Path

from manuscripts import docx, p

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1") + p("年内，举办培训班12期。"),
    relations={"c": ("chart", "charts/chart1.xml")},
    parts={"word/charts/chart1.xml": "<x/>"},
)
