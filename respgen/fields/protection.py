"""Compares two values of a security header: what the later one no longer protects from.

Goes in: the name of the header in lower case, its former text and its later one. Comes out: what is
lost, in words; nothing where the later one protects as much, or where there is no telling.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from types import MappingProxyType
from typing import TypeAlias

from respgen.core.structured import Item, Token
from respgen.core.structured_text import parse_sf_dict, parse_sf_item
from respgen.fields.csp.names import FALLBACKS
from respgen.fields.csp.policies import first_of, policies
from respgen.fields.directives import directives
from respgen.fields.members import members

Losses: TypeAlias = Callable[[str, str], Iterator[str]]

# they say where reports go, or change requests: without them no page may do more
_HARMLESS = frozenset({"report-uri", "report-to", "upgrade-insecure-requests"})
_WIDE = frozenset({"*", "http:", "https:", "'unsafe-inline'", "'unsafe-eval'"})


def _policy(former: str, later: str) -> Iterator[str]:
    """CSP3 6.8.3: a directive that is missing may have a fallback."""
    before, after = policies(former), policies(later)
    if len(before) != 1 or len(after) != 1:
        return
    old, new = first_of(before[0]), first_of(after[0])
    for name, sources in old.items():
        chain = (name, *FALLBACKS.get(name, ()))
        found = next((new[each] for each in chain if each in new), None)
        if found is not None and name in new:
            wider = (each for each in found if each in _WIDE - {*sources})
            yield from (f"{name} allows {each}" for each in wider)
        elif name not in _HARMLESS and not _covered(sources, found):
            yield f"no {' '.join((name, *sources))}"


def _covered(sources: tuple[str, ...], fallback: tuple[str, ...] | None) -> bool:
    """Tells whether what browsers fall back to allows no more."""
    return fallback is not None and {*fallback} <= {*sources, "'none'"}


def _transport(former: str, later: str) -> Iterator[str]:
    try:
        old = {each.name: each.argument or "" for each in directives(former, ";")}
        new = {each.name: each.argument or "" for each in directives(later, ";")}
    except ValueError:
        return
    if _seconds(new.get("max-age", "")) < _seconds(old.get("max-age", "")):
        yield f"max-age was {old['max-age']}"
    if "includesubdomains" in old and "includesubdomains" not in new:
        yield "no includeSubDomains"


def _seconds(digits: str) -> int:
    # Python refuses numbers of thousands of digits; twenty are more than forever
    return int(digits[:20]) if digits.isascii() and digits.isdigit() else 0


def _features(former: str, later: str) -> Iterator[str]:
    try:
        old, new = parse_sf_dict(former), parse_sf_dict(later)
    except ValueError:
        return
    yield from (f"no {name}" for name in old if name not in new)


def _ranked(words: tuple[str, ...], former: str, later: str) -> Iterator[str]:
    """`words` are in the order of what they protect from, most first."""
    before, after = _token(former), _token(later)
    known = before in words and after in words
    if known and words.index(after) > words.index(before):
        yield f"it was {before}"


def _token(text: str) -> str:
    """The word, without parameters; of a list the last."""
    word = ([*members(text)] or [""])[-1]
    try:
        item = parse_sf_item(word.lower())
    except ValueError:
        return word.lower()
    bare = item.value if isinstance(item, Item) else item
    return bare.value if isinstance(bare, Token) else word.lower()


_REFERRERS = (
    "no-referrer",
    "same-origin",
    "strict-origin",
    "strict-origin-when-cross-origin",
    "origin",
    "origin-when-cross-origin",
    "no-referrer-when-downgrade",
    "unsafe-url",
)
_OPENERS = ("same-origin", "same-origin-allow-popups", "unsafe-none")

_LOSSES: Mapping[str, Losses] = MappingProxyType(
    {
        "content-security-policy": _policy,
        "strict-transport-security": _transport,
        "permissions-policy": _features,
        "x-frame-options": partial(_ranked, ("deny", "sameorigin")),
        "referrer-policy": partial(_ranked, _REFERRERS),
        "cross-origin-opener-policy": partial(_ranked, _OPENERS),
        "cross-origin-embedder-policy": partial(
            _ranked, ("require-corp", "credentialless", "unsafe-none")
        ),
        "cross-origin-resource-policy": partial(
            _ranked, ("same-origin", "same-site", "cross-origin")
        ),
        "x-content-type-options": lambda former, later: iter(
            ["it was nosniff"] if former.lower() == "nosniff" != later.lower() else []
        ),
    }
)


def losses(name: str, former: str, later: str) -> tuple[str, ...]:
    """What a header no longer protects from."""
    compare = _LOSSES.get(name)
    return tuple(compare(former, later)) if compare else ()
