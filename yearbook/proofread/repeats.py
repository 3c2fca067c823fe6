"""Words, sentences and paragraphs that are said twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from yearbook.proofread.copy import HIDDEN, OPAQUE, Copy, Proof
from yearbook.rules.scope import Finding

Spot = tuple[Copy, int]

LONGEST = 6  # of a word said twice
ASTRAL = re.compile("[\U00010000-\U0010ffff]")
HAN = re.compile(r"[一-鿿㐀-䶿]+\Z")
DATE = re.compile(r"[0-9]+[年月日]\Z")
# A single character said twice is a slip only for these, and not before those that follow.
SINGLE = {
    "的": "确士",
    "了": "解结然望",
    "是": "非",
    "在": "线建职校编岗册场途押地座位读籍学任此乎野",
    "和": "谐平田睦气解顺美善蔼县林硕",
    "与": "会",
    "被": "子褥单面套告",
    "将": "军帅领士来近",
    "及": "时其格第",
    "并": "且非不存行入购联重列",
    "于": "",
}
BEFORE = {
    "的": "目",
    "了": "不一",
    "及": "以",
    "于": "由终",
    "在": "自实",
    "是": "国",
    "和": "共祥泰",
}
# What is said twice by right (研究研究), and what is so in speech alone (大家来学习学习).
SPOKEN = frozenset(
    "研究 讨论 商量 考虑 琢磨 合计 休息 打扫 收拾 打听 体会 参谋 热闹 高兴 放松 锻炼 体验 认识 商讨"
    " 议论 比划 掂量 走动 轻松 暖和 凉快 照顾 请教 溜达 意思 比试 切磋 回忆 尝试 商议 打量 谢谢"
    " 加油 指点 许多 好多 非常 十分 多少 来回 反复 很多 某某 呼和 皮皮 可可".split()
)
CALLED = frozenset("来去好多再想就先该您们")
STOPS = frozenset("，。！？、；）”")
GOES_ON = frozenset("议者员师家生会部业团长币节证国处局科室组站所院法权人书报表卡册网史学课费金税")
# What ends the name of a body and begins the next word: 总工会工会经费, 幸福社区社区书记.
BODIES = frozenset(
    "工会 社区 街道 公司 医院 学校 大学 中学 小学 学院 集团 协会 学会 银行 法院 党委 支部 企业 中心"
    " 基地 园区 乡镇".split()
)
VERBAL = re.compile(
    "[，。、；的和与等共将在为获被]|积极|开展|举办|组织(?!建设)|召开|认真|深入|加强|推[进动]|落实|坚持|继续|全年|先后"
)
COUNTED = frozenset("一二两三四五六七八九十百千几每半多")
SOUNDS = frozenset("哈嘻呵嘿咚叮当咯轰隆哗啦咕噜扑通啪嗒滴淅沥呼噗吱呀哎哦啊嗯唉喂嗨呜汪喵咩")
SENTENCE = re.compile(r"[^。！？；\n]+[。！？]")
FORM = re.compile(r" *(?:[|>]|[-+*] |[0-9]+[.] )")  # of a table, a list, a quotation
LINE = re.compile(r"[^\n]+")
BESIDE = "\x00 ”’）"
SHORTEST, ACROSS, PARAGRAPH = 12, 26, 40  # characters
AT_ONCE = 6  # characters of a sentence that is said again at once
NEXT = 8  # characters after a word, in which a verb would stand
LIST = 3  # marks between its members


def words(copy: Copy) -> Iterator[Finding]:
    """No word is written twice in a row: 的的, 进行进行."""
    if copy.kind == "cell":
        return
    said = copy.own
    done = 0
    for at, size in doubled(said):
        if at >= done and _slip(said, at, size):
            done = at + 2 * size
            text = said[at:done]
            yield copy.place(at), "L101", {"text": text, "mended": text[:size]}


def doubled(said: str) -> list[tuple[int, int]]:
    """Where up to six characters are followed by the same, with their number; the longest first.

    A text laid over itself, moved by that number: where both agree, the 2 bytes of a sign are 0.
    """
    data = ASTRAL.sub(OPAQUE, said).encode("utf-16-le", "surrogatepass")
    number = int.from_bytes(data, "little")
    found: list[tuple[int, int]] = []
    for size in range(1, LONGEST + 1):
        unlike = (number ^ (number >> 16 * size)).to_bytes(len(data), "little")
        nought, last = bytes(2 * size), len(data) - 4 * size
        at = unlike.find(nought)
        while 0 <= at <= last:
            if at % 2 == 0:
                found.append((at // 2, size))
            at = unlike.find(nought, at + 1)
    return sorted(found, key=lambda one: (one[0], -one[1]))


def _slip(said: str, at: int, size: int) -> bool:
    word, after = said[at : at + size], said[at + 2 * size : at + 2 * size + 1]
    before = said[at - 1 : at] if at else ""
    if size == 1:
        return word in SINGLE and not (
            word in (before, after)
            or after in SINGLE[word]
            or (before and before in BEFORE.get(word, ""))
        )
    if DATE.match(word):
        return not before.isdigit() and word[-1] in "年月日"
    if not HAN.match(word) or len(set(word)) == 1 or set(word) & SOUNDS:
        return False
    if word[0] in COUNTED or set(word) == {"联", "合", "会"}:
        return size > 3
    if after and after in GOES_ON:
        return size > 3
    rest = said[at + 2 * size : at + 2 * size + NEXT]
    return size > 2 or not (_spoken(word, before, after) or _names_end(word, before, rest))


def _spoken(word: str, before: str, after: str) -> bool:
    """Whether 学习学习 and the like are meant, as one says in speech."""
    return word in SPOKEN or (before in CALLED and after in STOPS)


def _names_end(word: str, before: str, after: str) -> bool:
    """Whether the first of two is the end of a name, as in 总工会工会经费; not 总工会工会积极."""
    return word in BODIES and bool(HAN.match(before)) and not VERBAL.match(after)


def sentences(proof: Proof) -> Iterator[Finding]:
    """No sentence of an entry and no long one of a section is said twice, no paragraph at all."""
    paragraphs: dict[str, Spot] = {}
    known: dict[str, Spot] = {}
    here = None
    for copy in proof.copies:
        if copy.kind != "prose":
            continue
        if copy.section is not here:
            here, known = copy.section, {}
        for start, paragraph in _paragraphs(copy):
            first = paragraphs.setdefault(paragraph, (copy, start))
            if len(paragraph) >= PARAGRAPH and first != (copy, start):
                yield _again("L103", paragraph, (copy, start), first)
            else:
                yield from _sentences(copy, start, paragraph, known)


def _paragraphs(copy: Copy) -> Iterator[tuple[int, str]]:
    """The paragraphs that are running text: no tables, lists, quotations."""
    for found in LINE.finditer(copy.words):
        line = copy.source[found.start() : found.end()]
        if "。" in line and not FORM.match(line):
            yield found.start(), found.group()


def _sentences(copy: Copy, start: int, paragraph: str, known: dict[str, Spot]) -> Iterator[Finding]:
    row: list[tuple[str, Spot]] = []
    for found in SENTENCE.finditer(paragraph):
        text = found.group().strip(BESIDE)
        at = start + found.start() + found.group().index(text)
        row.append((text, (copy, at)))
        if len(text) < SHORTEST:
            continue
        first = known.setdefault(text, (copy, at))
        if first != (copy, at) and (first[0] is copy or _telling(text)):
            yield _again("L102", text, (copy, at), first)
    yield from _at_once(row)


def _at_once(row: list[tuple[str, Spot]]) -> Iterator[Finding]:
    """Short sentences that are said again at once; what is said three times is meant so."""
    for text, group in groupby(row, key=lambda one: one[0]):
        spots = [spot for _, spot in group]
        if len(spots) == 2 and AT_ONCE <= len(text) < SHORTEST:
            yield _again("L102", text, spots[1], spots[0])


def _telling(text: str) -> bool:
    """Whether a sentence should not stand in two entries: a long one that is no list of names."""
    return len(text) >= ACROSS and text.count("、") < LIST


def _again(code: str, text: str, here: Spot, first: Spot) -> Finding:
    """What the readers see of a text that stands here and stood before."""
    place, other = (copy.place(at) for copy, at in (here, first))
    copy, at = here
    said = "".join(
        written
        for sign, written in zip(text, copy.source[at : at + len(text)], strict=True)
        if sign != HIDDEN
    )
    return place, code, {"text": said, "place": other}
