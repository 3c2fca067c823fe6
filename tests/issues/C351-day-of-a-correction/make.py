from building import append, edit

edit("content/2016/reading.md", "每周五", "{~~每周六~>每周五~~}{>>2016-03-05：据公告改<<}")
append(
    "content/2016/overview.yaml",
    "corrections: [{printed: 概况, corrected: 概述, date: 9999-03-05, reason: 据目录改}]\n",
)
