"""What a figure depends on: the machine, its load, the versions."""

from __future__ import annotations

import os
import platform
from pathlib import Path


def machine(work: Path) -> dict[str, str | int | float]:
    """Cores, processor, memory, system, Python, and the file system of the work folder."""
    return {
        "cores": len(os.sched_getaffinity(0)),
        "cpu": row("/proc/cpuinfo", "model name"),
        "memory_gb": round(int(row("/proc/meminfo", "MemTotal").split()[0]) / 1e6, 1),
        "system": row("/etc/os-release", "PRETTY_NAME", "=").strip('"'),
        "kernel": platform.release(),
        "python": platform.python_version(),
        "file_system": file_system(work.resolve()),
    }


def row(file: str, key: str, stop: str = ":") -> str:
    for line in Path(file).read_text().splitlines():
        name, _, value = line.partition(stop)
        if name.strip() == key:
            return value.strip()
    return "0"


def file_system(path: Path) -> str:
    """The type of the file system that a path is on."""
    best, kind = "", "?"
    for line in Path("/proc/self/mounts").read_text().splitlines():
        place, name = line.split()[1:3]
        if path.is_relative_to(place) and len(place) >= len(best):
            best, kind = place, name
    return kind


def load() -> list[float]:
    return [round(one, 2) for one in os.getloadavg()]


def sentence(said: dict[str, str | int | float], lang: str) -> str:
    """The machine in one line of documentation."""
    if lang == "zh":
        return (
            f"{said['cpu']}，{said['cores']}核，{said['memory_gb']} GB 内存，{said['system']}，"
            f"Python {said['python']}，{said['file_system']}"
        )
    return (
        f"{said['cpu']}, {said['cores']} cores, {said['memory_gb']} GB of memory, {said['system']},"
        f" Python {said['python']}, {said['file_system']}"
    )
