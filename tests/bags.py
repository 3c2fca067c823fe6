"""Small bags, sites and zips, whole ones, for tests to damage."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from yearbook.write.manifest import MANIFEST, manifest

BAG = {"data/a.txt": b"one\n", "data/b/c.txt": b"two\n"}
SITE = {"index.html": b"<p>home</p>\n", "2017/index.html": b"<p>volume</p>\n"}
INFO = "Source-Organization: 海棠县图书馆\nPayload-Oxum: {oxum}\n"


def digest(data: bytes, algorithm: str = "sha256") -> str:
    return hashlib.new(algorithm, data).hexdigest()


def listing(files: Mapping[str, bytes], algorithm: str = "sha256") -> str:
    """A line for each file."""
    return "".join(f"{digest(data, algorithm)}  {path}\n" for path, data in files.items())


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files below a folder."""
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
    return folder


def bag(
    folder: str | Path = "bag",
    files: Mapping[str, bytes] = BAG,
    version: str = "1.0",
    algorithms: tuple[str, ...] = ("sha256",),
    info: str = INFO,
    encoding: str = "UTF-8",
    **tags: bytes,
) -> Path:
    """A whole bag; `tags` are further tag files, `fetch_txt` for fetch.txt."""
    made = {"bagit.txt": declared(version, encoding)}
    oxum = f"{sum(map(len, files.values()))}.{len(files)}"
    made["bag-info.txt"] = info.format(oxum=oxum).encode(encoding)
    made |= {name.replace("_txt", ".txt"): data for name, data in tags.items()}
    for one in algorithms:
        made[f"manifest-{one}.txt"] = listing(files, one).encode(encoding)
    lists = {f"tagmanifest-{one}.txt": listing(made, one).encode(encoding) for one in algorithms}
    return put(Path(folder), {**files, **made, **lists})


def declared(version: str = "1.0", encoding: str = "UTF-8") -> bytes:
    """bagit.txt."""
    return f"BagIt-Version: {version}\nTag-File-Character-Encoding: {encoding}\n".encode()


def relisted(folder: Path, algorithm: str = "sha256") -> Path:
    """The same bag with its tag manifest made anew, as if the tag files had always been so."""
    name = f"tagmanifest-{algorithm}.txt"
    tags = {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}
    tags.pop(name, None)
    (folder / name).write_text(listing(tags, algorithm), "utf-8")
    return folder


def site(folder: str | Path = "site", files: Mapping[str, bytes] = SITE) -> Path:
    """A whole site, as far as its list goes."""
    digests = {path: digest(data) for path, data in files.items()}
    sizes = {path: len(data) for path, data in files.items()}
    return put(Path(folder), {**files, MANIFEST: manifest(digests, sizes)})


def zipped(folder: Path, target: str | Path = "made.zip", root: str = "") -> Path:
    """A zip of a folder's files, as any program makes it."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(path for path in folder.rglob("*") if path.is_file()):
            made.write(path, f"{root}{path.relative_to(folder).as_posix()}")
    return Path(target)
