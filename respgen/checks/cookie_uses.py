"""Checks the cookies that a response lists or sets itself: R302, R308, R319, R320 and R324.

Goes in: a response. Comes out: findings at the place where it lists the preset.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from respgen.checks.cookie_names import SIGNATURE, too_large
from respgen.checks.prefixes import PREFIX
from respgen.core.cookie_chunks import CHUNKS, chunk_cookies, chunk_keys
from respgen.core.cookies import COOKIE_OCTETS, COOKIE_SIZE, cookie_pair
from respgen.core.grammar import TOKEN, FieldError, compiled
from respgen.diagnostics import Finding
from respgen.rules import r3
from respgen.specs import (
    NAME,
    Argument,
    CookieOrigin,
    CookieScope,
    CookieSpec,
    CookieUse,
    Read,
    ResponseSpec,
)
from respgen.vocabulary.cookie_names import filled, is_given, pattern, places
from respgen.vocabulary.encodings import ENCODINGS
from respgen.vocabulary.identifiers import is_identifier

_Part = str | CookieOrigin | None
_Identity = tuple[str, _Part, _Part]
"""Name, path and domain identify a cookie; what run time decides is kept as its origin."""


def use_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports on what a response sets itself, and on two cookies that are one for a browser."""
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
    """Yields each cookie that a preset sets in one scope, with the parts of a chunked one."""
    decided = {name: cookie.origins[name] for name in scope.decided}
    # of two names that callers decide as a whole, nobody but them knows that they are one
    key = cookie.key if is_given(cookie.key) else pattern(cookie.key)
    if isinstance(read := cookie.origins.get(NAME), Read):
        key = f"{read.path.module}:{read.path.name}"
    scope = scope.folded
    for name in chunk_keys(key) if cookie.chunks else [key]:
        yield name, decided.get("path", scope.path), decided.get("domain", scope.domain)


def _reached_findings(
    use: CookieUse, own: dict[_Identity, CookieUse]
) -> Iterator[Finding]:
    """Reports fixed names that a cookie with placeholders, or a part of it, can take."""
    names = filled(use.cookie.key, r"(-[1-7])?")
    scope = next(_identities(use.cookie, use.cookie.scope))[1:]
    for (name, *other), found in own.items():
        fixed = not places(found.cookie.key) and not found.cookie.reads_name
        if fixed and tuple(other) == scope and names.fullmatch(name):
            message = f"{use.preset.name} can take the name {name!a}, which belongs to {found.preset.name}"
            advice = "give one of them a different key"
            yield Finding(r3.COOKIE_TWICE, message, advice, use.span)
            return


def _twice(first: CookieUse, use: CookieUse) -> Finding:
    return Finding(
        r3.COOKIE_TWICE,
        f"{use.preset.name} has the same name, domain and path as {first.preset.name}, so they are one cookie",
        "list only one of them, or give one a different key",
        use.span,
    )


def _cleared_findings(
    use: CookieUse, own: dict[_Identity, CookieUse]
) -> Iterator[Finding]:
    """Reports older scopes of one preset that hold another one, which each set would delete."""
    for scope in use.cookie.formerly:
        other = next((own[i] for i in _identities(use.cookie, scope) if i in own), use)
        if other is not use:
            message = f"setting {use.preset.name} deletes {other.preset.name}, which is set in one of its older scopes"
            advice = "give one of them a different key"
            yield Finding(r3.COOKIE_TWICE, message, advice, use.span)


def _always_findings(use: CookieUse) -> Iterator[Finding]:
    """Reports what run time would refuse, with the same functions that refuse it there."""
    if use.always is None:
        return
    missing = (*places(use.cookie.key), *_required(use.cookie))
    if missing and all(map(is_identifier, missing)):
        names = ", ".join(missing)
        message = (
            f"{use.preset.name} is set on every response, but nothing provides {names}"
        )
        advice = "set it in your code, or remove the arguments"
        yield Finding(r3.ALWAYS_ARGUMENT, message, advice, use.span)
    elif not missing and compiled(TOKEN).fullmatch(use.cookie.key):
        yield from _value_findings(use, use.always)


def _required(cookie: CookieSpec) -> Iterator[str]:
    for name, origin in cookie.origins.items():
        if isinstance(origin, Argument) and origin.required:
            yield name
    if cookie.sign and cookie.sign.secret is None:
        yield "secret"


def _value_findings(use: CookieUse, value: str) -> Iterator[Finding]:
    refused = _refused(use.cookie, value)
    if refused:
        yield Finding(r3.COOKIE_VALUE, *refused, use.value_span)
        return
    octets = ENCODINGS[use.cookie.encoding].octets(use.cookie.key, value)
    large = _too_large(use.cookie, octets)
    if large:
        yield too_large(large, use.value_span)
    elif PREFIX.match(octets.decode("ascii")) and not use.cookie.chunks:
        message = (
            "the value starts like a prefixed name, so browsers may drop the cookie"
        )
        yield Finding(
            r3.VALUE_PREFIX, message, "start the value differently", use.value_span
        )


def _too_large(cookie: CookieSpec, octets: bytes) -> str:
    """Says why a value does not fit; empty if it does."""
    sent = octets + SIGNATURE if cookie.sign else octets
    try:
        if cookie.chunks:
            chunk_cookies(cookie.key, sent, b"", b"")
        else:
            # a name that is read has one octet at least
            name = cookie.key[:1] if cookie.reads_name else cookie.key
            cookie_pair(name, sent)
    except FieldError:
        return _LARGER[cookie.chunks]
    return ""


_LARGER = {
    False: f"name and value together are larger than {COOKIE_SIZE} octets: browsers drop the cookie",
    True: f"the value is larger than {CHUNKS} cookies can hold",
}


def _refused(cookie: CookieSpec, value: str) -> tuple[str, str] | None:
    """Says why a value does not suit its encoding, and what to do; None if it does."""
    if cookie.encoding == "plain" and not compiled(COOKIE_OCTETS).fullmatch(value):
        bad = next(c for c in value if not compiled(COOKIE_OCTETS).fullmatch(c))
        message = f"{bad!a} is not allowed in a plain cookie value (RFC 6265 4.1.1)"
        return message, "remove it, or give the preset encoding: percent"
    if cookie.encoding == "quoted":
        return _unquotable(value)
    if any("\ud800" <= character <= "\udfff" for character in value):
        return "a lone surrogate is not a character", "remove it"
    return None


def _unquotable(value: str) -> tuple[str, str] | None:
    """The same of a value that is quoted, on any Python: newer ones refuse controls."""
    bad = re.search(r"[^ -~\x80-\xff]", value)
    if bad is None:
        return None
    what = "a control character" if bad[0] < "\x80" else f"{bad[0]!a}"
    message = f"{what} is not allowed in a quoted cookie value"
    return message, "remove it, or give the preset encoding: percent"
