"""Plain values as the text of a schema file, in the plainest style of each format."""

from __future__ import annotations

import json

from respgen.located import Plain


def as_json(value: Plain) -> str:
    """Two spaces deep, a member a line."""
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def as_toml(value: Plain) -> str:
    """A key of the root a line, and everything below it in braces; null is not to be had."""
    assert isinstance(value, dict)
    return "".join(f"{_key(key)} = {_inline(value[key])}\n" for key in value)


def _key(key: str) -> str:
    return json.dumps(key, ensure_ascii=False)


def _inline(value: Plain) -> str:
    if isinstance(value, dict):
        pairs = (f"{_key(key)} = {_inline(value[key])}" for key in value)
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    return json.dumps(value, ensure_ascii=False)
