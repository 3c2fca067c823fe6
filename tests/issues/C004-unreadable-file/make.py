from pathlib import Path

AS_A_USER = True
Path("content/2016/reading.md").chmod(0)
