from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "# 阅读推广", "# 推广阅读")
edit("content/2016/reading.md", "## 夜间开放", "## 夜间开馆")
edit("content/2016/edition.yaml", "title: 业务工作", "title: 业务")
