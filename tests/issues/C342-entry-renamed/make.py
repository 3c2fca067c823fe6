from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "{#evening}", "{#evening-hours}")
edit("content/2017/reading.md", "reading.md#evening)", "reading.md#evening-hours)")
edit("content/2017/reading.yaml", '"reading#evening"', '"reading#evening-hours"')
