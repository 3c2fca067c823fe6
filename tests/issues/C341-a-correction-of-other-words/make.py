from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "每周五", "{~~每周四~>每周六~~}{>>2018-03-05：据开放公告改<<}")
