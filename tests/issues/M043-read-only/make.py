"""A content folder in which nothing may be made."""

from pathlib import Path

AS_A_USER = True
Path("content").chmod(0o555)
