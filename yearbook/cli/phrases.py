"""What the commands say of their work, in both languages."""

from __future__ import annotations

import os
import shlex
import sys
import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TextIO

from yearbook import __version__
from yearbook.build import Result
from yearbook.issues import Issue, Lang

FEW = 5


def program(away: bool = False) -> str:
    """How the user calls the program, to be pasted here or, with `away`, in any folder."""
    script = Path(os.path.abspath(sys.argv[0]))  # noqa: PTH100 (a link stays a link)
    if script.name == "__main__.py":
        return f"{python(away)} -m yearbook"
    if script.name == "build.py":
        return f"{python(away)} {_path(script, away)}"
    return _command(script, away)


def python(away: bool = False) -> str:
    """How the user calls the Python that runs."""
    return _command(Path(sys.executable or "python"), away)


def _command(file: Path, away: bool) -> str:
    """The name of a program where it is enough, else its path."""
    import shutil

    found = shutil.which(file.stem if file.suffix.lower() == ".exe" else file.name)
    known = found and os.path.normcase(found).removesuffix(".exe")
    if known == os.path.normcase(file).removesuffix(".exe"):
        return file.stem if file.suffix.lower() == ".exe" else file.name
    return _path(file, away)


def _path(file: Path, away: bool) -> str:
    here = Path.cwd()
    return quoted(str(file if away or not file.is_relative_to(here) else file.relative_to(here)))


def quoted(text: str) -> str:
    """A word as a shell takes it whole."""
    if sys.platform == "win32":
        return f'"{text}"' if " " in text else text
    return shlex.quote(text)


def version() -> str:
    return f"yearbook {__version__}"


def built(result: Result, site: Path, seconds: str, lang: Lang) -> list[str]:
    """The summary of a build: what was written, kept and removed, and how long it took."""
    home = (site / "index.html").as_posix()
    report = result.report
    if report is None or not (report.written or report.removed):
        zh = f"没有变化：{result.files} 个文件；用时 {seconds} 秒：{home}"
        en = f"nothing changed: {result.files} files; {seconds} s: {home}"
        return [zh if lang == "zh" else en, *_warned(result, lang)]
    zh = (
        f"写出 {len(report.written)} 个文件，沿用 {report.kept} 个，"
        f"移除 {len(report.removed)} 个；用时 {seconds} 秒：{home}"
    )
    en = (
        f"wrote {len(report.written)}, kept {report.kept}, "
        f"removed {len(report.removed)}; {seconds} s: {home}"
    )
    details = _named("+", report.written) + _named("-", report.removed)
    return [*details, zh if lang == "zh" else en, *_warned(result, lang)]


def _named(sign: str, paths: Sequence[str]) -> list[str]:
    """The paths by name, when they are few."""
    return [f"  {sign} {path}" for path in paths] if len(paths) <= FEW else []


def _warned(result: Result, lang: Lang) -> list[str]:
    if not result.warnings + result.hints:
        return []
    count = _counted(0, result.warnings, result.hints, lang)
    hint = f"运行 {program()} check 查看" if lang == "zh" else f"see {program()} check"
    return [f"{count}：{hint}" if lang == "zh" else f"{count}: {hint}"]


def failed(issues: Iterable[Issue], lang: Lang) -> str:
    """The last line of a build that content errors stopped."""
    count = _tally(issues, lang)
    return f"{count}，没有写出任何文件" if lang == "zh" else f"{count}; nothing was written"


def checked(issues: Iterable[Issue], lang: Lang) -> str:
    return _tally(issues, lang)


def _tally(issues: Iterable[Issue], lang: Lang) -> str:
    found = [issue.severity for issue in issues]
    return _counted(found.count("error"), found.count("warning"), found.count("hint"), lang)


def _counted(errors: int, warnings: int, hints: int, lang: Lang) -> str:
    words = (("个错误", "error"), ("个警告", "warning"), ("个提示", "hint"))
    parts = [
        f"{n} {zh}" if lang == "zh" else f"{n} {en}{'' if n == 1 else 's'}"
        for n, (zh, en) in zip((errors, warnings, hints), words, strict=True)
        if n
    ]
    if not parts:
        return "没有问题" if lang == "zh" else "no issues"
    return ("，" if lang == "zh" else ", ").join(parts)


class Progress:
    """A line on long work: after a second, then every two; on a terminal the line is renewed."""

    def __init__(self, lang: Lang, stream: TextIO) -> None:
        self.lang, self.stream = lang, stream
        self.due = time.monotonic() + 1

    def __call__(self, done: int, total: int) -> None:
        now = time.monotonic()
        if now < self.due:
            return
        renewed = self.stream.isatty()
        self.due = now + (0.1 if renewed else 2)
        text = f"正在生成：{done}/{total}" if self.lang == "zh" else f"building: {done}/{total}"
        print(text, end="\r" if renewed else "\n", file=self.stream, flush=True)


def help_text(lang: Lang) -> str:
    return HELP[lang].replace("PROGRAM", program())


def serving(address: str, lang: Lang) -> str:
    return f"{address}（按 Ctrl-C 结束）" if lang == "zh" else f"{address} (stop with Ctrl-C)"


def started(folder: Path, lang: Lang) -> list[str]:
    """What to do after `init`."""
    call = program(away=True)
    heads = (f"新的年鉴在 {folder}。接下来：", f"The new yearbook is in {folder}. Next:")
    serve = ("一边写，一边在浏览器里看", "write, and see it in the browser")
    build = (
        "生成网站，双击 site/index.html 即可阅读",
        "make the site; open site/index.html to read it",
    )
    which = lang == "en"
    return [
        heads[which],
        f"  cd {quoted(str(folder))}",
        f"  {call} serve      {serve[which]}",
        f"  {call} --drafts   {build[which]}",
    ]


