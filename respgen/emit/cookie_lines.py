"""Cookies of which everything is known now: their attributes and deletions as bytes."""

from __future__ import annotations

from respgen.core.cookie_attributes import cookie_attributes, deletion_attributes
from respgen.specs import CookieScope, CookieSpec
from respgen.vocabulary.cookie_names import places


def is_fixed(cookie: CookieSpec) -> bool:
    """Whether name and attributes are known now."""
    return not cookie.late and not places(cookie.key)


def cleared(cookie: CookieSpec) -> tuple[CookieScope, ...]:
    """The scopes that a deletion clears, each once: the cookie's own before older ones."""
    scopes = (cookie.scope, *cookie.also_delete, *cookie.formerly)
    return tuple(dict.fromkeys(scopes))


def attributes(cookie: CookieSpec) -> bytes:
    """The attributes of a set, in the reference's order."""
    return cookie_attributes(
        max_age=cookie.max_age,
        path=cookie.path,
        domain=cookie.domain,
        secure=cookie.secure,
        httponly=cookie.httponly,
        samesite=cookie.samesite,
        partitioned=cookie.partitioned,
        priority=cookie.priority,
    )


def deletion(cookie: CookieSpec, scope: CookieScope) -> bytes:
    """The attributes of a deletion: derived from the set, so that they agree."""
    return deletion_attributes(
        path=scope.path,
        domain=scope.domain,
        secure=cookie.secure,
        httponly=cookie.httponly,
        samesite=cookie.samesite,
        partitioned=cookie.partitioned,
    )


def deletion_line(cookie: CookieSpec, scope: CookieScope) -> bytes:
    """The whole value of a deletion."""
    return cookie.key.encode("ascii") + b"=" + deletion(cookie, scope)
