"""Structured values as a schema writes them (RFC 9651) -> the values that core serialises.

Numbers, truth values and text stand for themselves; `{token: x}`, `{bytes: base64}`, `{date: ...}`
and `{display: text}` are the other items, `{value: ..., params: {...}}` adds parameters, a list
within is an Inner List. Raises TypeError and ValueError, `PlacedError` with a place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import TypeAlias, cast

from respgen.core import structured
from respgen.core.grammar import FieldError
from respgen.core.structured import (
    BareItem,
    DisplayString,
    InnerItem,
    InnerList,
    Item,
    Token,
)
from respgen.core.structured_text import parse_sf_dict, parse_sf_list
from respgen.diagnostics import nearest, quoted
from respgen.fields.written import (
    PlacedError,
    below,
    date,
    each,
    expected,
    integer,
    number,
    octets,
    reason,
    text,
    truth,
)
from respgen.load.tree import Plain
from respgen.rules import r0, r2, r5
from respgen.specs.types import DefaultValue

Bare: TypeAlias = Callable[[Plain], BareItem]
Member: TypeAlias = InnerItem | InnerList | tuple[InnerItem, ...]


def _token(value: Plain) -> Token:
    return Token(text(value))


def _display(value: Plain) -> DisplayString:
    return DisplayString(text(value))


def _decimal(value: Plain) -> Decimal:
    return structured.exact_decimal("", number(value))


_FORMS: Mapping[str, Bare] = {
    "token": _token,
    "bytes": octets,
    "date": date,
    "display": _display,
}
_PARAMETERISED = frozenset({"value", "params"})
_ITEM = "text, a number, true, false or a mapping such as {token: gzip}"
_RANGES = (int, float, Decimal)


def _scalar(value: Plain) -> BareItem:
    if value is None or isinstance(value, list | dict):
        raise TypeError
    return value


def bare(value: Plain) -> BareItem:
    """A value without parameters."""
    if not isinstance(value, dict):
        return _checked(_scalar, value, _ITEM)
    form = next(iter(value), "")
    if len(value) != 1 or form not in _FORMS:
        raise _unknown_form(value)
    with below(form):
        return _checked(_FORMS[form], value[form], "text")


def _checked(make: Bare, value: Plain, what: str) -> BareItem:
    """What it makes, if it can be sent."""
    try:
        made = make(value)
        structured.bare_item("", made)
    except TypeError:
        raise expected(what) from None
    except ValueError as error:
        rule = r2.DATE if make is date else r5.STRUCTURED_VALUE
        if isinstance(value, _RANGES):
            rule = r5.STRUCTURED_RANGE
        raise PlacedError(rule, reason(error)) from None
    return made


def _unknown_form(value: dict[str, Plain]) -> PlacedError:
    forms = {*_FORMS, *_PARAMETERISED}
    for key in value:
        if key not in forms:
            advice = nearest(key, forms) or "such as {token: gzip}"
            wrong = PlacedError(
                r0.UNKNOWN_KEY, f"unknown key {quoted(key)}", advice, True
            )
            wrong.path = (key,)
            return wrong
    advice = "write {value: {token: gzip}, params: {q: 0.5}}"
    return PlacedError(r0.CONFLICT, "a structured value has one form", advice)


def _is_parameterised(value: Plain) -> bool:
    return isinstance(value, dict) and "value" in value and {*value} <= _PARAMETERISED


def _parts(value: Plain) -> tuple[Plain, dict[str, BareItem]]:
    """The value inside and its parameters."""
    if not isinstance(value, dict) or not _is_parameterised(value):
        return value, {}
    with below("params"):
        params = value.get("params", {})
        if not isinstance(params, dict):
            raise expected("a mapping of parameters")
        return value["value"], {key: _param(key, params[key]) for key in params}


def _param(key: str, value: Plain) -> BareItem:
    with below(key):
        check_key(key)
        return bare(value)


def check_key(key: str) -> None:
    """Raises PlacedError, at the key, for what no parameter or member is called."""
    try:
        structured.sf_key("", key)
    except FieldError as error:
        mended = _in_small_letters(key)
        advice = f"write {mended!r}" if mended else ""
        raise PlacedError(
            r5.STRUCTURED_KEY, error.reason, advice, True, mended
        ) from None


def _in_small_letters(key: str) -> str | None:
    """The key that differs from `key` in the case of letters alone; None where there is none."""
    try:
        structured.sf_key("", key.lower())
    except FieldError:
        return None
    return key.lower() if key.isascii() else None


def item(value: Plain) -> InnerItem:
    """A value, with parameters or without."""
    inside, params = _parts(value)
    if inside is value:
        return bare(value)
    with below("value"):
        return Item(bare(inside), params)


def member(value: Plain) -> Member:
    """An item, or an Inner List."""
    inside, params = _parts(value)
    if not isinstance(inside, list):
        return item(value)
    if inside is value:
        return each(inside, item)
    with below("value"):
        return InnerList(each(inside, item), params)


def members(value: Plain) -> tuple[Member, ...]:
    """The members of a list."""
    return each(value, member)


def sf_list(value: Plain) -> DefaultValue:
    """A list of members, or the raw text of a field."""
    return _parsed(parse_sf_list, value) if isinstance(value, str) else members(value)


def sf_dict(value: Plain) -> DefaultValue:
    """A mapping of members, or the raw text of a field."""
    if isinstance(value, str):
        return _parsed(parse_sf_dict, value)
    if not isinstance(value, dict):
        raise TypeError
    return {key: _entry(key, inside) for key, inside in value.items()}


def _entry(key: str, value: Plain) -> DefaultValue:
    with below(key):
        check_key(key)
        return member(value)


def _parsed(parse: Callable[[str], object], value: str) -> DefaultValue:
    try:
        return cast("DefaultValue", parse(value))  # its sequences are tuples
    except ValueError as error:
        raise PlacedError(r5.STRUCTURED_FIELD, str(error)) from None


# Items that are a header's whole value: what the parameter takes; with parameters, an Item


def _whole(plainly: Bare, form: str, wrapped: Bare, value: Plain) -> BareItem | Item:
    if not isinstance(value, dict):
        return plainly(value)
    if [*value] == [form]:
        with below(form):
            return plainly(value[form])
    inside, params = _parts(value)
    if inside is value:
        raise _unknown_form(value)
    with below("value"):
        bare_inside = (
            inside[form] if isinstance(inside, dict) and [*inside] == [form] else inside
        )
        return Item(wrapped(bare_inside), params)


def sf_string(value: Plain) -> BareItem | Item:
    return _whole(text, "", text, value)


def sf_token(value: Plain) -> BareItem | Item:
    return _whole(text, "token", _token, value)


def sf_integer(value: Plain) -> BareItem | Item:
    return _whole(integer, "", integer, value)


def sf_decimal(value: Plain) -> BareItem | Item:
    return _whole(number, "", _decimal, value)


def sf_boolean(value: Plain) -> BareItem | Item:
    return _whole(truth, "", truth, value)


def sf_bytes(value: Plain) -> BareItem | Item:
    return _whole(octets, "bytes", octets, value)


def sf_date(value: Plain) -> BareItem | Item:
    return _whole(date, "date", date, value)
