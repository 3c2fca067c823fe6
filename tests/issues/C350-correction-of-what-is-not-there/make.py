from building import append
from locking import locked

locked()
append(
    "content/2016/overview.yaml",
    "corrections: [{at: f_holding, printed: 馆藏, corrected: 藏书, date: 2018-03-05, reason: 据目录改}]\n",
)
