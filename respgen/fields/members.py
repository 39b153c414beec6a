"""Fields that are lists of names between commas (RFC 9110 5.6.1), as text or as a list."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import quoted
from respgen.fields.written import PlacedError, each, expected
from respgen.load.tree import Plain
from respgen.rules import r2


def members(text: str) -> Iterator[str]:
    """What stands between the commas, without blanks; empty ones are left out."""
    pieces = (piece.strip(" \t") for piece in text.split(","))
    yield from filter(None, pieces)


def listed(value: Plain, canonical: Callable[[str], str] = str) -> str:
    """The canonical text of a list, or of a text as it is on the wire."""
    names = members(value) if isinstance(value, str) else each(value, name)
    return ", ".join(map(canonical, names))


def name(value: Plain) -> str:
    """An item of a list: a token, since anything else could be read as two."""
    if not isinstance(value, str):
        raise expected("a name as text", "put it in quotes")
    if compiled(TOKEN).fullmatch(value):
        return value
    message = f"{quoted(value)} is no name: it has letters, digits and hyphens"
    raise PlacedError(r2.FIELD_VALUE, message, "write each name as an item of its own")
