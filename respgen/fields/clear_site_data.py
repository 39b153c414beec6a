"""Clear-Site-Data (W3C): what browsers forget, each name in the double quotes that are part of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from respgen.core.fields import field_value
from respgen.core.grammar import compiled
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.forms import words
from respgen.fields.members import members, names, respelt, twice
from respgen.fields.merging import listed
from respgen.fields.pasted import unwrapped
from respgen.fields.row import FieldType
from respgen.fields.slips import Spelling
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
_NAME = "Clear-Site-Data"
_SOME = ", ".join(_KNOWN[1:])
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
    yield from twice(text)
    mended = _mended(text)
    for member in dict.fromkeys(members(text)):
        bare = member.strip("\"'")
        if not compiled(_QUOTED).fullmatch(member):
            message = f"{quoted(member)}: the double quotes are part of the value"
            advice = "write each name in double quotes, with commas between them"
        elif bare not in _KNOWN:
            message = f"{quoted(bare)} is not something that browsers clear"
            advice = nearest(bare, _KNOWN, 0.85) or f"browsers clear {_SOME}"
        else:
            continue
        fix = Mend(mended, _meant(bare), shown=True)
        yield Finding(r6.WORD, message, advice, (bare,), fix=fix)


def _meant(name: str) -> str | None:
    """The name that is certainly meant; none where a mark in front may negate it."""
    if name[:1] in ("!", "-", "~", "^"):
        return None
    known = _spelt("*" if name.lower() == "all" else name)
    return known if known in _KNOWN else meant_word(name, _KNOWN)


def _mended(text: str) -> str | None:
    """All members in their quotes; None where one of them is no name at all."""
    found = re.findall(r"[^\s,;\"']+", unwrapped(_NAME, text))
    meant = [_meant(name) for name in found]
    if not meant or None in meant:
        return None
    return ", ".join(f'"{name}"' for name in dict.fromkeys(meant))


CLEAR_SITE_DATA = FieldType(
    names=(_NAME,),
    about="What browsers delete for this origin (W3C Clear Site Data).",
    kind=names(_in_quotes, words(_KNOWN)),
    encode=field_value,
    respell=partial(respelt, _canonical),
    judge=remarks,
    merge=listed(members),
    spelling=Spelling(",", _KNOWN),
)
