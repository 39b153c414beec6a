"""Checks cookie names (RFC 6265 4.1.1): R301, R308, R322, R326, R327; R102, R103 for placeholders.

Goes in: a preset. Comes out: findings about its key.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from respgen.core.cookie_chunks import CHUNK_HEAD_SIZE
from respgen.core.cookies import COOKIE_SIZE
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Finding, KeyPath, Span, quoted
from respgen.rules import r1, r3
from respgen.specs import CookieSpec
from respgen.vocabulary.cookie_names import adjacent, places, split
from respgen.vocabulary.credentials import is_credential
from respgen.vocabulary.identifiers import (
    LOOKALIKES,
    cookie_functions,
    is_identifier,
    mended,
)

LOCALS = frozenset(
    {
        "attributes",
        "connection",
        "cookie",
        "cookie_value",
        "cookies",
        "deletion",
        "dependency",
        "key",
        "response",
        "self",
        "signer",
        "value",
    }
)
"""These names are taken by the parameters and variables of a preset's functions."""

METHODS = frozenset({"delete", "read", "set"})
"""Those of the class that keeps the settings of a preset."""

TYPES = frozenset({"bool", "int", "str"})
"""A parameter would hide these builtins, which the annotations of attributes use."""

# A dot, a time of 32 bits, a dot and 256 bits of signature, both in base64url
SIGNATURE = b"." * (1 + 6 + 1 + 43)

# What a name ends in that can be the name of a part: `-1` to `-7`, or the last character of one
_PART = re.compile(r"(.*-)?[1-7]")


def name_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """Reports on the literal parts, then the placeholders, then what the name says."""
    texts, _ = split(cookie.key)
    if not cookie.key or not all(compiled(TOKEN).fullmatch(t) for t in texts if t):
        yield _no_token(cookie.key, texts)
    else:
        yield from _size_findings(cookie, sum(map(len, texts)))
        yield from _ambiguity_findings(cookie, texts[-1])
    yield from _place_findings(cookie)
    if is_credential(cookie.key) and not cookie.known["httponly"]:
        message = f"{cookie.key!a} looks like a credential, and any script on the page can read it"
        key = "default" if "httponly" in cookie.origins else "httponly"
        yield Finding(r3.SESSION_HTTPONLY, message, f"write {key}: true", ("httponly",))
    written = "secure" in cookie.spans and "secure" not in cookie.origins
    secret = is_credential(cookie.key) or is_credential(cookie.name)
    if secret and written and not cookie.known["secure"]:
        message = f"{cookie.key!a} looks like a credential, and anyone on the network can read it"
        yield Finding(r3.SESSION_SECURE, message, _SECURE, ("secure",))


_SECURE = (
    "write secure: true: browsers take http://localhost for secure; elsewhere"
    ' {from: "shop.settings:settings.secure"}'
)


def too_large(message: str, at: Span | KeyPath) -> Finding:
    """Reports a cookie that is larger than browsers keep."""
    advice = "keep the data on the server, and only a key to it in the cookie"
    return Finding(r3.COOKIE_SIZE, message, advice, at)


def _size_findings(cookie: CookieSpec, size: int) -> Iterator[Finding]:
    """Reports a name that leaves no room for a value, or for what is sent around it."""
    message = f"the name is larger than {COOKIE_SIZE} octets: browsers drop the cookie"
    if size > COOKIE_SIZE:
        yield Finding(r3.COOKIE_SIZE, message, "write a shorter key", ("key",))
        return
    # the first part holds one octet of the value at least
    around = CHUNK_HEAD_SIZE + 1 if cookie.chunks else 0
    if cookie.sign and not cookie.chunks:
        around = len(SIGNATURE)
    if size + around > COOKIE_SIZE:
        message = (
            f"the name leaves no room for a value: both share {COOKIE_SIZE} octets"
        )
        yield Finding(r3.COOKIE_SIZE, message, "write a shorter key", ("key",))


def _ambiguity_findings(cookie: CookieSpec, end: str) -> Iterator[Finding]:
    """Reports placeholders for which different values make the same name."""
    key = cookie.key
    beside = adjacent(key)
    if beside:
        first, second = (f"{{{place}}}" for place in beside)
        message = f"nothing separates {first} from {second}: 1 and 23 make the same name as 12 and 3"
        advice = f"write {first}-{second}"
        yield Finding(r3.AMBIGUOUS_KEY, message, quoted(advice)[1:-1], ("key",))
    elif cookie.chunks and places(key) and (not end or _PART.fullmatch(end)):
        message = f"{key!a} may end like the name of a part (-1 to -7) of another cookie of the preset"
        advice = f"end the key with a word: {key}-parts"
        yield Finding(r3.AMBIGUOUS_KEY, message, advice, ("key",))


def _no_token(key: str, texts: tuple[str, ...]) -> Finding:
    message = f"{key!a} is not a valid cookie name: only letters, digits and !#$%&'*+-.^_`|~ are allowed"
    if any(brace in text for text in texts for brace in "{}"):
        return Finding(
            r3.COOKIE_NAME, message, "write a placeholder as {client}", ("key",)
        )
    better = re.sub(r"[^\w!#$%&'*+\-.^`|~{}]+", "_", key, flags=re.ASCII).strip("_")
    return Finding(r3.COOKIE_NAME, message, f"write {better or 'session'!r}", ("key",))


def _place_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """A placeholder becomes a parameter, so it must not clash with the functions' own names."""
    taken = dict.fromkeys(LOCALS, "a variable of the function itself")
    taken |= dict.fromkeys(TYPES, "a type in the function's annotations")
    taken |= dict.fromkeys(cookie_functions(cookie.name), "a function of the preset")
    taken |= dict.fromkeys(cookie.origins, "an attribute of the preset")
    taken |= dict.fromkeys(METHODS, "a method of the preset's class")
    if cookie.sign and cookie.sign.secret is None:
        taken["secret"] = "the secret that callers give"
    for place in places(cookie.key):
        if not is_identifier(place):
            message = f"{quoted(place)} cannot name a parameter"
            yield Finding(r1.PARAMETER_NAME, message, _write(mended(place)), ("key",))
        elif place in LOOKALIKES:
            message = f"the placeholder {quoted(place)} looks like a digit (PEP 8)"
            yield Finding(
                r1.PARAMETER_NAME, message, _write(f"{place.lower()}_name"), ("key",)
            )
        elif place in taken:
            message = f"the placeholder {quoted(place)} has the name of {taken[place]}"
            yield Finding(r1.MEMBER_CLASH, message, _write(f"{place}_name"), ("key",))


def _write(name: str) -> str:
    return f"write {{{name or 'client'}}}"
