"""The values of a link's parameters: relations (RFC 8288 3.3), and what HTML reads (4.6.7).

Goes in: a value. Comes out: what is wrong with it, and what it certainly means.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from respgen.core.grammar import compiled
from respgen.core.links import RELATION, RELATIONS
from respgen.core.media_types import parse_media_type
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Rule, nearest, quoted
from respgen.fields.link.text import QUOTES
from respgen.rules import r5
from respgen.vocabulary import relations

# RFC 5646 2.1, as far as letters and hyphens go
_LANGUAGE = r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*"
_CROSS_ORIGIN = ("", "anonymous", "use-credentials")
_PRIORITIES = ("high", "low", "auto")
_NEAR = 0.8


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong; `meant` is what to write, where that is certain, else `advice` says how."""

    rule: Rule
    message: str
    advice: str
    meant: str | None = None

    @property
    def help(self) -> str:
        return (
            self.advice if self.meant is None else f"write {self.meant or 'no value'}"
        )


def fault(name: str, value: str | None) -> Fault | None:
    """What is wrong with the value of that parameter; None: it has no value."""
    check = _CHECKS.get(name)
    return check(value or "") if check else None


def _bare(value: str) -> str:
    """The value without quotes that are part of it."""
    return value.strip(f'{QUOTES}" \t')


def _relation(value: str) -> Fault | None:
    if not compiled(RELATIONS).fullmatch(value):
        if not value.strip():
            message = "rel says nothing"
            return Fault(r5.LINK, message, "write a registered name, or a URI")
        message = f"{quoted(value)} is not a link relation"
        advice = "write names or URIs, separated by single spaces"
        return Fault(r5.LINK, message, advice, _meant_relations(value))
    words = value.split(" ")
    strange = next((each for each in words if not _is_known(each)), None)
    if strange is None:
        return None
    message = f"{quoted(strange)} is not a registered link relation"
    near = nearest(strange, relations.RELATIONS, _NEAR)
    advice = near or "a relation of your own is a URI (RFC 8288 2.1.2)"
    meant = _same_letters(strange)
    whole = meant and " ".join(meant if each == strange else each for each in words)
    return Fault(r5.LINK_RELATION, message, advice, whole)


def _is_known(relation: str) -> bool:
    return ":" in relation or relation.lower() in relations.RELATIONS


def _meant_relations(value: str) -> str | None:
    """Registered names and URIs, each without what is not part of it; None where others are left."""
    spaced = " ".join(value.split())
    if compiled(RELATIONS).fullmatch(spaced):
        return spaced
    words = [_bare(each) for each in re.split(r"[ \t]+|[,;|+][ \t]*(?!//)", value)]
    meant = [_one_meant(each) for each in words if each]
    known = [each for each in meant if each]
    return " ".join(known) if known and len(known) == len(meant) else None


def _one_meant(word: str) -> str | None:
    if compiled(RELATION).fullmatch(word) and _is_known(word):
        return word
    return _same_letters(word)


def _same_letters(word: str) -> str | None:
    """`next-archive` for `next_archive` and `nextArchive`; a slip of the fingers is a guess."""
    letters = re.sub("[_-]", "", word).lower()
    found = [each for each in relations.REGISTERED if each.replace("-", "") == letters]
    return found[0] if len(found) == 1 else None


def _destination(value: str) -> Fault | None:
    if value.lower() in relations.DESTINATIONS:
        return None
    bare = _bare(value).lower()
    same = bare if bare in relations.DESTINATIONS else None
    meant = same or relations.MEANT_DESTINATIONS.get(bare)
    message = f"{quoted(value)} is not a destination, so nothing is preloaded"
    if not value:
        message = "as says nothing, so nothing is preloaded"
    near = nearest(bare, relations.DESTINATIONS)
    advice = near or "write what it is for: script, style, font, image or fetch"
    return Fault(r5.LINK_VALUE, message, advice, meant)


def _media_type(value: str) -> Fault | None:
    if _is_media_type(value):
        return None
    bare = _bare(value)
    message = f"{quoted(value)} is not a media type"
    meant = bare if _is_media_type(bare) else None
    return Fault(r5.LINK_VALUE, message, "write a type and a subtype", meant)


def _is_media_type(value: str) -> bool:
    try:
        parse_media_type(value)
    except ValueError:
        return False
    return True


def _language(value: str) -> Fault | None:
    if compiled(_LANGUAGE).fullmatch(value):
        return None
    bare = _bare(value).replace("_", "-")
    message = f"{quoted(value)} is not a language tag (RFC 5646)"
    advice = "write one language, such as de or en-GB; hreflang may stand again"
    meant = bare if compiled(_LANGUAGE).fullmatch(bare) else None
    return Fault(r5.LINK_VALUE, message, advice, meant)


def _cross_origin(value: str) -> Fault | None:
    if value.lower() in _CROSS_ORIGIN:
        return None
    bare = _bare(value).lower()
    if bare in ("true", "crossorigin"):
        message = f"{quoted(value)} is no value of crossorigin: browsers take it for anonymous"
        return Fault(r5.LINK_PARAMETER, message, "write crossorigin", "anonymous")
    message = (
        f"{quoted(value)} is no value of crossorigin: browsers send no credentials"
    )
    near = nearest(bare, _CROSS_ORIGIN[1:])
    if bare in ("false", "no"):
        message = f"{quoted(value)} does not switch crossorigin off"
        near = "remove crossorigin"
    advice = near or "write anonymous or use-credentials"
    return Fault(r5.LINK_VALUE, message, advice, meant_word(bare, _CROSS_ORIGIN[1:]))


def _priority(value: str) -> Fault | None:
    bare = _bare(value).lower()
    if value.lower() in _PRIORITIES:
        return None
    message = f"{quoted(value)} is not a priority, so browsers choose one"
    advice = nearest(bare, _PRIORITIES) or "write high, low or auto"
    meant = bare if bare in _PRIORITIES else None
    return Fault(r5.LINK_PARAMETER, message, advice, meant)


def _title(value: str) -> Fault | None:
    inside = value[1:-1]
    if not inside or value[0] not in QUOTES or value[-1] not in QUOTES:
        return None
    message = f"{value}: these quotes are part of the title"
    return Fault(r5.LINK_PARAMETER, message, "", inside)


_CHECKS: Mapping[str, Callable[[str], Fault | None]] = MappingProxyType(
    {
        "rel": _relation,
        "as": _destination,
        "type": _media_type,
        "hreflang": _language,
        "crossorigin": _cross_origin,
        "fetchpriority": _priority,
        "title": _title,
    }
)
