from pathlib import Path

AS_A_USER = True
Path("content").chmod(0o555)
