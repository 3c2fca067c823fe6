from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "每周五", "每周六")
