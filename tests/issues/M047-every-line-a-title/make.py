"""A page whose every line is a title."""

from pathlib import Path

Path("short.html").write_text("<h1>夜校</h1><p>开班。</p>" * 501, "utf-8")
