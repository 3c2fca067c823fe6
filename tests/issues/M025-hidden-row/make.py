"""A workbook with a hidden row."""

import openpyxl

book = openpyxl.Workbook()
book.active.title = "培训"
for row in (["单位", "期数"], ["甲", 7], ["乙", 5]):
    book.active.append(row)
book.active.row_dimensions[3].hidden = True
book.save("safety.xlsx")