HELP: dict[Lang, str] = {
    "zh": """\
用法：PROGRAM [命令] [选项]

由 YAML 和 Markdown 生成年鉴网站。

命令
  build        由 content/ 和 templates/ 生成 site/（不写命令即为 build）
  check        通读并核对，不写文件；结论与 build 相同
  serve        生成后在本机浏览器里预览，内容或模板一改，网页随之更新（含草稿）
  init 文件夹  新建一部可以生成的年鉴
  new 卷       照上一卷新建一卷：分目、条目、数据的标识相同，正文待写
  import 文件… 把来稿（.docx、.txt、.html、.xlsx、.csv）编成一卷的分目文件，一字不丢
  status [卷]  按单位和阶段列出各条目的进度
  release 卷   定稿后发布一卷，锁定它的地址和文字
  package 卷   把一卷做成归档包（BagIt）：原稿、内容、网站、数据，能自证完整
  offline [卷] 把整个网站或一卷做成离线阅读的 zip
  verify 路径  核对网站、归档包或 zip 是否完整，逐个指出缺、多、改、残的文件

选项（写在命令前后都可以）
  --content 文件夹     内容所在，默认为当前文件夹里的 content
  --templates 文件夹   模板所在，默认为当前文件夹里的 templates；没有时用程序自带的
  --site 文件夹        网站写到哪里，默认为当前文件夹里的 site
  --drafts             （build、check、serve）草稿卷也生成
  --jobs N          （build、check、serve）用几个进程；默认按处理器核数，内容少时用一个
  --rehash          （build）不看文件时间，重新核对每个来源和网页的内容
  --search text|exact  （build、serve）检索的数据：text 全文一个文件，exact 分片的逐字索引；
                       默认按字数选；检索的结果相同
  --without across     （build、check、serve）不生成跨年的页面：各卷对比、分目历年、数据历年
  --quiet              只报错误
  --lang zh|en         提示用中文或英文，默认随系统
  --json               （check、status、verify）以 JSON 列出
  --github             （check）以 GitHub 注解列出
  --select 代码        （check）警告和提示只看这些代码，如 L,C231
  --ignore 代码        （check）警告和提示不看这些代码
  --fix                （check）补写条目标识，起草未登记的数据，改正有把握的校对问题
  --out 文件夹         （package、offline）写到哪里
  --title 名称         （init）年鉴的名称
  --from 卷            （new）照哪一卷，默认为最后一卷
  --edition 卷         （import）编入哪一卷
  --section 分目       （import）全部编入这个分目
  --opening 分目       （import）没有标题的开头编入这个分目
  --force              （import）覆盖编入后又改过的文件
  --port 端口          （serve）默认为 8000 起第一个空闲的端口
  --open               （serve）打开浏览器
  --version            版本
  --help, -h           本说明

退出码：0 正常；1 内容有错误，什么都没有写；2 用法不对，或网站文件夹不能写。警告不影响退出码。""",
    "en": """\
Usage: PROGRAM [COMMAND] [OPTIONS]

Makes the website of a yearbook from YAML and Markdown.

Commands
  build      make site/ from content/ and templates/ (the default)
  check      read and check everything, write nothing; the same verdict as build
  serve      build, show it in the browser, and renew it on every change (with drafts)
  init DIR   begin a new yearbook that builds
  new ID     begin an edition like the last: the same sections and ids, the words to be written
  import FILE…  make section files of manuscripts (.docx .txt .html .xlsx .csv); nothing is lost
  status [ID]   how far the entries of an edition are, by unit and state
  release ID    release a finished edition: its addresses and words are locked
  package ID    an edition for the archive (BagIt): manuscripts, sources, site, data
  offline [ID]  a zip of the site, or of one edition, to be read offline
  verify PATH   name every file missing, added, changed or cut in a site, a package or a zip

Options (before or after the command)
  --content DIR     the content; by default content in the current folder
  --templates DIR   the templates; by default templates in the current folder, if there is one,
                    else the program's own
  --site DIR        where the site is written; by default site in the current folder
  --drafts          (build, check, serve) draft editions too
  --jobs N          (build, check, serve) how many processes; by default one for each core, and
                    a single one where there is little to do
  --rehash          (build) do not trust times: compare the bytes of every source and page
  --search text|exact  (build, serve) the data of search: all words in one file, or an exact
                    index in shards; by default by the number of words; the hits are the same
  --without across  (build, check, serve) no pages across years: editions compared, sections and
                    figures through the years
  --quiet           print errors only
  --lang zh|en      language of messages; by default the system's
  --json            (check, status, verify) as JSON
  --github          (check) as annotations for GitHub
  --select CODES    (check) only these warnings and hints, as L,C231
  --ignore CODES    (check) not these warnings and hints
  --fix             (check) write missing entry ids, draft undeclared figures, mend what is safe
                    to mend of proofreading
  --out DIR         (package, offline) where it is written
  --title TITLE     (init) the yearbook's title
  --from ID         (new) the edition to begin from; by default the last
  --edition ID      (import) the edition to import into
  --section NAME    (import) all of it goes into this section
  --opening NAME    (import) an opening without a title goes into this section
  --force           (import) overwrite files that were edited since they were imported
  --port PORT       (serve) by default the first free one from 8000
  --open            (serve) open the browser
  --version         the version
  --help, -h        this text

Exit codes: 0 fine; 1 the content has errors, nothing was written; 2 wrong use, or the site folder
cannot be written. Warnings do not change them.""",
}
