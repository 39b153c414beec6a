"""Fields that are lists of names between commas (RFC 9110 5.6.1), as text or as a list."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, Malformed, Mend, quoted
from respgen.fields import forms
from respgen.fields.forms import Form
from respgen.fields.kinds import Kind
from respgen.fields.reading import each, text
from respgen.located import Plain
from respgen.rules import r2

EVERYTHING = ("all", "any")
"""Words that people write for `*`, and that are names like others."""


def members(text: str) -> Iterator[str]:
    """Yields the members between the commas, stripped; skips empty ones."""
    pieces = (piece.strip(" \t") for piece in text.split(","))
    yield from filter(None, pieces)


def respelt(canonical: Callable[[str], str], text: str) -> str:
    """The canonical text of a list."""
    return ", ".join(map(canonical, members(text)))


def _name(value: Plain) -> str:
    """An item of a list: a token, since anything else could be read as two."""
    name = text(value)
    if compiled(TOKEN).fullmatch(name):
        return name
    message = f"{quoted(name)} is not a valid name: use letters, digits and hyphens"
    bare = name.strip("\"'")
    meant = bare if compiled(TOKEN).fullmatch(bare) else None
    advice = f"write {meant}" if meant else "write each name as a separate item"
    raise Malformed(
        Finding(
            r2.FIELD_VALUE, message, advice, fix=Mend(part=meant) if meant else None
        )
    )


NAME = Kind("a name as text", forms.TEXT, _name, advice="put it in quotes")


def names(
    canonical: Callable[[str], str], item: Form, what: str = "a list of names"
) -> Kind[str]:
    """A list of names, each spelt as `canonical` has it."""
    return Kind(
        what,
        forms.several(item),
        partial(_listed, canonical),
        advice="write a list of names, in brackets",
    )


def _listed(canonical: Callable[[str], str], value: Plain) -> str:
    return ", ".join(map(canonical, each(value, NAME.read)))


def meant_names(text: str, known: Callable[[str], bool]) -> str | None:
    """The list that was meant where blanks, semicolons or quotes stand; None for strangers in it."""
    found = re.findall(r"[^\s,;|\"'`]+", text)
    names = [each.removesuffix(":") for each in found]
    return ", ".join(names) if names and all(map(known, names)) else None


def twice(text: str, key: Callable[[str], str] = str.lower) -> Iterator[Finding]:
    """Reports the first member that is there a second time; `key` says which are the same."""
    first: dict[str, str] = {}
    again = ""
    for name in members(text):
        again = again or (name if key(name) in first else "")
        first.setdefault(key(name), name)
    if again:
        message = f"{quoted(again)} is listed twice"
        fix = Mend(", ".join(first.values()), removed=True)
        yield Finding(r2.LISTED_TWICE, message, "write it once", (again,), fix=fix)
