"""The right schemas of all rules' pages, and one slip at one place of one of them.

Goes in: nothing. Comes out: of each page the schema as JSON, every key and scalar of it misspelt in
every way in which fingers slip.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respgen.diagnostics import Problems
from respgen.load import parse
from respgen.load.tree import plain
from respgen.located import Plain
from respgen.rules import RULES
from respgen.rules.page import page

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Slipped:
    """A page's schema with one slip, where it is, and what stood there."""

    code: str
    right: Plain
    name: str
    path: Path
    at_key: bool
    wrong: Plain

    def __str__(self) -> str:
        where = ".".join(map(str, self.path))
        return f"{self.code} {where}: {self.name}, {self.shown!r}"

    @property
    def shown(self) -> Plain:
        return self.path[-1] if self.at_key else _at(self.wrong, self.path)


def schema(code: str) -> Plain:
    """The right schema of a rule's page; None where it does not stand by itself."""
    shown = page(RULES[code])
    alone = not shown.alongside and shown.right.name.endswith((".yaml", ".json"))
    if not alone:
        return None
    read = parse(shown.right.text.encode(), shown.right.name, Problems())
    return None if read is None else plain(read.root)


def slips(code: str, right: Plain) -> Iterator[Slipped]:
    """Every slip in a schema."""
    for path, value in _places(right):
        key = path[-1]
        if isinstance(key, str) and _is_ours(path):
            around = _mapping(right, path)
            for name, made in _words(key):
                if made not in around:
                    changed = _renamed(right, path, made)
                    yield Slipped(code, right, name, (*path[:-1], made), True, changed)
        for name, other in _values(value):
            yield Slipped(code, right, name, path, False, _put(right, path, other))


def _is_ours(path: Path) -> bool:
    """Whether a key is a word of the language, or else the name of a header."""
    *above, key = path
    named = ("responses", "problems", "cookies", "headers", "params", "extensions")
    return key == "respgen" or not (above and above[-1] in named and len(above) == 1)


def _places(value: Plain, path: Path = ()) -> Iterator[tuple[Path, Plain]]:
    if isinstance(value, dict):
        for key, inside in value.items():
            yield (*path, key), inside
            yield from _places(inside, (*path, key))
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            yield (*path, place), inside
            yield from _places(inside, (*path, place))


def _words(word: str) -> Iterator[tuple[str, str]]:
    yield "capitals", word.upper()
    yield "a capital", word.capitalize()
    yield "other hyphens", (
        word.replace("_", "-") if "_" in word else word.replace("-", "_")
    )
    for place in range(1, len(word) - 1 if len(word) > 4 else 0):
        head, one, two, tail = (
            word[:place],
            word[place],
            word[place + 1],
            word[place + 2 :],
        )
        if one != two:
            yield "letters swapped", head + two + one + tail
        yield "a letter doubled", head + one + one + two + tail
        yield "a letter missing", head + two + tail


def _values(value: Plain) -> Iterator[tuple[str, Plain]]:
    match value:
        case bool():
            yield "a truth value as text", str(value).lower()
            yield "another word for it", "yes" if value else "no"
        case int():
            yield "a number as text", str(value)
            yield "a unit", f"{value}s"
            yield "a minus sign", -value
        case str():
            yield "a space before", f" {value}"
            yield "a space after", f"{value} "
            yield "quotes in quotes", f'"{value}"'
            yield "single quotes in quotes", f"'{value}'"
            if re.fullmatch(r"[A-Za-z][\w-]*", value):
                yield from _words(value)
    yield "a list around it", [value]
    yield "no value", None


def _at(value: Plain, path: Path) -> Plain:
    for step in path:
        value = value[step]  # type: ignore[index]  # paths come from the value
    return value


def _mapping(value: Plain, path: Path) -> dict[str, Plain]:
    around = _at(value, path[:-1])
    assert isinstance(around, dict)
    return around


def _put(value: Plain, path: Path, new: Plain) -> Plain:
    if not path:
        return new
    step, *rest = path
    if isinstance(value, dict):
        return {
            k: _put(v, tuple(rest), new) if k == step else v for k, v in value.items()
        }
    assert isinstance(value, list)
    return [
        _put(v, tuple(rest), new) if place == step else v
        for place, v in enumerate(value)
    ]


def _renamed(value: Plain, path: Path, new: str) -> Plain:
    around = _mapping(value, path)
    changed = {
        new if key == path[-1] else key: inside for key, inside in around.items()
    }
    return _put(value, path[:-1], changed)
