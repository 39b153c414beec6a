"""Cookies of which everything is known now: their attributes and deletions as bytes."""

from __future__ import annotations

from respgen.core.cookie_attributes import DELETION, CookieAttributes, cookie_attributes
from respgen.specs import CookieScope, CookieSpec
from respgen.vocabulary.cookie_names import places


def is_fixed(cookie: CookieSpec) -> bool:
    """Whether name and attributes are known now."""
    return not cookie.origins and not places(cookie.key)


def knows_name(cookie: CookieSpec) -> bool:
    """Whether the name is known now."""
    return not cookie.reads_name and not places(cookie.key)


def cleared(cookie: CookieSpec) -> tuple[CookieScope, ...]:
    """The scopes that a deletion clears, the cookie's own before older ones.

    Of two that are one for browsers the later one counts, as where run time meets both.
    """
    scopes = (cookie.scope, *cookie.also_delete, *cookie.formerly)
    return tuple({scope.folded: scope for scope in scopes}.values())


def attributes(cookie: CookieSpec) -> bytes:
    """The attributes of a set, in the reference's order."""
    return cookie_attributes(**cookie.known)


def gone(cookie: CookieSpec, scope: CookieScope) -> CookieAttributes:
    """What a deletion says: all that the set says but for its age, so that they agree."""
    own: CookieAttributes = {"path": scope.path, "domain": scope.domain}
    return {**cookie.known, **DELETION, **own}


def deletion(cookie: CookieSpec, scope: CookieScope) -> bytes:
    """The attributes of a deletion."""
    return cookie_attributes(**gone(cookie, scope))


def deletion_line(cookie: CookieSpec, scope: CookieScope) -> bytes:
    """The whole value of a deletion."""
    return cookie.key.encode("ascii") + b"=" + deletion(cookie, scope)
