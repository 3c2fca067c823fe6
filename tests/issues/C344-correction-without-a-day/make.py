from building import edit
from locking import locked

locked()
edit("content/2016/reading.md", "每周五", "{~~每周五~>每周六~~}{>>据开放公告改<<}")
edit("content/2016/reading.md", "延长", "{~~延长~>增加~~}{>>2018年3月5日，据开放公告改<<}")
