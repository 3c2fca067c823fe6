from building import edit
from locking import locked

locked()
edit("content/2016/overview.yaml", "label: 藏书", "label: 馆藏图书")
