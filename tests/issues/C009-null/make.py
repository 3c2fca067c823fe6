from pathlib import Path

with Path("content/2016/reading.md").open("ab") as file:
    file.write("增设\0两处。\n".encode())
