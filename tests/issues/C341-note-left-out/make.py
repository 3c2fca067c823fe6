from building import edit
from locking import locked

locked("2017")
edit("content/2017/leaders.yaml", ", note: 任免时间以文件为准。", "")
edit("content/2017/references.yaml", "海棠县志编纂委员会, ", "海棠县志编纂委员会, note: 内部印行, ")
