"""What a line of a manuscript looks like: a title, a numbered line, a caption, a signature."""

from __future__ import annotations

import re
from dataclasses import dataclass

from yearbook.indexes.guess import ALWAYS, BODIES, guess

CIRCLES = "①-⑳㉑-㉟㊱-㊿⑴-⒇❶-❿➀-➉"
CIRCLED = re.compile(f"[{CIRCLES}] *")
BRACKETED = re.compile(r"[【〖]([^【】〖〗]{1,60})[】〗] *")
HAN_NUMBER = "[一二三四五六七八九十百]{1,4}"
NUMBERED = (
    re.compile(rf"第(?P<n>{HAN_NUMBER}|\d{{1,3}})[章编篇部] *"),
    re.compile(rf"第(?P<n>{HAN_NUMBER}|\d{{1,3}})节 *"),
    re.compile(rf"(?P<n>{HAN_NUMBER})[、.．] *"),
    re.compile(rf"[（(](?P<n>{HAN_NUMBER})[）)] *"),
    re.compile(r"(?P<n>\d{1,2})(?:[、．]|\.(?!\d)) *"),
    re.compile(r"(?:[（(](?P<n>\d{1,2})[）)]|(?P<m>\d{1,2})[)）]) *"),
)
DIGIT = {char: n for n, char in enumerate("零一二三四五六七八九")}
FINAL = "，。；：！？、,.;:!?…”》"
DIVIDED = re.compile(r"[^\W\d_] ?[.．] ?(?=[“《\u4e00-\u9fff])")  # parts of a reference
TITLE_LENGTH = 30
BOLD_LENGTH = 45
SENTENCE = re.compile(r"[。；！？]")
CAPTION = re.compile(
    r"[（(]?(表|图|附表|附图|表格) ?[（(]?"
    r"(?:\d{1,3}(?:[-—.]\d{1,3})?|[一二三四五六七八九十]{1,3})[）)]?[ 　:：.、]*"
)
UNITS = re.compile(r"[（(]?(?:计量)?单位 ?[:：] ?([^（()）。；]{1,20})[）)]?")
SOURCE = re.compile(r"[（(]?(?:资料|数据)来源 ?[:：] ?([^）)]{1,60})[）)]?。?")
NOTE = re.compile(
    r"(?:[［\[〔](\d{1,3}|[一二三四五六七八九十]{1,2})[］\]〕]|注 ?(\d{1,2})? ?[:：]) *"
)
NOTE_MARK = re.compile(r"[［\[〔](?:\d{1,3})[］\]〕]")
_ROLE = "撰稿人?|供稿人?|供稿单位|撰写人?|执笔人?|作者|通讯员|来稿"
_ROLE += "|审稿人?|审核人?|审定|责任编辑|编辑|校对"
CREDIT = re.compile(
    rf"[（(]? ?({_ROLE}) ?[:：] ?((?:(?!(?:{_ROLE}) ?[:：])[^（()）。:：]){{2,40}}) ?[）)]?"
)
AUTHORS = ("撰", "供", "执", "作", "通", "来")
OFFICES = "长|书记|记|主席|主任|任|席|员|师|理|裁|事"
SIGNED = re.compile(r"[（(]([^（()）]{2,60})[）)]$")
CONTENTS = re.compile("目 ?[录次]")
PAGE = re.compile(r"(?P<title>.+?)[ .…·．\t]{1,}\d{1,4}$")
REVISED = re.compile("(?:最新|最近|最后)?(?:修订|更新|编辑|修改)(?:时间|日期)[:：]")
DATED = re.compile(
    r"(?:(?P<y>[12]\d{3})年)?(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})[日号])?(?![—–~至到-])[，, ：]*"
)
DATE_LINE = re.compile(
    r"[（(]?[12〇一二][\d〇○零一二三四五六七八九]{3}年(?:[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}[日号])?)?[）)]?"
)
RANGE = re.compile(
    r"(?:(?P<m>\d{1,2})月)?(?P<d>\d{1,2})[日号]?[—–~～至到-]+(?:\d{1,2}月)?\d{1,2}[日号]"
)
SPACED = re.compile(
    r"\s*(?P<title>[\u4e00-\u9fff][^\s，。；：、]{1,19})(?:\u3000+| {2,}|\t+) *(?P<text>\S.*。.*)"
)
DAY = re.compile(r"(?P<d>\d{1,2})[日号](?![—–~至到-])[，, ：]*")
MONTH = re.compile(r"(?P<m>\d{1,2}|[一二三四五六七八九十]{1,2})月(?:份)?")
SAME = re.compile("(?:是日|同日|当日|△|▲)[，, ：]*")
WITHIN = re.compile("[是本当同]月|月[内初中底末]|[上中下]旬")

LISTED = re.compile("机构|科室|处室|部门|部室")
NOT_LISTED = re.compile("简介|概况|领导|沿革|改革|建设|负责")
LEADERS = re.compile("领导|名录|班子|负责人|组成人员")
DUTIES = re.compile("职责|职能|任务|权限|宗旨")
SOURCES = re.compile("参考(?:资料|文献|书目)|引用资料|资料来源")
EVENTS = re.compile("大事记|大事")
OPENING = re.compile("概[述况]|综述|总述|简介|综合|特载|专文|引言|前言|导言")
PAPERS = re.compile("年鉴|函$|通知$|来稿|稿件?$|材料$|总结$|报告$|[12][0-9]{3}年|^[（(].*[）)]$")


