"""Every id, path and relative link of the site; nowhere else.

Ids that the program makes hold `_`, which written ids cannot.
"""

from __future__ import annotations

import hashlib
import posixpath
import re
from functools import lru_cache

ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
EDITION_ID = re.compile(r"[0-9][a-z0-9-]{0,59}")
RESERVED_STEMS = frozenset(
    "index figures english corrections chronicle subjects"
    " names documents honours places tables print".split()
)
WINDOWS_NAMES = frozenset(
    ["con", "prn", "aux", "nul", *(f"{name}{n}" for name in ("com", "lpt") for n in range(10))]
)

HOME = "index.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
SEARCH = "search.html"
SEARCH_FOLDER = "search"
FEED = "feed.xml"
YEARS = "years.html"
COMPARE = "compare.html"
DAYS = "days.html"
PEOPLE = "people.html"
BODIES = "bodies.html"
ALL_SERIES = "series.html"
OFFLINE = "offline"
DATA_PACKAGE = "data/datapackage.json"
DATA_SCHEMA = "data/edition.schema.json"


def section(edition: str, stem: str) -> str:
    return f"{edition}/{stem}.html"


def edition(edition: str) -> str:
    return f"{edition}/index.html"


def figures(edition: str) -> str:
    return f"{edition}/figures.html"


def figures_csv(edition: str) -> str:
    return f"{edition}/figures.csv"


def figures_json(edition: str) -> str:
    return f"{edition}/figures.json"


def data(edition: str, name: str) -> str:
    """A file of an edition's data, such as `citations.bib`."""
    return f"data/{edition}/{name}"


def honours(edition: str) -> str:
    return f"{edition}/honours.html"


def index(page: str, edition: str = "") -> str:
    """An index: `subjects`, `names`, `documents`, `honours` or `places`; of all editions or one."""
    return f"{edition}/{page}.html" if edition else f"{page}.html"


def chronicle(edition: str) -> str:
    """大事记 of an edition."""
    return f"{edition}/chronicle.html"


def corrections(edition: str) -> str:
    """校勘记 of an edition."""
    return f"{edition}/corrections.html"


def series(figure: str) -> str:
    """A figure through the years. Windows keeps some names for itself."""
    return f"series/{_file(figure)}.html"


def series_csv(figure: str) -> str:
    return f"series/{_file(figure)}.csv"


def _file(name: str) -> str:
    """An id as the name of a file; a name that Windows keeps for itself gets `_`."""
    return f"{name}_" if name in WINDOWS_NAMES else name


def through(stem: str) -> str:
    """A section through the years."""
    return f"through/{stem}.html"


def compare(before: str, after: str, stem: str) -> str:
    """A section of two editions side by side, the earlier first."""
    joint = "_" if "-" in before + after else "-"  # 2016-1 and 2017, or 2016 and 1-2017
    return f"compare/{before}{joint}{after}/{stem}.html"


def compare_data(edition: str, stem: str) -> str:
    """A section's sentences and figures as a script, for comparing any two editions."""
    return f"compare/data/{edition}/{stem}.js"


def english(edition: str) -> str:
    return f"{edition}/english.html"


def search(name: str) -> str:
    """A script of the search: `all` or `meta`, `i/0001` and so on."""
    return f"{SEARCH_FOLDER}/{name}.js"


def offline(edition: str = "") -> str:
    """A reader's zip, of an edition or of the whole site."""
    return f"{OFFLINE}/yearbook-{edition}.zip" if edition else f"{OFFLINE}/yearbook.zip"


def figure_id(figure: str) -> str:
    """Anchor of a figure: on its section's page the number, on the figures page the row."""
    return f"f_{figure}"


def honour_id(honour: str) -> str:
    """Anchor of an honour: in the prose and on the honours page."""
    return f"h_{honour}"


def name_id(name: str) -> str:
    """Anchor of a heading of an index that is in names.yaml."""
    return f"i_{name}"


@lru_cache(maxsize=1 << 15)
def heading_id(*words: str) -> str:
    """Anchor of another heading of an index: a digest of what it says, wherever it stands."""
    return f"d_{hashlib.sha256(chr(0).join(words).encode()).hexdigest()[:10]}"


def month_id(month: str) -> str:
    """Anchor of a month of a chronicle, such as `2017-03` or `03`."""
    return f"m_{month}"


def day_id(day: str) -> str:
    """Anchor of a day of all years, such as `0305`."""
    return f"day_{day}"


def correction_id(digest: str, nth: int = 1) -> str:
    """Anchor of the `nth` correction (from 1) on its page that says the same."""
    return f"k_{digest[:10]}" if nth == 1 else f"k_{digest[:10]}_{nth}"


def row_beside(anchor: str) -> str:
    """The link from a page of a volume to a row of its figures page."""
    return f"figures.html#{anchor}"


def note_id(note: str) -> str:
    return f"n_{note}"


def note_reference_id(note: str, nth: int = 1) -> str:
    """Anchor of the `nth` place (from 1) that refers to a note."""
    return f"r_{note}" if nth == 1 else f"r_{note}_{nth}"


def relative(source: str, target: str) -> str:
    """The link from the page `source` to the address `target`, which may hold `#anchor`."""
    path, mark, anchor = target.partition("#")
    folder, _, name = source.rpartition("/")
    if path in ("", source):
        return f"#{anchor}" if mark else name
    if not folder or path.startswith(f"{folder}/"):
        return target[len(folder) + 1 :] if folder else target
    if path.partition("/")[0] != folder.partition("/")[0]:
        return "../" * (folder.count("/") + 1) + target
    return posixpath.relpath(path, folder) + mark + anchor


def outside(root: str, target: str) -> str:
    """The same from a page whose way to the root is `root`, to what lies in no folder of its."""
    return f"{root}{target}"


def absolute(base_url: str, target: str) -> str:
    """The published address of `target`; empty without a base URL."""
    return f"{base_url.rstrip('/')}/{target}" if base_url else ""
