from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "## 夜间开放 {#evening}\n\n夏季每周五延长开放时间。", "全年开放。")
edit("content/2017/reading.md", "../2016/reading.md#evening)", "../2016/reading.md)")
edit("content/2017/reading.yaml", '"reading#evening"', '"reading"')
