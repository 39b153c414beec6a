"""What a plain YAML scalar means: the core schema of YAML 1.2.2, section 10.3.2.

Goes in: a scalar as written, without quotes. Comes out: null, a truth value, a number or text.
So `off`, `no`, `12:30` and `2024-01-01` are text, and `0777` is 777.
"""

from __future__ import annotations

import re

from respgen.diagnostics import Span
from respgen.load.source import SchemaText, integer
from respgen.located import WrittenFloat

_WORDS: dict[str, bool | float | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True,
    "false": False, "False": False, "FALSE": False,
    ".nan": float("nan"), ".NaN": float("nan"), ".NAN": float("nan"),
}  # fmt: skip
for _sign, _value in (("", float("inf")), ("+", float("inf")), ("-", -float("inf"))):
    _WORDS |= dict.fromkeys((f"{_sign}.inf", f"{_sign}.Inf", f"{_sign}.INF"), _value)

_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BASES = {"0o": 8, "0x": 16}
_NUMERIC = frozenset("+-.0123456789")


def plain_value(source: SchemaText, span: Span, text: str) -> str | int | float | None:
    """The value of a plain scalar (bool is an int)."""
    if text in _WORDS:
        value = _WORDS[text]
        return WrittenFloat.of(value, text) if isinstance(value, float) else value
    if text[0] not in _NUMERIC:
        return text
    if _INTEGER.fullmatch(text):
        return integer(source, span, text, _BASES.get(text[:2], 10))
    return WrittenFloat.of(float(text), text) if _FLOAT.fullmatch(text) else text
