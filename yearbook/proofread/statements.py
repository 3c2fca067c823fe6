"""Statements: the sentences of an edition, each with its place, its numbers and its bounds.

The bounds of a statement are the times, rounds, places and names that it speaks of. Two statements
whose bounds are others tell two facts, however alike they are in form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from yearbook.indexes.guess import guess
from yearbook.issues import Place
from yearbook.model import Section
from yearbook.proofread.claims import Claim, claims
from yearbook.proofread.copy import HIDDEN, Copy, Proof, widened
from yearbook.years.sentences import SENTENCE

TOLD = ("title", "prose", "record")
ROW = re.compile(r"^[ >]*\|.*$", re.MULTILINE)
WRAPPED = re.compile(f"(?<=[^\n])\n(?=[^\n {HIDDEN}])")
BRACKETED = re.compile(r"（[^（）\n]{0,200}）")
NOTED = re.compile(r"\[\^([^\]\s]+)\]")
CORRECTED = "{~~"
TIME = re.compile(
    r"[0-9]{1,2}(?:月(?:[0-9]{1,2}日)?|日)|[一二三四1-4]季度|[上下]半年|[春夏秋冬][季天]|[暑寒][假期]"
    r"|元旦|春节|元宵|清明|端午|中秋|国庆|重阳|“?(?:五一|三八|六一|七一|八一)”?(?![一-鿿])|两节|双节"
    r"|劳动节|妇女节|儿童节|教师节|护士节|记者节|建军节|[上中下]旬|月[初末底]|年初|首[日月]|当[日天月]"
)
YEAR = re.compile(
    r"(?<![0-9])(?:[12][0-9]{3})(?=年|—|-|～|度)|(?<![比较为是])(?:上年|去年)|次年|明年|上届|往年|历年"
)
ROUND = re.compile(r"第[0-9〇零一二三四五六七八九十百两]+(?:届|期|批|次|轮|场|站|阶段|季)")
NAMED = re.compile(r"“([^“”\n]{2,40})”|《([^《》\n]{2,60})》")
LOCAL = re.compile(
    r"[\u4e00-\u9fff]{2}(?:[省市县区镇乡村](?![级直内场民委域间长])|街道|社区|开发区|园区|公司|集团|学校|学院|大学|中学|小学|幼儿园"
    r"|医院|银行|支行|法院|派出所|车间|班组|协会|分馆|分校|支队|大队|中心校|农场|林场|工地|港口?)"
)
BODY = re.compile(
    r"(?:^|[，；：])(?![与同会由对向在经为给从])((?:[一-鿿]{1,16}?)"
    r"(?:局|委员会|[省市县区]委|[馆院所站校厂队]|公司|中心|联合会|总工会|协会|学会|大学|中学|小学|银行))(?=[一-鿿])"
)
EVERYWHERE = re.compile(
    r"[全各本我该]|县区|市县|区县|乡镇|城区|校区|厂区|山区|地区|市区|城乡|农村|市级|省级|企业"
)
WHOLE = re.compile(r"全年|年内|全[市县区省馆校院局系统]|年底|年末|[12][0-9]{3}年")
STOCK = re.compile(r"截至|累计|至年[底末]|至[12][0-9]{3}年|[年历]来|总数|总量|现有|共有")
PLANNED = re.compile("计划|目标|预计|力争|拟|规划")
OWN = re.compile(r"(?:全|该|本)(镇|乡|村|街道|社区|校|院|局|厂|公司|集团|所|站|班|行|矿|馆|园)")
KINDS = {"校": "大学|学院|学校|中学|小学|党校", "公司": "公司|集团", "集团": "集团|公司"}
SUBJECT = re.compile(
    r".*(?:[省市县区镇乡村局委院馆厂站所队校行社场园科处室部]|街道|公司|集团|学校|医院|中心|工会|协会|支部)$"
    r"|.*[0-9一二三四五六七八九十]+[月季届期批].*|[上下]半年.*"
)
OVERVIEW = re.compile(r"概[况述览]|综[述合]|总[述况]|简[介况]|基本情况|工作回顾")


@dataclass(frozen=True, slots=True)
class Bounds:
    """What a statement speaks of: each a set of words."""

    times: frozenset[str]
    rounds: frozenset[str]
    named: frozenset[str]
    local: frozenset[str]
    own: frozenset[str]
    body: str = ""

    @property
    def sets(self) -> tuple[frozenset[str], ...]:
        return self.times, self.rounds, self.named, self.local


@dataclass(eq=False)
class Statement:
    """A sentence; `start` is its offset in the words of its copy, `title` that of its entry, of
    the section where there is none."""

    copy: Copy
    start: int
    text: str
    title: str
    whole: Proof = field(repr=False)

    @property
    def section(self) -> Section:
        return self.copy.section

    @property
    def entry(self) -> tuple[str, str]:
        return self.copy.section.stem, self.copy.id

    @cached_property
    def plain(self) -> str:
        """The words without marks."""
        return self.text.replace(HIDDEN, "").strip()

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """Its numbers; what stands in brackets only explains."""
        return tuple(claims(BRACKETED.sub(_hidden, self.text)))

    @cached_property
    def bounds(self) -> Bounds:
        plain, own = self.plain, _own_name(self.whole)
        return Bounds(
            frozenset(TIME.findall(plain)) | _years(plain, self.whole) | self._day,
            frozenset(ROUND.findall(plain)),
            frozenset(one or two for one, two in NAMED.findall(plain)),
            frozenset(w for w in LOCAL.findall(plain) if not EVERYWHERE.search(w) and w not in own),
            frozenset(w for w in OWN.findall(plain) if not re.search(KINDS.get(w, w), own)),
            next(iter(BODY.findall(plain)), ""),
        )

    @property
    def _day(self) -> frozenset[str]:
        """The date of an event of the chronicle."""
        events = self.section.events if self.copy.kind == "record" else ()
        return frozenset(one.date for one in events if one.id == self.copy.id)

    @cached_property
    def subject(self) -> bool:
        """Whether the entry or its section is of one town, body, month or person among others."""
        return _subject(self.title) or _subject(self.section.title)

    @cached_property
    def of_the_whole(self) -> bool:
        """Whether it speaks of the year or the body as a whole."""
        return bool(WHOLE.search(self.plain)) or bool(OVERVIEW.search(self.title))

    def place(self, offset: int = 0) -> Place:
        """The place in the file of an offset in the text."""
        lead = len(self.text) - len(self.text.lstrip(f"{HIDDEN} \n"))
        return self.copy.place(self.start + max(offset, lead))

    def marked(self, other: Section, *words: str) -> bool:
        """Whether a note of it links to the other section or names the other's wording, or the
        sentence carries a dated correction."""
        end = self.start + len(self.text)
        source = self.copy.source[self.start : end]
        if CORRECTED in source:
            return True
        ids = set(NOTED.findall(source))
        return any(
            f"({other.stem}.md" in note.source or any(word in note.source for word in words)
            for note in self.section.notes
            if note.id in ids
        )


def statements(proof: Proof) -> list[Statement]:
    """The sentences of the titles, entries and records of an edition, in their order."""
    found: list[Statement] = []
    title = ""
    for copy in proof.copies:
        if copy.kind in TOLD:
            title = copy.words if copy.kind == "title" and copy.id else title
            if copy.kind == "record" or copy.id in ("", "lead"):
                title = copy.section.title
            found += _statements(proof, copy, title)
    return found


def _statements(proof: Proof, copy: Copy, title: str) -> Iterator[Statement]:
    words = widened(copy.words)
    if "|" in copy.source:
        for row in ROW.finditer(copy.source):
            start, end = row.span()
            words = words[:start] + HIDDEN * (end - start) + words[end:]
    words = WRAPPED.sub(HIDDEN, words)
    for found in SENTENCE.finditer(words):
        if found.end() - found.start() > 3:
            yield Statement(copy, found.start(), found[0], title, proof)


def _hidden(found: re.Match[str]) -> str:
    return HIDDEN * len(found[0])


def _own_name(proof: Proof) -> str:
    """The names of the yearbook and of the body that publishes it."""
    imprint = proof.edition.imprint if proof.edition else proof.yearbook.imprint
    return f"{imprint.title} {imprint.institution} {imprint.editor}"


def _years(plain: str, proof: Proof) -> frozenset[str]:
    """The years spoken of, that of the edition not counted."""
    covers = proof.edition.covers if proof.edition else None
    usual = {str(covers.start.year), str(covers.end.year)} if covers else set()
    return frozenset(YEAR.findall(plain)) - usual


def apart(one: Statement, other: Statement) -> bool:
    """Whether two statements speak of two times, rounds, places or bodies: both name some, and
    none in common."""
    a, b = one.bounds, other.bounds
    rows = ((a.times, b.times), (a.rounds, b.rounds), (a.named, b.named), (a.local, b.local))
    return (
        bool(a.own or b.own)
        or bool(PLANNED.search(one.plain)) != bool(PLANNED.search(other.plain))
        or any(left and right and not left & right for left, right in rows)
        or bool(a.body and b.body and not a.body.endswith(b.body) and not b.body.endswith(a.body))
        or _subjects(one, other, both=True)
    )


def unlike(one: Statement, other: Statement) -> bool:
    """Whether one of them is bounded otherwise than the other in anything."""
    return (
        one.bounds.sets != other.bounds.sets
        or bool(one.bounds.own)
        or bool(STOCK.search(one.plain)) != bool(STOCK.search(other.plain))
        or _subjects(one, other, both=False)
    )


def _subjects(one: Statement, other: Statement, *, both: bool) -> bool:
    """Whether the titles name different subjects: two towns, two months, two persons."""
    for a, b in ((one.title, other.title), (one.section.title, other.section.title)):
        told = [_subject(title) for title in (a, b)]
        if a != b and (all(told) if both else any(told)):
            return True
    return False


@lru_cache(maxsize=1 << 14)
def _subject(title: str) -> bool:
    return bool(SUBJECT.fullmatch(title)) or guess(title) == ("person", True)
