from pathlib import Path

with Path("content/2016/reading.md").open("ab") as file:
    file.write("新增\n分馆".encode() + b"\xff\n")
