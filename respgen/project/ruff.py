"""Ruff's settings, as far as they decide what output looks like.

Go in: the tables as tomllib read them, the nearest first. Come out: a Style, what ruff would refuse
in them, and what of them respgen cannot follow. Ruff itself is not needed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatch
from pathlib import Path
from typing import Any, TypeAlias

from respgen.diagnostics import Finding, KeyPath
from respgen.project.mistakes import Mistake
from respgen.project.style import Style
from respgen.project.tables import Table
from respgen.rules import r0

RuffSettings: TypeAlias = Sequence[Table]
_Check: TypeAlias = tuple[Callable[[Any], bool], str, str]
_Cure: TypeAlias = tuple[Callable[[Any], bool], str]

_WIDTH: KeyPath = ("line-length",)
_INDENT: KeyPath = ("indent-width",)
_TARGET: KeyPath = ("target-version",)
_QUOTES: KeyPath = ("format", "quote-style")
_MARGIN: KeyPath = ("format", "indent-style")
_COMMAS: KeyPath = ("format", "skip-magic-trailing-comma")
_ENDING: KeyPath = ("format", "line-ending")
_PREVIEWS: tuple[KeyPath, ...] = (("format", "preview"), ("preview",))
_EXCLUDED: tuple[KeyPath, ...] = (("exclude",), ("extend-exclude",), ("format", "exclude"))  # fmt: skip


def style_of(tables: RuffSettings) -> Style:
    """The layout that ruff gives files; a wrong setting counts as silent."""
    return Style(
        width=_setting(tables, _WIDTH) or 88,
        magic_trailing_comma=not _setting(tables, _COMMAS),
        quotes="single" if _setting(tables, _QUOTES) == "single" else "double",
    )


def target_of(tables: RuffSettings) -> str:
    """The Python that ruff is to write for, such as 3.12; empty where the settings name none."""
    target = _setting(tables, _TARGET)
    return f"{target[2]}.{target[3:]}" if target else ""


def mistakes(tables: RuffSettings) -> Iterator[Mistake]:
    """What ruff would refuse, whatever its version."""
    for table in tables:
        for path, (fits, what, advice) in _CHECKS.items():
            if path in table and not fits(table[path]):
                message = f"{table[path]!r} is not {what}"
                yield table.wrong(path, message, advice)


def beyond(tables: RuffSettings, output: Path) -> Iterator[tuple[Path, Finding]]:
    """The settings that respgen cannot follow, unless ruff passes over the folder of the output."""
    if _is_excluded(tables, output):
        return
    for path, (differs, what) in _OTHERS.items():
        value = _setting(tables, path)
        table = next((each for each in tables if path in each), None)
        if table and value is not None and differs(value):
            place = (*table.keys, *path)
            yield table.file, Finding(
                r0.FORMATTER,
                f"respgen writes {what}: {path[-1]} is not followed",
                f'let ruff pass over the output: extend-exclude = ["{output.name}"]',
                place,
            )


def _setting(tables: RuffSettings, path: KeyPath) -> Any:
    """The value of the nearest table that has it; None where none has, or it is wrong."""
    value = next((table[path] for table in tables if path in table), None)
    fits = _CHECKS[path][0]
    return value if value is not None and fits(value) else None


def _is_excluded(tables: RuffSettings, output: Path) -> bool:
    for table in tables:
        if not output.is_relative_to(table.file.parent):
            continue
        below = output.relative_to(table.file.parent)
        names = [*below.parts, *(part.as_posix() for part in (below, *below.parents))]
        for path in _EXCLUDED:
            if any(
                fnmatch(name, each) for name in names for each in _texts(table[path])
            ):
                return True
    return False


def _texts(value: object) -> Iterator[str]:
    for item in value if isinstance(value, list) else ():
        if isinstance(item, str):
            yield item.removeprefix("./").removesuffix("/**").rstrip("/")


def _whole(most: int, what: str, example: int) -> _Check:
    def fits(value: object) -> bool:
        return type(value) is int and 1 <= value <= most

    return (
        fits,
        f"{what} from 1 to {most}",
        f"write a number of columns, such as {example}",
    )


def _word(*known: str) -> _Check:
    what = f"one of {', '.join(known)}"
    return lambda value: value in known, what, f'write "{known[0]}"'


def _is_target(value: object) -> bool:
    return isinstance(value, str) and value.startswith("py3") and value[3:].isdigit()


_FLAG: _Check = (lambda value: isinstance(value, bool)), "true or false", "write true"
_CHECKS: dict[KeyPath, _Check] = {
    _WIDTH: _whole(320, "a line length", 88),
    _INDENT: _whole(16, "an indentation", 4),
    _TARGET: (_is_target, "a version of Python", 'write "py311"'),
    _QUOTES: _word("double", "single", "preserve"),
    _MARGIN: _word("space", "tab"),
    _COMMAS: _FLAG,
    _ENDING: _word("auto", "lf", "cr-lf", "native"),
    **dict.fromkeys(_PREVIEWS, _FLAG),
}
_OTHERS: dict[KeyPath, _Cure] = {
    _INDENT: (lambda value: value != 4, "four columns a level"),
    _MARGIN: (lambda value: value == "tab", "spaces"),
    _ENDING: (lambda value: value == "cr-lf", "LF at the ends of lines"),
    **dict.fromkeys(_PREVIEWS, (bool, "ruff's stable style")),
}
