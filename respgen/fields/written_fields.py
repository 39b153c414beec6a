"""Links, directives, ranges and digests as a schema writes them -> the values that core serialises.

Raises TypeError and ValueError, `PlacedError` with a place.
"""

from __future__ import annotations

from collections.abc import Mapping

from respgen.core.caching import FIELD_DIRECTIVES, FLAGS, LIFETIMES
from respgen.core.grammar import FieldError
from respgen.core.links import Link, link_param, one_link
from respgen.core.ranges import ContentRange, UnsatisfiedRange
from respgen.core.values import token_value
from respgen.diagnostics import nearest, quoted
from respgen.fields.written import (
    PlacedError,
    below,
    each,
    expected,
    octets,
    reason,
    seconds,
    unknown_key,
)
from respgen.fields.written_structured import check_key
from respgen.load.tree import Plain
from respgen.rules import r0, r2, r4, r5
from respgen.specs.types import DefaultValue

_DIRECTIVES = (*LIFETIMES, *FIELD_DIRECTIVES, *FLAGS)
_SECONDS = "seconds or a duration such as 90s, 15m, 12h, 14d"


def links(value: Plain) -> tuple[Link, ...]:
    """A list of `{href, rel, ...}`."""
    return each(value, _link)


def _link(value: Plain) -> Link:
    if not isinstance(value, dict):
        raise expected("a mapping such as {href: /items?page=2, rel: next}")
    for key in ("href", "rel"):
        if key not in value:
            message = f"a link without {quoted(key)}"
            raise PlacedError(r5.LINK, message, "write {href: ..., rel: ...}")
    params = {key: _param(key, inside) for key, inside in value.items()}
    link = Link(params.pop("href"), params.pop("rel"), params)
    try:
        one_link("", link)
    except FieldError as error:
        raise PlacedError(r5.LINK, error.reason) from None
    return link


def _param(key: str, value: Plain) -> str:
    with below(key):
        if not isinstance(value, str):
            raise expected("text", "put it in quotes")
        try:
            if key == "rel":
                one_link("", Link("", value))
            elif key != "href":
                link_param("", key, value)
        except FieldError as error:
            raise PlacedError(r5.LINK, error.reason) from None
        return value


def directives(value: Plain) -> DefaultValue:
    """A mapping of directives; durations become seconds."""
    if not isinstance(value, dict):
        raise TypeError
    return {key: _directive(key, inside) for key, inside in value.items()}


def _directive(key: str, value: Plain) -> DefaultValue:
    with below(key):
        if key in LIFETIMES:
            return _lifetime(value)
        if key in FIELD_DIRECTIVES and isinstance(value, list):
            return _fields(value)
        if key not in _DIRECTIVES:
            advice = nearest(key, _DIRECTIVES) or "a directive, such as max_age"
            message = f"unknown directive {quoted(key)}"
            raise PlacedError(r0.UNKNOWN_WORD, message, advice, at_key=True)
        if not isinstance(value, bool):
            also = " or a list of field names" if key in FIELD_DIRECTIVES else ""
            raise expected(f"true{also}")
        return value


def _lifetime(value: Plain) -> int:
    try:
        return seconds(value)
    except TypeError:
        raise expected(_SECONDS) from None
    except ValueError as error:
        raise PlacedError(r4.DIRECTIVE_ARGUMENT, reason(error), "write 90s") from None


def _fields(value: list[Plain]) -> DefaultValue:
    if not value:
        message = "no field is named (RFC 9111 5.2.2.4)"
        raise PlacedError(r4.DIRECTIVE_ARGUMENT, message, "write true, or their names")
    return each(value, _field)


def _field(value: Plain) -> str:
    if not isinstance(value, str):
        raise expected("a field name", "put it in quotes")
    try:
        token_value("", value)
    except FieldError as error:
        raise PlacedError(r4.DIRECTIVE_ARGUMENT, error.reason) from None
    return value


# Content-Range


_RANGE_KEYS = ("first", "last", "complete", "unit")


def content_range(value: Plain) -> ContentRange | UnsatisfiedRange:
    """`{first, last, complete}`; without positions none of it, without `complete` of any length."""
    if not isinstance(value, dict):
        raise TypeError
    for key in value:
        if key not in _RANGE_KEYS:
            raise unknown_key(key, _RANGE_KEYS, "first, last, complete or unit")
    unit = _unit(value.get("unit", "bytes"))
    given = {key: _position(key, value[key]) for key in value if key != "unit"}
    match given:
        case {"first": first, "last": last}:
            return ContentRange(first, last, given.get("complete"), unit)
        case {"complete": complete} if len(given) == 1:
            return UnsatisfiedRange(complete, unit)
    message = "a range has first and last, or complete alone"
    raise PlacedError(r0.MISSING_KEY, message, "{first: 0, last: 99, complete: 1234}")


def _position(key: str, value: Plain) -> int:
    with below(key):
        if not isinstance(value, int) or isinstance(value, bool):
            raise expected("a whole number", "write digits, without quotes")
        if value < 0:
            message = "positions begin with 0 (RFC 9110 14.1.2)"
            raise PlacedError(r2.CONTENT_RANGE, message)
        return value


def _unit(value: Plain) -> str:
    with below("unit"):
        if not isinstance(value, str):
            raise expected("text", "put it in quotes")
        try:
            token_value("", value)
        except FieldError as error:
            raise PlacedError(r2.CONTENT_RANGE, error.reason, "write bytes") from None
        return value


# Digests


def digests(value: Plain) -> Mapping[str, bytes]:
    """A mapping of algorithms to base64."""
    if not isinstance(value, dict):
        raise TypeError
    return {key: _digest(key, value[key]) for key in value}


def _digest(algorithm: str, value: Plain) -> bytes:
    with below(algorithm):
        check_key(algorithm)
        try:
            return octets(value)
        except TypeError:
            raise expected("the digest in base64") from None
        except ValueError as error:
            raise PlacedError(r5.DIGEST, str(error)) from None
