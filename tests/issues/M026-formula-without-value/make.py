"""A formula that no program has computed."""

import openpyxl

book = openpyxl.Workbook()
book.active.title = "培训"
for row in (["单位", "期数"], ["甲", 7], ["合计", "=B2"]):
    book.active.append(row)
book.save("safety.xlsx")
