from pathlib import Path

AS_A_USER = True
Path("content/2017/tables").chmod(0)
