from pathlib import Path

AS_A_USER = True
Path().chmod(0o555)
