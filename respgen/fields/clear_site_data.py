"""Clear-Site-Data (W3C): what browsers forget, each name in the double quotes that are part of it."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.diagnostics import nearest, quoted
from respgen.fields.forms import several, words
from respgen.fields.grammar import Grammar, Remark
from respgen.fields.members import members, name
from respgen.fields.written import each
from respgen.load.tree import Plain
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


def written(value: Plain) -> str:
    """The names of a list get their quotes; in a text they stand already."""
    if isinstance(value, str):
        return ", ".join(map(_canonical, members(value)))
    return ", ".join(f'"{_spelt(each_name)}"' for each_name in each(value, name))


def _canonical(member: str) -> str:
    if compiled(_QUOTED).fullmatch(member):
        return f'"{_spelt(member[1:-1])}"'
    return member


def _spelt(plain_name: str) -> str:
    return _BY_LETTERS.get(plain_name.lower(), plain_name)


def remarks(text: str) -> Iterator[Remark]:
    """Of each member."""
    found = [*members(text)]
    for member in dict.fromkeys(found):
        bare = member.strip("\"'")
        if not compiled(_QUOTED).fullmatch(member):
            message = f"{quoted(member)}: the double quotes are part of the value"
            mended = _all_quoted(found)
            advice = f"write {mended}" if mended else 'write "cache"'
            yield Remark(r6.WORD, message, advice, (bare,), mended=mended)
        elif bare not in _KNOWN:
            message = f"{quoted(bare)} is nothing that browsers clear"
            advice = nearest(bare, _KNOWN) or 'write "cache", "cookies" or "storage"'
            yield Remark(r6.WORD, message, advice, (bare,))


def _all_quoted(found: list[str]) -> str | None:
    """All members with their quotes; None where one of them is no name at all."""
    names = [_spelt(member.strip("\"'")) for member in found]
    if all(each_name in _KNOWN for each_name in names):
        return ", ".join(f'"{each_name}"' for each_name in names)
    return None


CLEAR_SITE_DATA = Grammar(
    "Clear-Site-Data",
    "text or a list of names",
    written,
    remarks,
    "What browsers forget of this origin (W3C Clear Site Data).",
    several(words(_KNOWN)),
)
