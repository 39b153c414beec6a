"""Clear-Site-Data (W3C): what browsers forget, each name in the double quotes that are part of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from respgen.core.fields import field_value
from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.forms import words
from respgen.fields.members import members, names, respelt
from respgen.fields.merging import listed
from respgen.fields.row import FieldType
from respgen.rules import r6

_KNOWN = (
    "*",
    "cache",
    "clientHints",
    "cookies",
    "executionContexts",
    "prefetchCache",
    "prerenderCache",
    "storage",
)
_BY_LETTERS = {known.lower(): known for known in _KNOWN}
_QUOTED = r'"[^"]*"'


def _canonical(member: str) -> str:
    if compiled(_QUOTED).fullmatch(member):
        return f'"{_spelt(member[1:-1])}"'
    return member


def _spelt(name: str) -> str:
    return _BY_LETTERS.get(name.lower(), name)


def _in_quotes(name: str) -> str:
    """A name of a list; in a text the quotes stand already."""
    return f'"{_spelt(name)}"'


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each member."""
    found = [*members(text)]
    for member in dict.fromkeys(found):
        bare = member.strip("\"'")
        if not compiled(_QUOTED).fullmatch(member):
            message = f"{quoted(member)}: the double quotes are part of the value"
            mended = _all_quoted(found)
            advice = f"write {mended}" if mended else 'write "cache"'
            yield Finding(r6.WORD, message, advice, (bare,), fix=Mend(mended))
        elif bare not in _KNOWN:
            message = f"{quoted(bare)} is not something that browsers clear"
            advice = nearest(bare, _KNOWN) or 'write "cache", "cookies" or "storage"'
            yield Finding(r6.WORD, message, advice, (bare,))


def _all_quoted(found: list[str]) -> str | None:
    """All members with their quotes; None where one of them is no name at all."""
    spelt = [_spelt(member.strip("\"'")) for member in found]
    if all(name in _KNOWN for name in spelt):
        return ", ".join(f'"{name}"' for name in spelt)
    return None


CLEAR_SITE_DATA = FieldType(
    names=("Clear-Site-Data",),
    about="What browsers delete for this origin (W3C Clear Site Data).",
    kind=names(_in_quotes, words(_KNOWN)),
    encode=field_value,
    respell=partial(respelt, _canonical),
    judge=remarks,
    merge=listed(members),
)
