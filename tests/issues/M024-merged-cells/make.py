"""A table with a merged cell."""

from pathlib import Path

from manuscripts import docx, p, table, tc

docx(
    Path("safety.docx"),
    p("安全生产", style="Heading1")
    + p("年内，举办培训班12期。")
    + table(tc("单位") + tc("期数"), tc("合计", '<w:gridSpan w:val="2"/>')),
)
