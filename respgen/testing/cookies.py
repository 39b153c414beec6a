"""Set-Cookie lines against cookie presets: every attribute, of a set and of a deletion.

Goes in: the presets of a class, those of the whole catalogue, and a message. Comes out: what differs.
Values are secrets: none is ever shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from http.cookies import SimpleCookie

from respgen.core.cookie_attributes import EPOCH
from respgen.core.cookie_chunks import chunk_keys
from respgen.core.cookies import (
    read_base64url_cookie,
    read_json_cookie,
    read_percent_cookie,
    read_plain_cookie,
)
from respgen.core.grammar import FieldError
from respgen.core.quoting import quoted_octets
from respgen.specs import CookieScope, CookieSpec, CookieUse
from respgen.testing.differences import NOTHING, Difference, shown
from respgen.testing.messages import Message
from respgen.vocabulary.cookie_names import is_given, split
from respgen.vocabulary.places import is_filled

_FLAGS = {"secure": "Secure", "httponly": "HttpOnly", "partitioned": "Partitioned"}
_READERS = {
    "plain": read_plain_cookie,
    "percent": read_percent_cookie,
    "base64url": read_base64url_cookie,
}


@dataclass(frozen=True, slots=True)
class Line:
    """One Set-Cookie field; `attributes` are by their names in lower case."""

    name: str
    value: str
    attributes: Mapping[str, str]

    @property
    def deletes(self) -> bool:
        """Whether it ends the cookie (RFC 6265bis 5.7)."""
        past = self.attributes.get("expires") == EPOCH
        # the framework's own deletion has an empty value in quotes
        empty = self.value in ("", '""')
        return empty and (self.attributes.get("max-age") == "0" or past)


def line(text: str) -> Line:
    """A field as browsers read it (RFC 6265bis 5.6)."""
    pair, *attributes = text.split(";")
    name, _, value = pair.partition("=")
    parts = [each.strip().partition("=") for each in attributes]
    found = {name.strip().lower(): value.strip() for name, _, value in parts}
    return Line(name.strip(), value.strip(), found)


def cookie_differences(
    uses: Sequence[CookieUse], catalogue: Sequence[CookieSpec], message: Message
) -> Iterator[Difference]:
    """What the lines differ in from the presets of their names; other cookies are nobody's."""
    lines = [line(text) for text in message.values("set-cookie")]
    for each in lines:
        own = [*_named((use.cookie for use in uses), each.name)]
        known = own or _named(catalogue, each.name)
        found = [[*_differences(cookie, each)] for cookie in known]
        yield from min(found, key=len, default=[])
    for use in uses:
        is_sent = any(is_named(use.cookie, e.name) for e in lines)
        if use.always is not None and not use.cookie.reads_name and not is_sent:
            yield Difference(
                f"cookie {use.cookie.key}", "set by every response", NOTHING
            )


def _named(cookies: Iterable[CookieSpec], name: str) -> Iterator[CookieSpec]:
    """Those that have a cookie of that name; a name that callers or settings decide is anybody's."""
    for cookie in cookies:
        anybodys = is_given(cookie.key) or cookie.reads_name
        if not anybodys and is_named(cookie, name):
            yield cookie


def is_named(cookie: CookieSpec, name: str) -> bool:
    """Whether a cookie of that name is one of the preset's."""
    texts, places = split(cookie.key)
    if is_filled(texts, name):
        return True
    return cookie.chunks and not places and name in chunk_keys(cookie.key)


def _differences(cookie: CookieSpec, sent: Line) -> Iterator[Difference]:
    where = f"cookie {shown(sent.name)}"
    declared, got = _declared(cookie, sent), _sent(sent)
    for name in declared.keys() - cookie.origins.keys():
        if declared[name] != got[name]:
            yield Difference(f"{where} {_TITLES[name]}", declared[name], got[name])
    if not sent.deletes and not _is_encoded(cookie, sent.value):
        yield Difference(f"{where} value", f"{cookie.encoding} text", "another form")


_TITLES = {
    "max_age": "Max-Age",
    "path": "Path",
    "domain": "Domain",
    "samesite": "SameSite",
    "priority": "Priority",
    **_FLAGS,
}


def _declared(cookie: CookieSpec, sent: Line) -> dict[str, str]:
    """The attributes in words: those of the nearest scope, where a deletion may be in several."""
    known, scope = cookie.known, _scope(cookie, sent)
    words = {
        "path": scope.path or NOTHING,
        "domain": (scope.domain or NOTHING).lower().lstrip("."),
        "samesite": (known["samesite"] or NOTHING).lower(),
        "secure": _flag(known["secure"]),
        "httponly": _flag(known["httponly"]),
        "partitioned": _flag(known["partitioned"]),
    }
    if sent.deletes:
        return words
    age, priority = known["max_age"], known["priority"]
    lasting = {"max_age": NOTHING if age is None else str(age)}
    return words | lasting | {"priority": (priority or NOTHING).lower()}


def _scope(cookie: CookieSpec, sent: Line) -> CookieScope:
    """Where the line's cookie lives: its own scope, or one that is cleared."""
    got = _sent(sent)
    cleared = (*cookie.also_delete, *cookie.formerly) if sent.deletes else ()
    here = (got["path"], got["domain"])
    for each in cleared:
        if here == (each.path or NOTHING, (each.domain or NOTHING).lower().lstrip(".")):
            return each
    return cookie.scope


def _sent(sent: Line) -> dict[str, str]:
    got = sent.attributes
    return {
        "path": shown(got["path"]) if "path" in got else NOTHING,
        "domain": shown(got.get("domain", NOTHING)).lower().lstrip("."),
        "samesite": shown(got.get("samesite", NOTHING)).lower(),
        "max_age": shown(got.get("max-age", NOTHING)),
        "priority": shown(got.get("priority", NOTHING)).lower(),
        **{name: _flag(name in got) for name in _FLAGS},
    }


def _flag(is_set: bool | None) -> str:
    return "set" if is_set else NOTHING


def _is_encoded(cookie: CookieSpec, value: str) -> bool:
    """Whether a value can be read back; parts and signatures are their readers' business."""
    if cookie.chunks or cookie.sign:
        return True
    if cookie.encoding == "quoted":
        return _is_quoted(value)
    if cookie.encoding == "json":
        return value == "null" or read_json_cookie(value) is not None
    return _READERS[cookie.encoding](value) is not None


def _is_quoted(value: str) -> bool:
    """Whether quoting makes it of what it reads as."""
    read, _ = SimpleCookie().value_decode(value)
    try:
        return quoted_octets("", read).decode("ascii") == value
    except FieldError:
        return False
