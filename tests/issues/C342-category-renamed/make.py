from building import edit
from locking import locked

locked()
edit("content/2016/edition.yaml", "category: work", "category: works")
