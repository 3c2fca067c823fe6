from building import append

append(
    "content/2016/overview.yaml",
    "corrections: [{printed: 概述, corrected: 概述, date: 2018-03-05, reason: 据目录改}]\n",
)
