"""`verify`: whether a site, a package or a zip is whole."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path

from yearbook.cli.options import Options
from yearbook.cli.reports import json_report
from yearbook.issues import Issues, Lang, visible
from yearbook.render.extras import size
from yearbook.verify import Kind, Verdict, verify
from yearbook.verify.site import Volume

KINDS: dict[Kind, tuple[str, str]] = {
    "site": ("网站", "site"),
    "bag": ("归档包", "package"),
    "zip": ("zip", "zip"),
    "folder": ("文件夹", "folder"),
}


def run(options: Options) -> int:
    issues = Issues()
    found = verify(Path(options.words[0]), issues)
    if options.json:
        report = json.loads(json_report(list(issues), options.lang)) | asdict(found)
        print(json.dumps(report, ensure_ascii=False, indent=2))
    else:
        for issue in issues:
            if not options.quiet or issue.severity == "error":
                print(issue.line(options.lang))
        if not options.quiet:
            print("\n".join(said(found, len(issues.errors), options.lang)), file=sys.stderr)
    return 0 if found.whole else 1


def said(found: Verdict, errors: int, lang: Lang) -> list[str]:
    """The verdict: whether it is whole, what it is, how large, and what it was made with."""
    zh = lang == "zh"
    kind = KINDS[found.kind][not zh]
    if found.zipped and found.kind != "zip":
        kind = f"{kind}的 zip" if zh else f"zip of a {kind}"
    if zh:
        head = f"完整：{kind}" if found.whole else f"不完整：{kind}，{errors} 处问题"
        rest = f"，{found.files} 个文件，{size(found.size)}" if found.files else ""
    else:
        flaws = f"{errors} fault{'' if errors == 1 else 's'}"
        head = f"whole: {kind}" if found.whole else f"not whole: {kind}, {flaws}"
        rest = f", {found.files} files, {size(found.size)}" if found.files else ""
    made = visible(found.made)
    rest += (f"；由 {made} 生成" if zh else f"; made with {made}") if made else ""
    return [head + rest, *(f"  {_volume(one, zh)}" for one in found.volumes)]


def _volume(one: Volume, zh: bool) -> str:
    volume = f" {one.volume} 卷" if zh else f", volume {one.volume}"
    revised = f"（{one.revised} 修订）" if zh else f" (revised {one.revised})"
    return visible(one.title + (volume if one.volume else "") + (revised if one.revised else ""))
