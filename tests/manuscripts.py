"""Word files made for tests: XML put into the smallest package that Word would open."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from yearbook.issues import Issues
from yearbook.manuscripts.blocks import Grid, Manuscript, Paragraph
from yearbook.manuscripts.source import read

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    f' xmlns:r="{OFFICE}"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    ' xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"'
)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def p(*inside: str, style: str = "", more: str = "") -> str:
    """A paragraph; text that is no XML becomes a run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    runs = "".join(one if one.startswith("<") else r(one) for one in inside)
    return f"<w:p><w:pPr>{named}{more}</w:pPr>{runs}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def tc(inside: str, properties: str = "") -> str:
    body = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{body}</w:tc>"


def drawn(relation: str, alt: str = "") -> str:
    """A run with a picture."""
    return (
        f'<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="{alt}"/><a:graphic>'
        f'<a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="{relation}"/></pic:blipFill>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def part(name: str, inside: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{name} {SPACES}>{inside}</w:{name}>'


def docx(
    path: Path,
    body: str,
    *,
    relations: Mapping[str, tuple[str, str]] | None = None,
    parts: Mapping[str, str | bytes] | None = None,
) -> Path:
    """A .docx with `body`; `relations` are kinds and targets by id, `parts` what else is in it."""
    listed = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"'
        f"{' TargetMode=' + chr(34) + 'External' + chr(34) if ':' in target else ''}/>"
        for id, (kind, target) in (relations or {}).items()
    )
    main = f'<Relationship Id="r" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
    head = f'<Relationships xmlns="{PACKAGE}/relationships">'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"/>')
        file.writestr("_rels/.rels", f"{head}{main}</Relationships>")
        file.writestr("word/_rels/document.xml.rels", f"{head}{listed}</Relationships>")
        file.writestr("word/document.xml", part("document", f"<w:body>{body}</w:body>"))
        for name, content in (parts or {}).items():
            file.writestr(name, content)
    return path


def opened(path: Path) -> tuple[Manuscript, list[str]]:
    """The manuscript at `path` with what is said of it, each without its place and mend."""
    issues = Issues()
    found = read(path, issues)
    said = [f"{issue.code} {issue.parts('zh')[0]}" for issue in issues]
    assert found is not None, said
    return found, said


def refused(path: Path) -> str:
    """The line that says why a manuscript is refused, from its code on."""
    issues = Issues()
    assert read(path, issues) is None
    (issue,) = issues.errors
    return issue.line("zh").removeprefix(f"{path}:").strip()


def paragraphs(found: Manuscript) -> list[Paragraph]:
    return [block for block in found.blocks if isinstance(block, Paragraph)]


def grids(found: Manuscript) -> list[Grid]:
    return [block for block in found.blocks if isinstance(block, Grid)]


def texts(found: Manuscript) -> list[str]:
    return [paragraph.text for paragraph in paragraphs(found)]
