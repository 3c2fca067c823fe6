from building import append
from locking import locked

locked()
append("content/2016/reading.md", "\n## 补记 {#more}\n\n冬季不延长。\n")
