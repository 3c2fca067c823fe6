from building import append
from locking import locked

locked()
append(
    "content/2016/overview.yaml",
    """corrections:
  - {printed: 概况, corrected: 概略, date: 2018-03-05, reason: 据目录改}
  - {at: lead, printed: 图书, corrected: "0", date: 2018-03-05, reason: 据目录改}
""",
)
