"""A page as `serve` shows it: with the reload script, and the faults of a broken save on top.

Only the response is changed, never the file: the page's policy is widened by what the reload
script needs, a connection to where it comes from.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape, unescape

from yearbook.issues import Lang

POLICY = re.compile(rb'(?<=<meta http-equiv="Content-Security-Policy" content=")[^"]*')
WIDENED = {"script-src": "'self'", "style-src": "'self'", "connect-src": "'self' ws:"}
HEAD_END, BODY = re.compile(rb"</head>", re.IGNORECASE), re.compile(rb"<body[^>]*>", re.IGNORECASE)
HEAD = '<link rel="stylesheet" href="/serve_.css"><script src="/livereload.js?port={}"></script>'
STYLE = """\
.serve_ { font: 1rem/1.6 system-ui, sans-serif; margin: 0; padding: 1rem 1.25rem;
  background: #fff3f0; color: #5a0f08; border-bottom: 3px solid #b3281d; }
.serve_ h2 { font-size: 1.1rem; margin: 0 0 .5rem; }
.serve_ ol { margin: 0; padding-left: 1.5rem; max-height: 60vh; overflow: auto; }
.serve_ li { margin: .35rem 0; overflow-wrap: anywhere; white-space: pre-wrap; }
"""
TITLES = {
    "zh": "没有生成新的网页，请改正下面 {} 处；页面是上一次生成的样子",
    "en": "No new pages: {} to mend below; the page is as it was built last",
}
EMPTY = (
    '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><title>{0}</title>'
    "</head><body><main><p>{0}</p></main></body></html>"
)
WORDS = {
    "zh": ("这一页还没有生成", "没有这一页"),
    "en": ("This page has not been built yet", "There is no such page"),
}


def shown(page: bytes, port: int, faults: Sequence[str], lang: Lang) -> bytes:
    """The page with the reload script and a panel of faults, if there are any."""
    page = POLICY.sub(lambda policy: widened(policy[0].decode()).encode(), page, count=1)
    head = HEAD.format(port).encode("ascii")
    page = HEAD_END.sub(lambda end: head + end[0], page, count=1)
    panel = _panel(faults, lang).encode("utf-8") if faults else b""
    return BODY.sub(lambda body: body[0] + panel, page, count=1)


def widened(policy: str) -> str:
    """The policy of a page, with the reload script and the panel's style allowed."""
    rules = dict(rule.strip().partition(" ")[::2] for rule in unescape(policy).split(";"))
    for name, allowed in WIDENED.items():
        rules[name] = " ".join(dict.fromkeys(f"{rules.get(name, '')} {allowed}".split()))
    return escape("; ".join(f"{name} {value}" for name, value in rules.items()))


def rooted(page: bytes) -> bytes:
    """The page with its links taken from the root, as the page of missing addresses needs it."""
    page = re.sub(rb"base-uri (?:'|&#39;)none(?:'|&#39;)", b"base-uri 'self'", page, count=1)
    return re.sub(rb"<head[^>]*>", lambda head: head[0] + b'<base href="/">', page, count=1)


def missing(lang: Lang, waiting: bool) -> bytes:
    """A page in the place of one that is missing, or still `waiting` for a first good build."""
    return EMPTY.format(WORDS[lang][0 if waiting else 1]).encode("utf-8")


def _panel(faults: Sequence[str], lang: Lang) -> str:
    rows = "".join(f"<li>{escape(fault)}</li>" for fault in faults)
    title = TITLES[lang].format(len(faults))
    return f'<section class="serve_" role="alert"><h2>{title}</h2><ol>{rows}</ol></section>'
