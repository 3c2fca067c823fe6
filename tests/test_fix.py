"""`check --fix` writes what it can and leaves every other byte as it was."""

from __future__ import annotations

import os
import shutil
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from locking import besides

from yearbook import figures, fix
from yearbook.figures import numbers
from yearbook.fix.draft import drafts, scalar
from yearbook.issues import Issues, Place, UseError
from yearbook.model import Figure
from yearbook.read import load
from yearbook.rules import check

TINY = Path(__file__).parent / "tiny" / "content"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TINY, tmp_path / "content"))


def add(path: Path, text: str) -> None:
    path.write_bytes(path.read_bytes() + text.encode("utf-8"))


def codes(content: Path) -> list[str]:
    issues = Issues()
    yearbook = load(content, issues)
    assert yearbook is not None
    check(yearbook, issues)
    return [issue.code for issue in besides(issues)]


def snapshot(content: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in content.rglob("*") if path.is_file()}


def test_a_good_yearbook_is_left_alone(content: Path) -> None:
    before = snapshot(content)
    assert fix.fix(content) == []
    assert snapshot(content) == before


def test_a_number_that_is_accepted_is_not_drafted(content: Path) -> None:
    add(content / "2017/reading.md", "\n另设药箱3只。\n")
    add(content / "2017/reading.yaml", "ignore: [{code: C304, at: 3只, reason: 各处自备。}]\n")
    before = snapshot(content)
    assert fix.fix(content) == []
    assert snapshot(content) == before


def test_missing_ids_are_written_at_the_end_of_their_titles(content: Path) -> None:
    path = content / "2017/reading.md"
    add(path, "\n## 新条目  \n\n文字。\n\n## 新条目 ##\n\n文字。\n")
    before = path.read_text("utf-8")
    lines = fix.report(content, "zh")
    assert [line.split(": ", 1)[1] for line in lines] == [
        "已补条目标识: {#xin-tiao-mu}",
        "已补条目标识: {#xin-tiao-mu-2}",
    ]
    after = before.replace("新条目  \n", "新条目 {#xin-tiao-mu}  \n")
    assert path.read_text("utf-8") == after.replace("目 ##\n", "目 ## {#xin-tiao-mu-2}\n")
    assert codes(content) == []
    assert fix.fix(content) == []


def test_undeclared_figures_are_drafted_at_the_end_of_figures(content: Path) -> None:
    add(
        content / "2017/reading.md",
        "\n## 培训 {#train}\n\n举办培训班12期，培训1500余人，增长5.6%。\n",
    )
    path = content / "2017/reading.yaml"
    before = path.read_text("utf-8").splitlines()
    assert [change.text for change in fix.fix(content)] == [
        "ju-ban-pei-xun-ban: {entry: train, label: 举办培训班, value: 12, unit: 期}",
        "pei-xun: {entry: train, label: 培训, value: 1500, unit: 人, approx: 余}",
        'zeng-zhang: {entry: train, label: 增长, value: 5.6, unit: "%"}',
    ]
    after = path.read_text("utf-8").splitlines()
    at = next(n for n, line in enumerate(before) if line.startswith("plain:"))
    assert after[:at] == before[:at]
    assert after[at + 3 :] == before[at:]
    assert all(line.startswith("  ") for line in after[at : at + 3])
    assert "C304" not in codes(content)
    assert fix.report(content, "en") == []


def test_the_place_of_a_draft_is_its_line(content: Path) -> None:
    add(content / "2017/overview.md", "\n另设分馆5个。\n")
    (line,) = fix.report(content, "en")
    assert line.endswith("drafted a figure, mend its label: " + (
        "ling-she-fen-guan: {entry: lead, label: 另设分馆, value: 5, unit: 个}"
    ))  # fmt: skip
    number = int(line.split(":")[-7 if os.name == "nt" else 1].split(":")[0])
    text = (content / "2017/overview.yaml").read_text("utf-8").splitlines()
    assert "ling-she-fen-guan" in text[number - 1]


def test_a_number_said_twice_gets_a_wording_that_stands_once(content: Path) -> None:
    add(
        content / "2017/overview.md",
        "\n向964家企业要约，964家企业应约，又964家。\n\n设分馆3个，\n3个。\n",
    )
    text = [change.text for change in fix.fix(content)]
    assert [line.split("text: ")[-1] for line in text] == [
        "向964家}", '"964家企业应约"}', "又964家}", "设分馆3个}", '"，3个"}'
    ]  # fmt: skip
    assert codes(content) == [] or set(codes(content)) == {"C314"}


