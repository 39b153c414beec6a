"""Cookies that a response lists or sets itself: R302, R308, R319, R320 and R324.

Goes in: a response. Comes out: findings at the place where it lists the preset.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.checks.cookie_names import SIGNATURE, too_large
from respgen.checks.prefixes import PREFIX
from respgen.checks.scopes import folded
from respgen.core.cookie_chunks import CHUNKS, chunk_fields, chunk_keys
from respgen.core.cookies import COOKIE_OCTETS, COOKIE_SIZE, cookie_pair
from respgen.core.grammar import TOKEN, FieldError, compiled
from respgen.diagnostics import Finding
from respgen.rules import r3
from respgen.specs import (
    Argument,
    CookieOrigin,
    CookieScope,
    CookieSpec,
    CookieUse,
    ResponseSpec,
)
from respgen.vocabulary.cookie_names import filled, pattern, places
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.identifiers import is_identifier

_Part = str | CookieOrigin | None
_Identity = tuple[str, _Part, _Part]
"""What makes a cookie: name, path, domain; what run time decides by where it comes from."""


def use_findings(response: ResponseSpec) -> Iterator[Finding]:
    """What a response sets itself, and two of its cookies that are one for a browser."""
    own: dict[_Identity, CookieUse] = {}
    for use in response.cookies:
        yield from _always_findings(use)
        for identity in _identities(use.cookie, use.cookie.scope):
            first = own.setdefault(identity, use)
            if first is not use:
                yield _twice(first, use)
                break
    for use in response.cookies:
        yield from _cleared_findings(use, own)
        if use.cookie.chunks and places(use.cookie.key):
            yield from _reached_findings(use, own)


def _identities(cookie: CookieSpec, scope: CookieScope) -> Iterator[_Identity]:
    """Each cookie that a preset is in one scope; the parts of one that is spread, too."""
    decided = {name: cookie.origins[name] for name in scope.decided}
    scope, key = folded(scope), pattern(cookie.key)
    for name in chunk_keys(key) if cookie.chunks else [key]:
        yield name, decided.get("path", scope.path), decided.get("domain", scope.domain)


def _reached_findings(
    use: CookieUse, own: dict[_Identity, CookieUse]
) -> Iterator[Finding]:
    """Fixed names that a cookie with places, or a part of it, has for some arguments."""
    names = filled(use.cookie.key, r"(-[1-7])?")
    scope = next(_identities(use.cookie, use.cookie.scope))[1:]
    for (name, *other), found in own.items():
        fixed = not places(found.cookie.key)
        if fixed and tuple(other) == scope and names.fullmatch(name):
            message = f"{use.preset.name} can have the name {name!a}, which is {found.preset.name}'s"
            advice = "give one of them another key"
            yield Finding(r3.COOKIE_TWICE, message, advice, use.span)
            return


def _twice(first: CookieUse, use: CookieUse) -> Finding:
    return Finding(
        r3.COOKIE_TWICE,
        f"{use.preset.name} has the name, domain and path of {first.preset.name}: it is one cookie",
        "list one of them, or give one another key",
        use.span,
    )


def _cleared_findings(
    use: CookieUse, own: dict[_Identity, CookieUse]
) -> Iterator[Finding]:
    """Older scopes of one preset in which another one lives: each set would delete that."""
    for scope in use.cookie.formerly:
        other = next((own[i] for i in _identities(use.cookie, scope) if i in own), use)
        if other is not use:
            message = f"setting {use.preset.name} deletes {other.preset.name}, which lives in an older scope of it"
            advice = "give one of them another key"
            yield Finding(r3.COOKIE_TWICE, message, advice, use.span)


def _always_findings(use: CookieUse) -> Iterator[Finding]:
    """What run time would refuse, found by the functions that refuse it there."""
    if use.always is None:
        return
    missing = (*places(use.cookie.key), *_required(use.cookie))
    if missing and all(map(is_identifier, missing)):
        names = ", ".join(missing)
        message = (
            f"{use.preset.name} is set on every response, and nobody gives {names}"
        )
        advice = "set it in your code, or take the arguments away"
        yield Finding(r3.ALWAYS_ARGUMENT, message, advice, use.span)
    elif not missing and compiled(TOKEN).fullmatch(use.cookie.key):
        yield from _value_findings(use, use.always)


def _required(cookie: CookieSpec) -> Iterator[str]:
    for name, origin in cookie.origins.items():
        if isinstance(origin, Argument) and origin.required:
            yield name


def _value_findings(use: CookieUse, value: str) -> Iterator[Finding]:
    refused = _refused(use.cookie, value)
    if refused:
        yield Finding(r3.COOKIE_VALUE, *refused, use.span)
        return
    octets = ENCODINGS[use.cookie.encoding].octets(use.cookie.key, value)
    large = _too_large(use.cookie, octets)
    if large:
        yield too_large(large, use.span)
    elif PREFIX.match(octets.decode("ascii")) and not use.cookie.chunks:
        message = (
            "the value begins like a name with a prefix: browsers may drop the cookie"
        )
        yield Finding(r3.VALUE_PREFIX, message, "begin the value otherwise", use.span)


def _too_large(cookie: CookieSpec, octets: bytes) -> str:
    """Why a value does not fit, nothing where it does."""
    sent = octets + SIGNATURE if cookie.sign else octets
    try:
        if cookie.chunks:
            chunk_fields(cookie.key, sent, b"", b"")
        else:
            cookie_pair(cookie.key, sent)
    except FieldError:
        return _LARGER[cookie.chunks]
    return ""


_LARGER = {
    False: f"name and value together are larger than {COOKIE_SIZE} octets: browsers drop the cookie",
    True: f"the value is larger than {CHUNKS} cookies can hold",
}


def _refused(cookie: CookieSpec, value: str) -> tuple[str, str] | None:
    """Why a value is none for its encoding, and what to do; None where it is one."""
    if cookie.encoding == "plain" and not compiled(COOKIE_OCTETS).fullmatch(value):
        bad = next(c for c in value if not compiled(COOKIE_OCTETS).fullmatch(c))
        message = f"{bad!a} cannot stand in a plain cookie value (RFC 6265 4.1.1)"
        return message, "take it away, or give the preset encoding: percent"
    if any("\ud800" <= character <= "\udfff" for character in value):
        return "a lone surrogate is no character", "take it away"
    return None
