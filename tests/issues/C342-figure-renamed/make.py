from building import edit
from locking import locked

locked()
edit("content/2016/overview.yaml", "  holdings:", "  books:")
