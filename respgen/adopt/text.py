"""Entries -> the YAML that an author would write.

Goes in: plain values. Come out: lines that every reader of YAML takes for the same values: whatever is
not certainly text without quotes has some.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

Node: TypeAlias = (
    "str | int | float | bool | Sequence[Node] | Mapping[str, Node] | None"
)
WIDTH = 100
_WORDS = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})
_PLAIN = re.compile(
    r"[A-Za-z_/][A-Za-z0-9_./+-]*(?: [A-Za-z0-9_./+-]+)*|[0-9]+[smhdwy]"
)
_SENTENCE = re.compile(
    r"[A-Za-z][A-Za-z0-9_./+\-,;'()=]*(?: [A-Za-z0-9_./+\-,;'()=]+)*"
)
"""What is text by itself, where no bracket is open."""


def lines(key: str, value: Node, indent: int) -> Iterator[str]:
    """`key: value`, on one line where that is short."""
    start = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, str) and _SENTENCE.fullmatch(value):
        yield f"{start} {value if value.lower() not in _WORDS else scalar(value)}"
        return
    short = f"{start} {flow(value)}"
    if not isinstance(value, Mapping) or not value or len(short) <= WIDTH:
        yield short
        return
    yield start
    for name, each in value.items():
        yield from lines(name, each, indent + 2)


def block(
    key: str, value: Mapping[str, Node], indent: int, note: str = ""
) -> list[str]:
    """An entry, key by key; `note` is a comment behind its name."""
    comment = f"  # {note}" if note else ""
    inner = (
        line for name, each in value.items() for line in lines(name, each, indent + 2)
    )
    empty = "" if value else " {}"
    return [f"{' ' * indent}{scalar(key)}:{empty}{comment}", *inner]


def flow(value: Node) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        inside = (f"{scalar(key)}: {flow(each)}" for key, each in value.items())
        return f"{{{', '.join(inside)}}}"
    if isinstance(value, Sequence) and not isinstance(value, str):
        return f"[{', '.join(map(flow, value))}]"
    return scalar(value)


def scalar(value: str | int | float | bool | None) -> str:
    """A value as it is written anywhere."""
    if not isinstance(value, str):
        return json.dumps(value)
    if _PLAIN.fullmatch(value) and value.lower() not in _WORDS:
        return value
    return quoted(value)


_ESCAPED = re.compile(
    r'[\\"\x00-\x1f\x7f-\x9f\xa0\xad\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]'
)


def quoted(text: str) -> str:
    """In double quotes, with the escapes that YAML and JSON share."""
    return f'"{_ESCAPED.sub(_escape, text)}"'


def _escape(found: re.Match[str]) -> str:
    character = found[0]
    if character == "\n":
        return "\\n"
    return f"\\{character}" if character in '\\"' else f"\\u{ord(character):04x}"
