"""How long a long Word manuscript takes to be read, and how much memory.

python benchmarks/import_docx.py [--pages N]

Makes a .docx with headings, paragraphs, footnotes, tables and pictures, some 700 characters a page,
and reads it, then imports it, each in a process of its own. Needs Linux, which is asked for memory.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

import docx
from docx.shared import Cm
from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
WORDS = (
    "年内全市各级工会组织开展劳动竞赛培训职工技能帮扶困难家庭举办活动落实制度推进改革加强安全生产"
)
NOTE = (
    '<w:footnote xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" w:id="{0}">'
    "<w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>第{0}条注释，见2017年统计。</w:t></w:r></w:p>"
    "</w:footnote>"
)
REFERENCE = (
    '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="{}"/></w:r>'
)
CHILD = """
import re, sys, time
from pathlib import Path
sys.path.insert(0, sys.argv[1])
start, used = time.perf_counter(), time.process_time()
{work}
took, used = time.perf_counter() - start, time.process_time() - used
peak = int(re.search(r"VmHWM:\\s*(\\d+)", Path("/proc/self/status").read_text())[1]) / 1024
print(f"{what}: {{took:.2f}} s, {{used:.2f}} s CPU, {{peak:.0f}} MB at most")
"""
READ = """
from yearbook.issues import Issues
from yearbook.manuscripts.source import read
found = read(Path("long.docx"), Issues())
print(len(found.blocks), "blocks,", len(found.pictures), "pictures,", len(found.remarks), "notes")
"""
IMPORT = """
from yearbook import cli
cli.main(["import", "long.docx", "--edition", "2018", "--quiet"])
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--pages", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "content").mkdir()
        (folder / "content" / "yearbook.yaml").write_text("title: 年鉴\n", "utf-8")
        (folder / "long.docx").write_bytes(manuscript(options.pages))
        size = (folder / "long.docx").stat().st_size / 1024 / 1024
        print(f"{options.pages} pages, {size:.1f} MB")
        for what, work in (("read", READ), ("import", IMPORT)):
            code = CHILD.format(what=what, work=work)
            subprocess.run([sys.executable, "-c", code, ROOT], cwd=folder, check=True)


def manuscript(pages: int) -> bytes:
    chance = random.Random(2018)
    document = docx.Document()
    for page in range(1, pages + 1):
        if page % 10 == 1:
            document.add_heading(f"第{page // 10 + 1}部分", 1)
        document.add_heading(sentence(chance, 6), 2)
        for _ in range(5):
            paragraph(document, chance)
        document.paragraphs[-1].add_run(f"〔{page}〕")
        if page % 4 == 0:
            table(document, chance)
        if page % 5 == 0:
            document.add_picture(picture(chance), width=Cm(12))
            document.add_paragraph(f"图{page // 5} {sentence(chance, 10)}", style="Caption")
    made = io.BytesIO()
    document.save(made)
    return with_notes(made, pages)


def sentence(chance: random.Random, length: int) -> str:
    return "".join(chance.choices(WORDS, k=length))


def paragraph(document: docx.document.Document, chance: random.Random) -> None:
    """A paragraph of some 130 characters in several runs, as Word cuts them."""
    made = document.add_paragraph()
    for _ in range(8):
        made.add_run(f"{sentence(chance, 12)}{chance.randrange(1, 99999)}人次，")


def table(document: docx.document.Document, chance: random.Random) -> None:
    made = document.add_table(12, 6)
    for row in made.rows:
        for cell in row.cells:
            cell.text = f"{sentence(chance, 4)}{chance.randrange(1000)}"


def picture(chance: random.Random) -> io.BytesIO:
    made = io.BytesIO()
    Image.frombytes("RGB", (600, 400), chance.randbytes(600 * 400 * 3)).save(made, "JPEG")
    return made


def with_notes(file: io.BytesIO, count: int) -> bytes:
    """The document with a footnote at each 〔number〕."""
    made = io.BytesIO()
    notes = "".join(NOTE.format(number) for number in range(1, count + 1))
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                text = data.decode("utf-8")
                mark = re.compile(r"<w:r><w:t>〔(\d+)〕</w:t></w:r>")
                data = mark.sub(lambda found: REFERENCE.format(found[1]), text).encode("utf-8")
            if name == "word/_rels/document.xml.rels":
                kind = (
                    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
                )
                listed = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/>'
                data = data.replace(b"</Relationships>", f"{listed}</Relationships>".encode())
            new.writestr(name, data)
        head, _, tail = NOTE.format(0).partition("<w:footnote ")
        space = tail.partition(" ")[0]
        new.writestr("word/footnotes.xml", f"{head}<w:footnotes {space}>{notes}</w:footnotes>")
    return made.getvalue()


if __name__ == "__main__":
    main()
