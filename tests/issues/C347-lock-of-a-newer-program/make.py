from building import edit
from locking import locked

locked()
edit("content/2016/edition.lock", "format: 1", "format: 2")
