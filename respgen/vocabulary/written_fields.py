"""Links and caching directives as a schema writes them -> the values that core serialises.

Raises TypeError and ValueError, `PlacedError` with a place.
"""

from __future__ import annotations

from respgen.core.caching import FIELD_DIRECTIVES, FLAGS, LIFETIMES
from respgen.core.links import Link, link_param, one_link
from respgen.core.values import token_value
from respgen.diagnostics import nearest, quoted
from respgen.load.tree import Plain
from respgen.rules import r0, r4, r5
from respgen.vocabulary.types import DefaultValue
from respgen.vocabulary.written import PlacedError, below, each, expected, seconds

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
    except ValueError as error:
        raise PlacedError(r5.LINK, str(error).removeprefix(": ")) from None
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
        except ValueError as error:
            raise PlacedError(r5.LINK, str(error).removeprefix(": ")) from None
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
        message = str(error).removeprefix("duration: ")
        raise PlacedError(r4.DIRECTIVE_ARGUMENT, message, "write 90s") from None


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
    except ValueError as error:
        message = str(error).removeprefix(": ")
        raise PlacedError(r4.DIRECTIVE_ARGUMENT, message) from None
    return value
