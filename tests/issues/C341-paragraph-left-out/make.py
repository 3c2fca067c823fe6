from building import edit
from locking import locked

locked()
edit(
    "content/2016/reading.md",
    "夏季每周五延长开放时间。",
    "夏季。\n\n每周五延长开放时间，并举办活动。",
)
