"""What to write for a text that is no type expression of ours.

Goes in: a name, or a text that does not parse. Comes out: a help line.
"""

from __future__ import annotations

import ast
import re

from respgen.core.grammar import compiled
from respgen.diagnostics import Malformed, nearest
from respgen.vocabulary.import_paths import import_path
from respgen.vocabulary.python_names import KNOWN

_LONGEST = 200
_CLOSING = {"[": "]", "(": ")"}
_STANDARD = {
    name: f"write {module}.{name}"
    for module, names in {
        "datetime": ("datetime", "date", "time", "timedelta"),
        "decimal": ("Decimal",),
        "enum": ("Enum", "StrEnum", "IntEnum"),
        "pathlib": ("Path",),
        "pydantic": ("BaseModel", "EmailStr", "HttpUrl"),
        "uuid": ("UUID",),
    }.items()
    for name in names
}
_OTHERS = {
    **dict.fromkeys(("none", "null", "nil", "nonetype"), "write None"),
    **dict.fromkeys(("any", "mixed", "unknown"), "write Any"),
    **dict.fromkeys(("number", "numeric"), "write int or float"),
    **dict.fromkeys(("string", "text", "char", "varchar"), "write str"),
    **dict.fromkeys(("integer", "long", "int32", "int64"), "write int"),
    **dict.fromkeys(("double", "real", "float64"), "write float"),
    "boolean": "write bool",
    **dict.fromkeys(("array", "vector"), "write list, or list[str]"),
    **dict.fromkeys(("map", "record", "hash", "dictionary"), "write dict[str, int]"),
    "json": "write JsonValue",
    "uuid": "write uuid.UUID",
    "decimal": "write decimal.Decimal",
    "datetime": "write datetime.datetime",
    "timestamp": "write datetime.datetime",
    "timedelta": "write datetime.timedelta",
    "annotated": "write the type alone, without Annotated",
    "typeddict": "define the TypedDict in Python, and write its import path:"
    " shop.models.Item",
    "namedtuple": "define the NamedTuple in Python, and write its import path:"
    " shop.models.Item",
}


def name_advice(name: str) -> str:
    """For a name that is not known: by its letters, by its likeness, or as a name of the author's."""
    example = f"shop.models.{name if len(name) < 30 else 'User'}"
    return (
        _STANDARD.get(name)
        or _OTHERS.get(name.lower())
        or nearest(name, KNOWN)
        or f"write its import path: {example}"
    )


def annotation_advice(source: str) -> str:
    """For a text that is no annotation: what is missing or too much in it, or an import path."""
    try:
        path = import_path(source)
    except Malformed:
        pass
    else:
        return f"write '{path.module}.{path.name}'"
    meant = _mended(source) if len(source) <= _LONGEST else ""
    return meant or "write it as an annotation: list[shop.models.User]"


def _mended(source: str) -> str:
    if compiled(r"[\w.\[\], |]+\?").fullmatch(source) and _parses(source[:-1]):
        return f"write {source[:-1].strip()} | None"
    if missing := _unclosed(source):
        return f"a bracket is missing: write {source}{missing}"
    if _unclosed(source) is None and _parses(source[:-1]):
        return f"a bracket is too much: write {source[:-1]}"
    quoted = re.sub(r"\bLiteral\[([^\[\]\"']+)\]", _in_quotes, source)
    return f"quote the words: write {quoted}" if quoted != source else ""


def _in_quotes(match: re.Match[str]) -> str:
    words = [word.strip() for word in match[1].split(",")]
    return f"Literal[{', '.join(map(_quoted, words))}]"


def _quoted(word: str) -> str:
    return word if word in ("None", "True", "False") or word.isdigit() else f'"{word}"'


def _unclosed(source: str) -> str | None:
    """The brackets that close those that are open; None where one is closed that is not."""
    open_ = ""
    for mark in source:
        if mark in _CLOSING:
            open_ = _CLOSING[mark] + open_
        elif mark in _CLOSING.values():
            if not open_.startswith(mark):
                return None
            open_ = open_[1:]
    return open_ if open_ and _parses(source + open_) else ""


def _parses(source: str) -> bool:
    try:
        ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return True
