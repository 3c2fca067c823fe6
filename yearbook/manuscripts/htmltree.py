"""A page of the web cleaned by nh3 and made a tree; nothing of it is run or fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

import nh3

from yearbook.issues import Words
from yearbook.manuscripts.reading import Refused

DEEPEST = 60
_EMPTY = frozenset(("br", "img", "hr", "wbr"))
_GONE = {"script", "style", "object", "svg", "math", "template"}
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b")
_CLOSED_BY_OTHERS = _EMPTY | frozenset(
    "p li dt dd td th tr thead tbody tfoot option html body head meta link input col".split()
)
_REPEATED = frozenset("a b big code em font i nobr s small strike strong tt u".split())
_MOST_TAGS, _MOST_STEPS, _MOST_NODES = 400_000, 1_000_000_000, 1_500_000

TAGS = frozenset(
    "title h1 h2 h3 h4 h5 h6 p div section article main header footer aside nav address pre"
    " blockquote center ul ol li dl dt dd figure figcaption table caption thead tbody tfoot tr td"
    " th a b strong br hr img form fieldset summary details span".split()
)
_ATTRIBUTES = {
    "*": {"id", "name", "align", "style", "hidden"},
    "a": {"href"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}


@dataclass(slots=True)
class Node:
    """An element with its attributes; its children are elements and words."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text for one in self.children)

    @property
    def ids(self) -> list[str]:
        """The addresses within the page that lead here."""
        return [self.attributes[name] for name in ("id", "name") if self.attributes.get(name)]


def _check_open(html: str) -> None:
    """Refuse what nh3 could only read with time or memory without bound.

    Of a tag of emphasis left open HTML makes a new one in each paragraph that follows.
    """
    tags = len(_TAG.findall(html))
    if tags > _MOST_TAGS:
        raise Refused("M013", found=Words(f"超过 {_MOST_TAGS} 个标签", f"over {_MOST_TAGS} tags"))
    inside, depths, most = dict[str, int](), [0, 0], [0, 0]
    for tag in _TAG.finditer(html):
        name = tag[2].lower()
        if name in _CLOSED_BY_OTHERS or (tag[1] and not inside.get(name)):
            continue
        step, kind = (-1 if tag[1] else 1), name in _REPEATED
        inside[name] = inside.get(name, 0) + step
        depths[kind] += step
        most[kind] = max(most[kind], depths[kind])
    if tags * sum(most) > _MOST_STEPS or tags * most[True] > _MOST_NODES:
        what = Words("太多没有关闭的标签", "too many tags that are not closed")
        raise Refused("M014", what=what)


class _Builder(HTMLParser):
    """Builds the tree of what nh3 has made well-formed; what lies too deep joins what is above."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.path = [Node("")]
        self.deeper = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        if tag in _EMPTY:
            self.path[-1].children.append(node)
        elif len(self.path) > DEEPEST:
            self.deeper += 1
        else:
            self.path[-1].children.append(node)
            self.path.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self.deeper:
            self.deeper -= 1
        elif len(self.path) > 1 and tag not in _EMPTY:
            self.path.pop()

    def handle_data(self, data: str) -> None:
        self.path[-1].children.append(data)


def parsed(html: str) -> Node:
    """The root of the page, whose own tag is empty."""
    _check_open(html)
    builder = _Builder()
    builder.feed(
        nh3.clean(
            html,
            tags=set(TAGS),
            clean_content_tags=_GONE,
            attributes=_ATTRIBUTES,
            link_rel=None,
            url_schemes={"http", "https", "mailto", "data"},
        )
    )
    builder.close()
    return builder.path[0]
