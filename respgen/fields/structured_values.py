"""Structured values as a schema writes them (RFC 9651) -> the values that core serialises.

Numbers, truth values and text stand for themselves; `{token: x}`, `{bytes: base64}`, `{date: ...}`
and `{display: text}` are the other items, `{value: ..., params: {...}}` adds parameters, a list
within is an Inner List. Raises Malformed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar

from respgen.core import structured as sf
from respgen.core.structured import (
    BareItem,
    DisplayString,
    InnerItem,
    InnerList,
    Item,
    StructuredMember,
    Token,
)
from respgen.core.structured_text import parse_sf_dict, parse_sf_list
from respgen.diagnostics import Finding, Malformed, nearest, quoted
from respgen.fields import forms, structured
from respgen.fields.kinds import (
    NUMBER,
    TEXT,
    TRUTH,
    WHOLE,
    Kind,
    Params,
    structured_key,
)
from respgen.fields.reading import below, checked, date, each, octets, text
from respgen.fields.row import FieldType
from respgen.fields.scalars import DATE
from respgen.located import Plain
from respgen.rules import r0, r2, r5
from respgen.specs.types import TypeGeneric, TypeName

Parsed = TypeVar("Parsed")
Whole = TypeVar("Whole", bound=BareItem)


def _token(value: Plain) -> Token:
    return Token(text(value))


def _display(value: Plain) -> DisplayString:
    return DisplayString(text(value))


def _scalar(value: Plain) -> BareItem:
    if value is None or isinstance(value, list | dict):
        raise TypeError
    return value


_PLAIN = "write text in quotes, a number, true or false"
_STRING = "write printable ASCII, or {display: text} for text beyond it"
_TOKEN = "write a letter, then letters, digits and !#$%&'*+-.^_`|~:/"
_BYTES = "write the bytes in base64"
_MOMENT = "write 2026-01-31T12:00:00Z"
_SMALLER = "write a smaller number, or a String in quotes"


def _text(make: Callable[[Plain], BareItem]) -> Kind[BareItem]:
    made = checked(make, sf.bare_item)
    return Kind("text", forms.TEXT, made, r5.STRUCTURED_VALUE, advice=_STRING)


_FORMS: Mapping[str, Kind[BareItem]] = {
    "token": replace(_text(_token), advice=_TOKEN),
    "bytes": replace(_text(octets), advice=_BYTES),
    "date": replace(_text(date), rule=r2.DATE, advice=_MOMENT),
    "display": replace(_text(_display), advice="remove the control characters"),
}
_PARAMETERISED = frozenset({"value", "params"})
_ITEM = replace(
    _text(_scalar),
    expected="text, a number, true, false or a mapping such as {token: gzip}",
)
_NUMBER = replace(_ITEM, rule=r5.STRUCTURED_RANGE, advice=_SMALLER)


def bare(value: Plain) -> BareItem:
    """A value without parameters."""
    if not isinstance(value, dict):
        return (_NUMBER if isinstance(value, int | float) else _ITEM).read(value)
    form = next(iter(value), "")
    if len(value) != 1 or form not in _FORMS:
        raise _unknown_form(value)
    with below(form):
        return _FORMS[form].read(value[form])


def _unknown_form(value: dict[str, Plain]) -> Malformed:
    forms = {*_FORMS, *_PARAMETERISED}
    for key in value:
        if key not in forms:
            advice = nearest(key, forms) or "write a mapping such as {token: gzip}"
            message = f"unknown key {quoted(key)}"
            return Malformed(
                Finding(r0.UNKNOWN_KEY, message, advice, at=(key,), at_key=True)
            )
    advice = "write a mapping with the keys value and params"
    return Malformed(
        Finding(r0.CONFLICT, "a structured value must have exactly one form", advice)
    )


BARE = Kind(_ITEM.expected, {}, bare, advice=_PLAIN)
PARAMS = Params(other=BARE, check=structured_key)
_PARAMS = Kind(
    "a mapping of parameters", PARAMS.form, PARAMS.read, advice="write {q: 0.5}"
)


def _parts(value: Plain) -> tuple[Plain, dict[str, BareItem]]:
    """The value inside and its parameters."""
    if (
        isinstance(value, dict)
        and "value" in value
        and not value.keys() - _PARAMETERISED
    ):
        with below("params"):
            return value["value"], _PARAMS.read(value.get("params", {}))
    return value, {}


def item(value: Plain) -> InnerItem:
    """A value, with parameters or without."""
    inside, params = _parts(value)
    if inside is value:
        return bare(value)
    with below("value"):
        return Item(bare(inside), params)


def member(value: Plain) -> StructuredMember:
    """An item, or an Inner List."""
    inside, params = _parts(value)
    if not isinstance(inside, list):
        return item(value)
    if inside is value:
        return each(inside, item)
    with below("value"):
        return InnerList(each(inside, item), params)


def members(value: Plain) -> tuple[StructuredMember, ...]:
    """The members of a list, or of the raw text of a field."""
    if isinstance(value, str):
        return _parsed(parse_sf_list, value, "a list")
    return each(value, member)


MEMBERS = Params(
    other=Kind(_ITEM.expected, {}, member, advice=_PLAIN), check=structured_key
)


def entries(value: Plain) -> dict[str, StructuredMember]:
    """The members of a mapping, or of the raw text of a field."""
    if isinstance(value, str):
        return _parsed(parse_sf_dict, value, "a mapping")
    return MEMBERS.read(value)


def _parsed(parse: Callable[[str], Parsed], value: str, form: str) -> Parsed:
    try:
        return parse(value)
    except ValueError as error:
        raise Malformed(structured.malformed(error, form)) from None


# Items that are a header's whole value: what the parameter takes; with parameters, an Item


def _whole(
    kind: Kind[Whole], form: str = "", wrap: Callable[[Whole], BareItem] | None = None
) -> Kind[Whole | Item]:
    """A plain value, the same in its form, or an Item, whose value `wrap` makes."""

    def make(value: Plain) -> Whole | Item:
        if not isinstance(value, dict):
            return kind.make(value)
        if [*value] == [form]:
            with below(form):
                return kind.make(value[form])
        inside, params = _parts(value)
        if inside is value:
            raise _unknown_form(value)
        if isinstance(inside, dict) and [*inside] == [form]:
            inside = inside[form]
        with below("value"):
            made = kind.make(inside)
            return Item(wrap(made) if wrap else made, params)

    schema = forms.either(kind.form, {"type": "object"})
    return Kind(
        kind.expected, schema, make, kind.rule, advice=kind.advice, hint=kind.hint
    )


_TEXT = replace(TEXT, rule=r5.STRUCTURED_VALUE)
_WHOLE_NUMBER = replace(
    WHOLE, rule=r5.STRUCTURED_RANGE, advice=_SMALLER, hint=WHOLE.advice
)
_DECIMAL = replace(
    NUMBER, rule=r5.STRUCTURED_RANGE, advice=_SMALLER, hint=NUMBER.advice
)
_LIST = forms.either(forms.TEXT, forms.several({}))
_DICT = forms.either(forms.TEXT, MEMBERS.form)
_MEMBER = TypeName("respgen", "StructuredMember")

STRUCTURED: tuple[FieldType[Any], ...] = (
    FieldType(
        word="sf_string",
        kind=_whole(replace(_TEXT, advice="write printable ASCII alone")),
        encode=sf.sf_string_value,
    ),
    FieldType(
        word="sf_token",
        kind=_whole(replace(_TEXT, advice=_TOKEN), "token", Token),
        encode=sf.sf_token_value,
    ),
    FieldType(
        word="sf_bytes",
        kind=_whole(
            Kind(
                "text",
                forms.TEXT,
                octets,
                r5.STRUCTURED_VALUE,
                advice=_BYTES,
                hint=TEXT.hint,
            ),
            "bytes",
        ),
        encode=sf.sf_bytes_value,
    ),
    FieldType(word="sf_date", kind=_whole(DATE, "date"), encode=sf.sf_date_value),
    FieldType(
        word="sf_list",
        kind=Kind(
            "a list, or the raw header value as text",
            _LIST,
            members,
            advice="write a list, in brackets",
        ),
        encode=sf.sf_list_value,
        annotation=TypeGeneric(TypeName("collections.abc", "Sequence"), (_MEMBER,)),
        plural=True,
    ),
    FieldType(
        word="sf_dict",
        kind=Kind(
            "a mapping, or the raw header value as text",
            _DICT,
            entries,
            advice="write a mapping such as {key: value}",
        ),
        encode=sf.sf_dict_value,
        annotation=TypeGeneric(
            TypeName("collections.abc", "Mapping"),
            (TypeName("builtins", "str"), _MEMBER),
        ),
        plural=True,
    ),
    FieldType(
        word="sf_integer", kind=_whole(_WHOLE_NUMBER), encode=sf.sf_integer_value
    ),
    FieldType(
        word="sf_decimal",
        kind=_whole(_DECIMAL, wrap=partial(sf.exact_decimal, "")),
        encode=sf.sf_decimal_value,
    ),
    FieldType(word="sf_boolean", kind=_whole(TRUTH), encode=sf.sf_boolean_value),
)
