"""`python build.py [COMMAND]`: the same program as `yearbook`. Parses on every Python 3."""

import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGES = ("jinja2", "markdown", "pypinyin", "yaml")


def main():
    command = missing()
    if command:
        sys.stderr.write(command + "\n")
        return 2
    if HERE not in sys.path:
        sys.path.insert(0, HERE)
    from yearbook.quick import main as run

    return run()


def missing():
    """The line to print when this Python cannot run the program, else an empty text."""
    if sys.version_info < (3, 11):
        reason = ("须用 Python，版本不低于3.11", "Python 3.11 or newer is needed")
        return line(reason, install("py -3.11" if os.name == "nt" else "python3.11"))
    from importlib.machinery import PathFinder

    absent = [name for name in PACKAGES if PathFinder.find_spec(name) is None]
    if absent:
        zh, en = "、".join(absent), ", ".join(absent)
        reason = ("这个 Python 里没有 " + zh, "this Python lacks " + en)
        return line(reason, install("py" if os.name == "nt" else "python3"))
    return ""


def install(python):
    """The command that makes the environment, or that uses the one that is there."""
    venv = os.path.join(HERE, ".venv")
    inside = os.path.join(venv, "Scripts" if os.name == "nt" else "bin", "python")
    script = shown(os.path.join(HERE, "build.py"))
    run = " ".join([shown(inside), script] + [quoted(word) for word in sys.argv[1:]])
    fill = shown(inside) + " -m pip install -e " + shown(HERE) + " && " + run
    used = os.path.abspath(sys.prefix) == venv
    if used and sys.version_info >= (3, 11):
        return fill
    if not used and (os.path.exists(inside) or os.path.exists(inside + ".exe")):
        return run
    return python + " -m venv " + ("--clear " if used else "") + shown(venv) + " && " + fill


def shown(path):
    """A path as it is shortest from the current folder."""
    try:
        return quoted(os.path.relpath(path))
    except ValueError:  # another drive of Windows
        return quoted(path)


def quoted(word):
    return '"' + word + '"' if " " in word else word


def line(reason, command):
    """The reason and the command, in the language of the locale."""
    if is_chinese():
        return reason[0] + "，请运行：" + command
    return reason[1] + "; run: " + command


def is_chinese():
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if os.environ.get(name):
            return os.environ[name].lower().startswith("zh")
    import locale

    return (locale.getlocale()[0] or "").lower().startswith(("zh", "chinese"))


if __name__ == "__main__":
    sys.exit(main())