def test_a_fall_is_drafted_as_a_negative_number_with_its_wording(content: Path) -> None:
    add(content / "2017/overview.md", "\n寄出120份，较上年减少30份，下降5.6%；减少了007起。\n")
    assert [change.text.split("value: ")[1] for change in fix.fix(content)] == [
        "120, unit: 份}",
        "-30, unit: 份, text: 减少30份}",
        '-5.6, unit: "%", text: "下降5.6%"}',
        "-7, unit: 起, text: 减少了007起}",
    ]
    assert codes(content) == []


def test_two_approximations_are_drafted_so_that_they_read_back(content: Path) -> None:
    add(content / "2017/overview.md", "\n培训约1.2万余人次。\n")
    (change,) = fix.fix(content)
    assert change.text.endswith('unit: 万人次, approx: 约, text: "约1.2万余人次"}')
    assert codes(content) == []


def test_a_number_too_long_for_a_value_is_left_to_the_editor(content: Path) -> None:
    add(content / "2017/overview.md", f"\n粒子{'9' * 40}个，另设分馆5个。\n")
    (change,) = fix.fix(content)
    assert "value: 5" in change.text
    assert codes(content) == ["C304"]


def test_what_no_wording_tells_apart_is_left_to_the_editor(content: Path) -> None:
    add(content / "2017/overview.md", "\n5个\n\n5个\n")
    assert fix.fix(content) == []
    assert codes(content) == ["C304", "C304"]


def test_ranges_signs_and_thousands(content: Path) -> None:
    add(
        content / "2017/overview.md",
        "\n每场30—50人，气温-5℃，奖金12,000.50元，补贴100元/年，0.5倍，007项。\n",
    )
    drafted = [change.text.split("label: ")[1] for change in fix.fix(content)]
    assert drafted == [
        '每场, value: 50, unit: 人, text: "30—50人"}'.replace('"30—50人"', scalar("30—50人")),
        '气温, value: -5, unit: "℃"}',
        "奖金, value: 12000.50, unit: 元}",
        '补贴, value: 100, unit: "元/年"}',
        "倍, value: 0.5, unit: 倍}",
        "项, value: 7, unit: 项}",
    ]
    assert "C304" not in codes(content)


def test_numbers_of_records_are_drafted_too(content: Path) -> None:
    path = content / "2017/duties.yaml"
    text = path.read_text("utf-8").replace("为公众提供图书借阅服务", "每年办理借书证500个")
    path.write_text(text, "utf-8")
    (change,) = fix.fix(content)
    assert change.text.startswith("mei-nian-ban-li-jie-shu: {entry: lend, label: 每年办理借书证")
    assert path.read_text("utf-8") == f"{text}figures:\n  {change.text}\n"


def test_a_section_without_yaml_gets_one(content: Path) -> None:
    yaml_file = content / "2017/overview.yaml"
    yaml_file.unlink()
    text = (content / "2017/edition.yaml").read_text("utf-8")
    text = text.replace("highlights: [holdings, visits]\n", "").split("charts:")[0]
    (content / "2017/edition.yaml").write_text(text, "utf-8")
    assert len(fix.fix(content)) == 3
    assert yaml_file.read_text("utf-8").startswith("figures:\n  ")
    assert codes(content) == []


def test_line_ends_byte_order_mark_and_permissions_stay(content: Path) -> None:
    add(content / "2017/overview.md", "\n另设分馆5个。\n\n## 新条目\n\n文字。")
    for name in ("overview.md", "overview.yaml"):
        path = content / "2017" / name
        data = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
        path.write_bytes(data)
        path.chmod(0o640)
    before = (content / "2017/overview.yaml").read_bytes()
    assert len(fix.fix(content)) == 2
    for name in ("overview.md", "overview.yaml"):
        path = content / "2017" / name
        data = path.read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        assert data.count(b"\n") == data.count(b"\r\n")
        assert os.name == "nt" or path.stat().st_mode & 0o777 == 0o640
    assert (content / "2017/overview.yaml").read_bytes().startswith(before)
    assert fix.fix(content) == []


