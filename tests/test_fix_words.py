"""`check --fix` mends what is safe to mend of proofreading, and nothing besides."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from building import edit, tiny
from test_cli import Run, run

from yearbook.cli.choice import Choice
from yearbook.fix import words
from yearbook.issues import UseError

__all__ = ["run", "tiny"]
CONTENT = Path("content")
READING = CONTENT / "2017/reading.md"
DUTIES = CONTENT / "2017/duties.yaml"
TABLE = CONTENT / "2017/tables/story-hour.csv"
OPENING = "全年围绕“书香海棠”开展活动。"


def opening(said: str) -> None:
    """Let the section on reading open with these words."""
    edit(READING, OPENING, said)


def mend(*select: str) -> list[words.Mended | words.Left]:
    return list(words.mend(CONTENT, Choice(select=select).tells))


def lead() -> str:
    """The words with which the section on reading opens now."""
    return READING.read_text("utf-8").partition("\n\n")[2].partition("\n\n## ")[0]


def test_a_mend_is_said_with_its_difference(tiny: Path, run: Run) -> None:
    opening("全年,围绕”书香海棠“开展活动(含少儿)。")
    said = run("check", "--fix")
    assert said.out[:7] == [
        "--- a/content/2017/reading.md",
        "+++ b/content/2017/reading.md",
        "@@ -1,6 +1,6 @@",
        " # 阅读推广",
        " ",
        "-全年,围绕”书香海棠“开展活动(含少儿)。",
        "+全年，围绕“书香海棠”开展活动（含少儿）。",
    ]
    assert said.err[0] == "content/2017/reading.md: mended: 3"
    assert lead() == "全年，围绕“书香海棠”开展活动（含少儿）。"
    again = run("check", "--fix", lang="zh")
    assert [line for line in again.out if "C340" not in line] == []
    assert again.err[0] == "2 个警告"


def test_every_other_byte_stays(tiny: Path) -> None:
    opening("全年,围绕“书香海棠”开展活动。")
    text = READING.read_text("utf-8").replace("\n", "\r\n")
    READING.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert len(mend()) == 1
    assert READING.read_bytes() == b"\xef\xbb\xbf" + text.replace("年,", "年，").encode()


def test_yaml_and_csv_are_mended_where_their_words_stand(tiny: Path) -> None:
    DUTIES.write_text(
        "title: 主要职责\n"
        "items:\n"
        '  - {id: a, text: "收集,整理。"}  # 收集,整理\n'
        "  - {id: b, text: '保存,保护。', note: 含(展览)。}\n"
        "  - id: c\n"
        "    text: |\n"
        "\n"
        "      第一行,完。\n"
        "      第二行,完。\n",
        "utf-8",
    )
    edit(TABLE, "二季度,7,210", "二季度,7,210\n三季度（含,暑假）,8,240")
    edit(TABLE, "三季度（含,暑假）", '"三季度（含,暑假）"')
    assert [one.path for one in mend("L015", "L011")] == [DUTIES.as_posix(), TABLE.as_posix()]
    assert DUTIES.read_text("utf-8") == (
        "title: 主要职责\n"
        "items:\n"
        '  - {id: a, text: "收集，整理。"}  # 收集,整理\n'
        "  - {id: b, text: '保存，保护。', note: 含（展览）。}\n"
        "  - id: c\n"
        "    text: |\n"
        "\n"
        "      第一行，完。\n"
        "      第二行，完。\n"
    )
    assert TABLE.read_text("utf-8").splitlines()[3] == '"三季度（含，暑假）",8,240'


@pytest.mark.parametrize(
    "said",
    [
        "> 各级,单位\n见附件,如此。",
        "市长说：“今天,很好。”",
        "市长说：“今天,很好。\n\n明天,更好。\n\n后天,再看。”",
        "学习《甲,乙》。",
        "{~~甲,乙~>甲、乙~~}{>>2018-05-01：据原稿改<<}。",
    ],
)
def test_the_words_of_others_stay(tiny: Path, said: str) -> None:
    opening(said)
    assert mend("L015") == []
    assert lead() == said


def test_within_straight_quotes_only_the_quotes_are_mended(tiny: Path) -> None:
    opening('市长说："今天,很好"，大家,鼓掌。')
    assert len(mend()) == 1
    assert lead() == "市长说：“今天,很好”，大家，鼓掌。"


def test_a_name_is_no_quotation(tiny: Path) -> None:
    opening("学习“7.26”讲话精神。")
    assert len(mend()) == 1
    assert lead() == "学习“7·26”讲话精神。"


def test_what_is_ignored_or_not_chosen_stays(tiny: Path, run: Run) -> None:
    opening("全年,围绕。馆长(兼)到会。")
    edit(
        CONTENT / "2017/reading.yaml",
        "figures:",
        "ignore:\n  - {code: L011, at: 馆长(兼), reason: 照录}\nfigures:",
    )
    run("check", "--fix", "--ignore", "L015")
    assert lead() == "全年,围绕。馆长(兼)到会。"
    run("check", "--fix", "--select", "L")
    assert lead() == "全年，围绕。馆长(兼)到会。"


def test_a_locked_edition_stays(tiny: Path, run: Run) -> None:
    opening("全年,围绕“书香海棠”开展活动。")
    (CONTENT / "2017/edition.lock").write_text("edition: 2017\n", "utf-8")
    before = READING.read_bytes()
    said = run("check", "--fix")
    assert said.err[0] == (
        "content/2017: the edition is locked and 1 marks stay;"
        " what is wrong is mended by corrections"
    )
    assert READING.read_bytes() == before


def test_a_file_stays_where_a_figure_would_not_be_found_any_more(tiny: Path) -> None:
    edit(READING, "共接待读者3200人次", "接待读者,共3200人次")
    edit(CONTENT / "2017/reading.yaml", "value: 3200,", 'text: "读者,共3200人次", value: 3200,')
    edit(DUTIES, "收集、整理和保存", "收集(整理)和保存")
    before = READING.read_bytes()
    assert [one.line("en") for one in mend("L015", "L011")] == [
        "content/2017/reading.md: left as it is: mends would bring other issues; mend it by hand",
        "content/2017/duties.yaml: mended: 1",
    ]
    assert READING.read_bytes() == before


def test_a_file_that_was_changed_meanwhile_stays(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opening("全年,开馆。")
    found = words.mend(CONTENT, Choice().tells)
    work = words.Work.go

    def go(self: words.Work) -> None:
        work(self)
        READING.write_text("# 别的\n", "utf-8")

    monkeypatch.setattr(words.Work, "go", go)
    assert [one.line("en") for one in found] == [
        "content/2017/reading.md: left as it is: it was changed meanwhile; run again"
    ]
    assert READING.read_text("utf-8") == "# 别的\n"


def test_a_file_that_is_read_only_stays(tiny: Path) -> None:
    opening("全年,开馆。")
    READING.chmod(0o444)
    if os.access(READING, os.W_OK):
        pytest.skip("for this user no file is read-only")
    with pytest.raises(UseError):
        mend()
    assert lead() == "全年,开馆。"
