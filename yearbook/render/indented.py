"""JSON with a line for each value, as `json.dumps(…, indent=1)` writes it, which takes its time."""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _text

BREAK = "\n"
_said = json.JSONEncoder(ensure_ascii=False).encode


def to_json(data: object) -> bytes:
    """A file of JSON; the names of objects are texts."""
    return f"{_written(data, BREAK)}\n".encode()


def _written(value: object, before: str) -> str:
    """A value, its lines begun by `before`."""
    if type(value) is str:
        return _text(value)
    if type(value) is int:
        return str(value)
    within = f"{before} "
    if isinstance(value, dict) and value:
        rows = [
            f"{within}{_text(name)}: {_text(one) if type(one) is str else _written(one, within)}"
            for name, one in value.items()
        ]
        return f"{{{','.join(rows)}{before}}}"
    if isinstance(value, list) and value:
        return f"[{','.join([within + _written(one, within) for one in value])}{before}]"
    return _said(value)