@dataclass(frozen=True, slots=True)
class Numbering:
    """A number at the start of a line: its rank among numberings (0 the highest), and its end."""

    rank: int
    number: int
    end: int


def captioned(caption: str) -> str:
    """A caption without its 表1, which is no part of an id; all of it where nothing else is."""
    found = CAPTION.match(caption)
    return (found and caption[found.end() :]) or caption


def numbering(text: str) -> Numbering | None:
    """The number with which a line begins, such as 一、 or （一）."""
    for rank, pattern in enumerate(NUMBERED):
        found = pattern.match(text)
        if found:
            said = next(one for one in found.groups() if one)
            return Numbering(rank, value(said), found.end())
    return None


def value(said: str) -> int:
    """1 for 一 and for 1, 21 for 二十一."""
    if said.isdigit():
        return int(said)
    total, digit = 0, 0
    for char in said:
        if char in DIGIT:
            digit = DIGIT[char]
        else:
            total, digit = total + (digit or 1) * (10 if char == "十" else 100), 0
    return total + digit


def titled(text: str, bold: bool = False) -> bool:
    """Whether a line may be a title for its looks: short, one clause, no sign at its end."""
    bare = text[(found.end if (found := numbering(text)) else 0) :]
    if not bare or len(bare) > (BOLD_LENGTH if bold else TITLE_LENGTH) or bare[-1] in FINAL:
        return False
    if SENTENCE.search(bare) or CIRCLED.match(text) or BRACKETED.match(text):
        return False
    if "，" in bare and not bold and not found:
        return False
    return not (
        CAPTION.match(text)
        or UNITS.match(text)
        or CREDIT.match(text)
        or NOTE.match(text)
        or REVISED.match(text)
        or re.fullmatch(r"[\W\d_]+", bare)
        or "：" in bare
        or MONTH.fullmatch(bare)
        or DATE_LINE.fullmatch(bare)
        or DIVIDED.search(bare)
        or person(bare)
        or bare[0] in ">＞-+*"
        or _awarded(bare)
        or ((signed := SIGNED.fullmatch(text)) and signer(signed.group(1)))
    )


def _awarded(text: str) -> bool:
    """Whether names of persons stand after a blank, as on a list of honours."""
    before, _, names = text.rpartition(" ")
    return bool(before) and signer(names)


def body_like(text: str) -> bool:
    """Whether a line is the name of a body, such as 办公室 or 组织部（宣传教育部）."""
    bare = re.sub("（[^（）]*）$", "", text)
    return (
        len(bare) > 2
        and bare.endswith((*BODIES, *ALWAYS, "室", "科", "股"))
        and not re.search("[，。；：]", text)
    )


def is_name(text: str) -> bool:
    """Whether words are likely a person's name."""
    bare = re.sub("[ 　]", "", text)
    return 2 <= len(bare) <= 20 and guess(bare) == ("person", True)


def signer(text: str) -> bool:
    """Whether all words in brackets at an end are names of persons."""
    names = names_of(text)
    return bool(names) and all(is_name(one) for one in names)


def names_of(text: str) -> list[str]:
    """The names of a list, 张 三 as 张三; divided by 、 or by blanks."""
    text = re.sub(
        r"(?<![\u4e00-\u9fff])([\u4e00-\u9fff]) ([\u4e00-\u9fff])(?![\u4e00-\u9fff])",
        r"\1\2",
        text.strip(),
    )
    return [one for one in re.split("[、，,；; ]+", text) if one]


def person(text: str) -> tuple[str, str] | None:
    """Office and names of `office：name` or `office name`; None for another line."""
    office, sign, names = text.partition("：")
    if not sign:
        office, sign, names = _by_blank(text)
    office, names = office.strip(), names.strip()
    bare = re.sub("（[^（）]*）", "", names)
    if not office or not names_of(bare) or len(office) > 60 or "。" in office:
        return None
    if all(is_name(one) for one in names_of(bare)):
        return office, names
    if sign == "：" and is_name(office) and not re.search("[，。；]", names):
        return names, office
    return None


def _by_blank(text: str) -> tuple[str, str, str]:
    """An office parted by blanks from the names after it; 馆 长 is 馆长."""
    text = re.sub(rf"^(\S) (?=(?:{OFFICES}) )", r"\1", text)
    found = re.fullmatch(rf"(\S*(?:{OFFICES})) +(\S.*)", text)
    return (found.group(1), " ", found.group(2)) if found else ("", "", "")


def headline(text: str) -> tuple[str, str]:
    """The title of an entry up to the first 。, and the words after it."""
    at = text.find("。")
    return (text, "") if at < 0 else (text[:at], text[at + 1 :].strip())


def proper(text: str) -> str:
    """A title for comparison: without blanks and numbering."""
    found = numbering(text)
    return re.sub(r"[\s　]", "", text[found.end :] if found else text)
