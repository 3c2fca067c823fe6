"""Manuscripts that are refused: what is said, how soon, and that nothing worse happens."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import openpyxl
import pytest
from manuscripts import PNG, SPACES, docx, drawn, opened, p, part, refused, table, tc

from yearbook.issues import Issues
from yearbook.manuscripts.source import read

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    assert refused(tmp_path / "无.docx") == (
        "M001 稿件须存在，找不到这个文件 — 检查文件名和它所在的文件夹；文件名中有空格的，要加引号"
    )
    (tmp_path / "夹.docx").mkdir()
    assert refused(tmp_path / "夹.docx").startswith("M002 稿件须是一个文件，这是文件夹")
    os.mkfifo(tmp_path / "管道.txt")
    assert refused(tmp_path / "管道.txt").startswith("M003 稿件须能读取，系统说：不是普通文件")
    assert refused(tmp_path / ("长" * 300)).startswith("M003 稿件须能读取，系统说：")


def test_a_link_to_a_manuscript_is_fine(tmp_path: Path) -> None:
    written(tmp_path / "稿.txt", "文字".encode())
    (tmp_path / "链.txt").symlink_to(tmp_path / "稿.txt")
    assert opened(tmp_path / "链.txt")[0].name == "链.txt"


@pytest.mark.parametrize("name", ["空.txt", "空.docx", "空.html", "空.csv", "空.xlsx"])
def test_an_empty_file_is_refused(tmp_path: Path, name: str) -> None:
    assert refused(written(tmp_path / name, b"")).startswith("M005 稿件须有内容")


def test_a_file_without_words_is_refused(tmp_path: Path) -> None:
    assert refused(written(tmp_path / "a.txt", b"\xef\xbb\xbf \n\n")).startswith("M005")
    assert refused(docx(tmp_path / "a.docx", p(""))).startswith("M005")
    assert refused(written(tmp_path / "a.html", b"<html><script>1</script>")).startswith("M005")
    assert refused(written(tmp_path / "a.csv", b",,\n")).startswith("M005")


def test_files_too_large_are_refused_unread(tmp_path: Path) -> None:
    for name, size in (("a.docx", 101), ("a.txt", 17)):
        path = written(tmp_path / name, b"PK" if name == "a.docx" else b"")
        with path.open("r+b") as file:
            file.truncate(size * 1024 * 1024)
        assert refused(path).startswith(f"M004 稿件不能大于 {100 if size > 100 else 16} MB")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("稿.doc", OLE, "M007 不能读取旧式的 .doc、.xls、.wps 文件，这是一个"),
        ("稿.docx", OLE, "M007"),
        (
            "稿.docx",
            OLE + "EncryptedPackage".encode("utf-16-le"),
            "M008 稿件不能加密，这个文件设了密码 — 用 Word 或 WPS 打开，去掉密码，另存为 .docx",
        ),
        (
            "稿.docx",
            b"<html><p>x</p></html>",
            "M009 文件名的后缀须与内容相符，这个文件的内容是：网页（HTML）",
        ),
        ("稿.doc", b"\xef\xbb\xbf<!DOCTYPE html><p>x</p>", "M009"),
        ("稿.txt", b"<!-- x --><HTML><p>x</p>", "M009"),
        ("稿.docx", "纯文本".encode(), "M009 文件名的后缀须与内容相符，这个文件的内容是：纯文本"),
        ("稿.md", "纯文本".encode(), "M009"),
        ("稿", "纯文本".encode(), "M009"),
        (
            "稿.docx",
            b"%PDF-1.7",
            "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：PDF",
        ),
        (
            "稿.docx",
            b"{\\rtf1",
            "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：RTF",
        ),
        ("稿.txt", PNG, "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：图片"),
        ("稿.htm", b"MIME-Version: 1.0\n", "M006"),
        ("稿.txt", b"\x7fELF\x02", "M006"),
        ("稿.docx", b"PK\x03\x04", "M010 稿件须完整，这个文件不全或有损坏（zip）"),
    ],
)
def test_a_file_of_another_kind_is_named(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    assert refused(written(tmp_path / name, data)).startswith(said)


def zipped(path: Path, **parts: str | bytes) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("a.txt", "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：压缩包"),
        (
            "content.xml",
            "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：OpenDocument 文件",
        ),
        (
            "ppt/a.xml",
            "M006 稿件须是 .docx、.txt、.html、.xlsx 或 .csv 文件，这个是：PowerPoint 演示文稿",
        ),
        ("xl/workbook.xml", "M009 文件名的后缀须与内容相符，这个文件的内容是：Excel 工作簿"),
        (
            "word/x.xml",
            "M011 这个文件不是正常的 Word 文档或 Excel 工作簿（word/document.xml）",
        ),
        ("../word/x.xml", "M011"),
        ("/word/x.xml", "M011"),
        ("word\\..\\..\\x", "M011"),
        ("C:/word/x.xml", "M011"),
        ("word/vbaProject.bin", "M012 稿件不能带宏（程序），这个文件里有：word/vbaProject.bin"),
    ],
)
def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path, part: str, said: str) -> None:
    assert refused(zipped(tmp_path / "稿.docx", **{part: "x"})).startswith(said)


def test_a_docx_under_the_name_of_a_text_is_named(tmp_path: Path) -> None:
    file = docx(tmp_path / "稿.txt", p("文"))
    assert refused(file) == (
        "M009 文件名的后缀须与内容相符，这个文件的内容是：Word 文档"
        " — 把后缀改成 .docx，或用 Word 打开后另存为 .docx"
    )


def test_a_file_with_a_password_of_its_zip_is_refused(tmp_path: Path) -> None:
    file = docx(tmp_path / "稿.docx", p("文"))
    data = bytearray(file.read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    assert refused(written(file, bytes(data))).startswith("M008")


def test_a_document_type_is_refused_before_its_entities_are_read(tmp_path: Path) -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    bomb = f'<!DOCTYPE x [<!ENTITY l0 "哈">{lol}]><w:document {SPACES}><w:body>&l9;</w:body></w:document>'
    for encoding in ("utf-8", "utf-16"):
        file = docx(tmp_path / "稿.docx", "")
        with zipfile.ZipFile(file) as old:
            parts = {name: old.read(name) for name in old.namelist()}
        zipped(file, **(parts | {"word/document.xml": bomb.encode(encoding)}))
        assert refused(file).startswith("M014 稿件中有正常文件没有的内容：文档类型声明（DOCTYPE）")


def test_bottomless_nesting_is_refused(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 5000 + p("文") + "</w:tc></w:tr></w:tbl>" * 5000
    assert refused(docx(tmp_path / "稿.docx", body)).startswith(
        "M014 稿件中有正常文件没有的内容：120 层以上的嵌套"
    )


def test_tables_within_tables_are_read_as_deep_as_is_allowed(tmp_path: Path) -> None:
    body = "<w:tbl><w:tr><w:tc>" * 35 + p("文8") + "</w:tc></w:tr></w:tbl>" * 35
    assert opened(docx(tmp_path / "稿.docx", body))[0].blocks


def test_text_of_another_file_is_refused(tmp_path: Path) -> None:
    said = "M016 稿件的正文须在文件之内，这个文档有一部分在嵌入的或另外的文件里"
    for element in ("altChunk", "subDoc"):
        body = p("文") + f'<w:{element} r:id="x"/>'
        assert refused(docx(tmp_path / "稿.docx", body)).startswith(said)


def test_damaged_parts_are_named(tmp_path: Path) -> None:
    file = docx(tmp_path / "稿.docx", "<w:p>")
    assert refused(file).startswith("M010 稿件须完整，这个文件不全或有损坏（word/document.xml）")
    bad = docx(tmp_path / "稿.docx", p("文"), parts={"word/document.xml.bak": "x"})
    data = bytearray(bad.read_bytes())
    data[data.index(b"word/document.xml") + 25] ^= 0xFF
    assert refused(written(bad, bytes(data))).startswith("M010")


def test_what_mammoth_stumbles_over_is_damage(tmp_path: Path) -> None:
    file = docx(
        tmp_path / "稿.docx",
        p("文"),
        relations={"f": ("footnotes", "footnotes.xml")},
        parts={"word/footnotes.xml": part("footnotes", f"<w:footnote>{p('注')}</w:footnote>")},
    )
    assert refused(file).startswith(
        "M010 稿件须完整，这个文件不全或有损坏（document.xml (KeyError)）"
    )


def test_what_is_too_much_to_hold_is_refused(tmp_path: Path) -> None:
    wide = tc("1", '<w:gridSpan w:val="99"/>')
    assert refused(docx(tmp_path / "稿.docx", table(*[wide * 40] * 100))).startswith(
        "M013 稿件展开后过大，不像正常的文件（表格超过 200000 格）"
    )
    many = tmp_path / "稿.docx"
    with zipfile.ZipFile(many, "w") as file:
        file.writestr("word/document.xml", "<w:p/>" * 1_000_001)
    assert refused(many).startswith("M013 稿件展开后过大，不像正常的文件（word/document.xml）")
    total = {f"word/media/{n}.png": os.urandom(1000) * 60_000 for n in range(5)}
    assert refused(zipped(tmp_path / "稿.docx", **total)).startswith("M013")
    with zipfile.ZipFile(tmp_path / "稿.docx", "w") as file:
        file.writestr("word/document.xml", bytes(33 * 1024 * 1024))
    assert refused(tmp_path / "稿.docx") == (
        "M013 稿件展开后过大，不像正常的文件（word/document.xml > 32 MB）"
        " — 用 Word 打开，删去多余的内容，另存；来历不明的，不要打开"
    )


LIMITS = """
import re, sys, time
from pathlib import Path
from yearbook.issues import Issues
from yearbook.manuscripts.source import read
issues = Issues()
start = time.process_time()
read(Path(sys.argv[1]), issues)
took = time.process_time() - start
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) // 1024
print(*sorted({issue.code for issue in issues}), f"{took:.1f}", peak)
"""


def limits(path: Path) -> tuple[list[str], float, int]:
    """Codes, seconds of CPU and megabytes at most of reading a file in its own process."""
    done = subprocess.run(
        [sys.executable, "-c", LIMITS, path],
        cwd=Path(__file__).parent.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    *codes, took, peak = done.stdout.split()
    return codes, float(took), int(peak)


def hostile() -> dict[str, dict[str, str | bytes]]:
    """Packages that are small on the disk and large in memory."""
    document = "word/document.xml"

    def body(inside: str) -> str:
        return part("document", f"<w:body>{inside}</w:body>")

    return {
        "a part of zeros": {document: body(p("文")), "word/media/a.bmp": bytes(200_000_000)},
        "many parts": {document: body(p("文"))} | {f"word/{n}.xml": "" for n in range(5001)},
        "many elements": {document: body("<w:p/>" * 1_100_000)},
        "many short paragraphs": {document: body("<w:p><w:r><w:t>1</w:t></w:r></w:p>" * 100_000)},
        "a long paragraph": {document: body(p("字" * 3_000_000))},
    }


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no /proc to ask for memory")
@pytest.mark.parametrize("name", hostile())
def test_memory_and_time_stay_within_bounds(tmp_path: Path, name: str) -> None:
    file = zipped(tmp_path / "稿.docx", **hostile()[name])
    codes, took, peak = limits(file)
    assert codes == ["M013"]
    assert took < 10
    assert peak < 300


def test_a_sheet_that_reaches_to_the_last_cell_is_refused(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "名称"  # type: ignore[index]
    book.active["XFD1048576"] = 1  # type: ignore[index]
    book.save(tmp_path / "表.xlsx")
    assert refused(tmp_path / "表.xlsx").startswith(
        "M013 稿件展开后过大，不像正常的文件（Sheet：17179869184 格）"
    )


def samples(folder: Path) -> list[Path]:
    """A small file of each kind that is made of several parts."""
    word = docx(
        folder / "稿.docx",
        p("标题", style="1") + p("文", drawn("i")) + table(tc("甲") + tc("1")),
        relations={"i": ("image", "media/a.png")},
        parts={"word/media/a.png": PNG},
    )
    book = openpyxl.Workbook()
    for row in (["名称", "数"], ["甲", 1], ["乙", 0.5]):
        book.active.append(row)  # type: ignore[union-attr]
    book.save(folder / "表.xlsx")
    page = written(folder / "页.html", "<meta charset=gbk><p>文<table><td>1<td>2".encode("gbk"))
    text = written(folder / "文.txt", "第一行\r\n第二行".encode("gb18030"))
    return [word, folder / "表.xlsx", page, text]


def faulty(data: bytes, chance: random.Random) -> list[bytes]:
    """The bytes cut short at every fiftieth, and with a byte changed in two hundred places."""
    made = [data[: len(data) * part // 50] for part in range(1, 50)]
    for _ in range(200):
        changed = bytearray(data)
        changed[chance.randrange(len(data))] = chance.randrange(256)
        made.append(bytes(changed))
    return made


def test_cut_and_changed_files_are_read_or_refused(tmp_path: Path) -> None:
    chance = random.Random(os.environ.get("YEARBOOK_SEED", "2018"))
    for path in samples(tmp_path):
        for data in faulty(path.read_bytes(), chance):
            issues = Issues()
            start = time.process_time()
            found = read(written(path, data), issues)
            assert time.process_time() - start < 3
            assert (found is None) == bool(issues.errors), data
