from pathlib import Path

from building import edit
from locking import locked

locked()
Path("content/2016/overview.md").rename("content/2016/survey.md")
Path("content/2016/overview.yaml").rename("content/2016/survey.yaml")
edit("content/2016/edition.yaml", "- overview", "- survey")
