from building import append
from locking import locked

locked()
append(
    "content/2016/reading.yaml",
    "corrections: [{at: evening, date: 2018-03-05, reason: 补录}]\n",
)
