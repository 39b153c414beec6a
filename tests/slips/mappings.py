"""Slips of the fingers in a mapping or a list: each makes one change at one place.

Goes in: a right value. Comes out: the name of each slip, and the value with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from respgen.located import Plain

SlippedPlain: TypeAlias = tuple[str, Plain]


def plain_slips(value: Plain, named: bool = False) -> Iterator[SlippedPlain]:
    """Every slip in a mapping or a list, at any depth; `named`: its keys are the author's own."""
    if isinstance(value, dict):
        for key, inside in value.items():
            for name, made in () if named else _keys(key):
                if made not in value:
                    yield name, {made if k == key else k: v for k, v in value.items()}
            for name, changed in _inside(inside):
                yield name, {**value, key: changed}
    elif isinstance(value, list):
        for place, inside in enumerate(value):
            for name, changed in _inside(inside):
                yield name, [*value[:place], changed, *value[place + 1 :]]
        if value:
            yield "an item twice", [value[0], *value]
        yield "an empty item", ["", *value]


def _inside(value: Plain) -> Iterator[SlippedPlain]:
    yield from _scalars(value)
    yield from plain_slips(value)
    yield "no value", None
    yield "a list around it", [value]
    yield "a mapping around it", {"value": value}


def _keys(key: str) -> Iterator[tuple[str, str]]:
    yield "a key in capitals", key.upper()
    yield "a key with a capital", key.capitalize()
    yield "hyphens in a key", key.replace("_", "-")
    yield "underscores in a key", key.replace("-", "_")
    yield "no underscores in a key", key.replace("_", "")
    for place in range(1, len(key) - 1 if len(key) > 4 else 0):
        head, one, two, tail = key[:place], key[place], key[place + 1], key[place + 2 :]
        if one != two:
            yield "letters swapped in a key", head + two + one + tail
        yield "a letter doubled in a key", head + one + one + two + tail
        yield "a letter missing in a key", head + two + tail


def _scalars(value: Plain) -> Iterator[SlippedPlain]:
    match value:
        case bool():
            yield "a truth value as text", str(value).lower()
            yield "another word for it", "yes" if value else "no"
            yield "1 for true", int(value)
        case int() | float():
            yield "a number as text", str(value)
            yield "a unit", f"{value} seconds"
            yield "a minus sign", -value
            yield "a fraction", value + 0.5
            yield "a truth value for a number", True
        case str():
            yield "a space before", " " + value
            yield "a space after", value + " "
            yield "quotes in quotes", f'"{value}"'
            yield "single quotes in quotes", f"'{value}'"
            if not value[0].isdecimal():  # a duration has none
                yield "a number for text", 5
