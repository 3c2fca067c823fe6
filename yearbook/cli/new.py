"""`new`: the next edition from the last."""

from __future__ import annotations

import sys

from yearbook.cli import phrases
from yearbook.cli.options import Options
from yearbook.issues import Lang
from yearbook.new import Made, new


def run(options: Options) -> int:
    made = new(options.content, options.words[0], options.from_)
    if not options.quiet:
        print("\n".join(_made(made, options.lang)), file=sys.stderr)
    return 0


def _made(made: Made, lang: Lang) -> list[str]:
    """What was made, and what to do next."""
    call, id_ = phrases.program(), made.folder.name
    taken = ("、" if lang == "zh" else ", ").join(made.carried)
    if lang == "zh":
        done = f"沿用 {len(made.carried)} 个分目，核对后删去其中的 carried：{taken}"
        return [
            f"新的一卷在 {made.folder.as_posix()}，照 {made.old} 卷：",
            f"  volume: {made.volume}，covers: {made.covers}；不对的，在 edition.yaml 里改",
            *([f"  {done}"] if made.carried else []),
            f"  {made.sections} 个分目待编：{made.entries} 条正文、{made.figures} 个数据",
            "接下来：",
            f"  {call} import 来稿.docx --edition {id_}    编入来稿",
            f"  {call} status {id_}    看进度",
            f"  {call} check    看还缺什么",
            f"  {call} serve    一边写，一边在浏览器里看",
        ]
    done = f"carried over, delete carried when looked through: {taken}"
    return [
        f"The new edition is in {made.folder.as_posix()}, after {made.old}:",
        f"  volume: {made.volume}, covers: {made.covers}; mend it in edition.yaml if that is wrong",
        *([f"  {len(made.carried)} sections {done}"] if made.carried else []),
        f"  {made.sections} sections to be filled: {made.entries} entries, {made.figures} figures",
        "Next:",
        f"  {call} import text.docx --edition {id_}    take a manuscript in",
        f"  {call} status {id_}    see how far it is",
        f"  {call} check    see what is missing",
        f"  {call} serve    write, and see it in the browser",
    ]