def test_a_file_that_does_not_read_is_not_touched(content: Path) -> None:
    add(content / "2017/overview.md", "\n另设分馆5个。\n")
    add(content / "2017/overview.yaml", "colour: red\n")
    (content / "2017/reading.md").write_bytes("# 阅读\n\n## 新条目\n\n文字\n".encode("gb18030"))
    before = snapshot(content)
    assert fix.fix(content) == []
    assert snapshot(content) == before


def test_an_edition_that_declares_only_some_figures_is_not_drafted(content: Path) -> None:
    add(content / "2016/overview.md", "\n另设分馆5个。\n")
    assert fix.fix(content) == []


def test_no_content_is_nothing_to_mend(tmp_path: Path) -> None:
    assert fix.fix(tmp_path / "nothing") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "figures:\n  a: 1\n"),
        ("title: x", "title: x\nfigures:\n  a: 1\n"),
        ("figures:\n  b: 2", "figures:\n  b: 2\n  a: 1\n"),
        ("figures:\n    b: 2\n\n# next\nplain: [x]\n", "figures:\n    b: 2\n    a: 1\n\n# next\nplain: [x]\n"),
        ("figures:\n  b:\n    c: 2\n  # kept\nplain: [x]\n", "figures:\n  b:\n    c: 2\n  # kept\n  a: 1\nplain: [x]\n"),
        ("figures: {}\n", "figures: {a: 1}\n"),
        ("figures: {b: 2}\nplain: [x]\n", "figures: {b: 2, a: 1}\nplain: [x]\n"),
        ("figures: {b: {c: 2},\n  d: 3, }\n", "figures: {b: {c: 2},\n  d: 3,a: 1}\n"),
        ("\ufefftitle: x\n", "\ufefftitle: x\nfigures:\n  a: 1\n"),
        ("title: x\r\n", "title: x\r\nfigures:\r\n  a: 1\r\n"),
        ("title: x\r", "title: x\rfigures:\r  a: 1\r"),
    ],
)  # fmt: skip
def test_figures_are_put_into_yaml_of_any_shape(text: str, expected: str) -> None:
    new, _ = fix.with_figures(text, ["a: 1"])
    assert new == expected
    plain = new.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    assert yaml.safe_load(plain)["figures"]["a"] == 1


@pytest.mark.parametrize(
    "word", ["增长", "5.6%", "12", "true", "a: b", '引"号', "元/年", "逗，号", "- 甲"]
)
def test_a_scalar_reads_back_as_it_was(word: str) -> None:
    read = yaml.safe_load(f"{{a: {scalar(word)}}}")["a"]
    assert str(read) == word or read is True


def test_a_file_that_cannot_be_written_is_an_error_of_use(
    content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(content / "2017/overview.md", "\n另设分馆5个。\n")
    before = snapshot(content)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("yearbook.fix.files.os.replace", refuse)
    with pytest.raises(UseError, match="C330"):
        fix.fix(content)
    assert snapshot(content) == before


PIECES = "共|减少|12项|3家|，|约5万余人|。|30—50人|-5℃| |\n|增长|2%".split("|")


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_drafts_are_found_once_each_and_share_no_character(text: str) -> None:
    made = drafts("lead", text, numbers(text), (), set())
    spans = []
    for draft in made:
        said = yaml.safe_load(f"{{{draft.line}}}")[draft.id]
        value = str(said.pop("value"))
        figure = Figure(id=draft.id, value=Decimal(value), written=value, at=Place(""), **said)
        (span,) = figures.spans(figure, text)
        spans.append(span)
    assert len({draft.id for draft in made}) == len(made)
    assert all(a[1] <= b[0] for a, b in pairwise(sorted(spans)))


def test_a_file_that_is_read_only_is_left_as_it_is(content: Path) -> None:
    path = content / "2017/reading.md"
    add(path, "\n## 新条目\n\n文字。\n")
    path.chmod(0o444)
    if os.access(path, os.W_OK):
        pytest.skip("for this user no file is read-only")
    before = snapshot(content)
    with pytest.raises(UseError):
        fix.fix(content)
    assert snapshot(content) == before


@pytest.mark.parametrize("title", ["##", "## 标题 {#a", "## 标题 (#a)", "## 标题 {a}"])
def test_no_id_is_written_where_the_heading_has_another_fault(content: Path, title: str) -> None:
    add(content / "2017/reading.md", f"\n{title}\n\n文字。\n")
    before = snapshot(content)
    assert fix.fix(content) == []
    assert snapshot(content) == before
