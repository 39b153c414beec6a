"""[tool.black], as far as it decides what output looks like.

Goes in: the table as tomllib read it. Comes out: a Style, or what black would refuse in it. Black
itself is not loaded, and settings that have no part in the output are left to it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from respgen.diagnostics import Finding, KeyPath
from respgen.project.mistakes import mistake
from respgen.project.style import Style

BlackSettings: TypeAlias = Mapping[str, object]
_Conversion: TypeAlias = Callable[[object], Any]

# as click, with which black reads them, takes a truth value
_TRUE = frozenset(("1", "on", "t", "true", "y", "yes"))
_FALSE = frozenset(("", "0", "f", "false", "n", "no", "off"))
_TARGET = re.compile(r"py3[0-9]{1,2}")
_FEATURE = re.compile(r"[a-z_]+")


def style_of(settings: BlackSettings) -> Style:
    """The style that a table asks for; a wrong setting counts as silent."""
    values, _ = _read(settings)
    return Style(
        width=values.get("line-length", 88),
        string_normalization=not values.get("skip-string-normalization", False),
        magic_trailing_comma=not values.get("skip-magic-trailing-comma", False),
        pyi=values.get("pyi", False),
        preview=values.get("preview", False),
        unstable=values.get("unstable", False),
        features=values.get("enable-unstable-feature", ()),
        targets=values.get("target-version", ()),
    )


def mistakes(settings: BlackSettings) -> Iterator[Finding]:
    """What black would refuse, whatever its version."""
    _, wrong = _read(settings)
    yield from wrong
    style = style_of(settings)
    if style.features and not (style.preview or style.unstable):
        place = place_of(settings, "enable-unstable-feature")
        advice = "add preview = true"
        yield mistake("unstable features need preview", advice, place, at_key=True)


def place_of(settings: BlackSettings, name: str) -> KeyPath:
    """Where the setting of this name stands, however it is spelled."""
    return ("tool", "black", next(key for key in settings if _name(key) == name))


def _read(settings: BlackSettings) -> tuple[dict[str, Any], list[Finding]]:
    values: dict[str, Any] = {}
    wrong: list[Finding] = []
    for key, value in settings.items():
        name = _name(key)
        try:
            if name in _READERS:
                values[name] = _READERS[name](value)
        except _WrongError as error:
            place: KeyPath = ("tool", "black", key, *error.steps)
            wrong.append(mistake(error.message, error.advice, place))
    return values, wrong


def _name(key: str) -> str:
    return key.removeprefix("--").replace("_", "-")


class _WrongError(Exception):
    def __init__(self, message: str, advice: str, *steps: int) -> None:
        self.message, self.advice, self.steps = message, advice, steps


def _width(value: object) -> int:
    try:
        width = int(str(value))  # black takes "100", too
    except ValueError:
        width = 0
    if width < 1:
        raise _WrongError(
            f"{value!r} is not a line length", "write a number of columns, such as 88"
        )
    return width


def _flag(value: object) -> bool:
    word = str(value).strip().lower()
    if word not in _TRUE | _FALSE:
        raise _WrongError(f"{value!r} is neither true nor false", "write true or false")
    return word in _TRUE


def _words(pattern: re.Pattern[str], what: str, advice: str) -> _Conversion:
    def read(value: object) -> tuple[str, ...]:
        if not isinstance(value, list):
            raise _WrongError(f"{value!r} is not a list", f"write [{advice}]")
        for index, item in enumerate(value):
            if not isinstance(item, str) or not pattern.fullmatch(item):
                raise _WrongError(f"{item!r} is not a {what}", advice, index)
        return tuple(value)

    return read


_READERS: Mapping[str, _Conversion] = {
    "line-length": _width,
    "skip-string-normalization": _flag,
    "skip-magic-trailing-comma": _flag,
    "pyi": _flag,
    "preview": _flag,
    "unstable": _flag,
    "enable-unstable-feature": _words(_FEATURE, "feature", '"string_processing"'),
    "target-version": _words(_TARGET, "version of Python", '"py311"'),
}
