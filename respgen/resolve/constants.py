"""Constants as written -> constant headers: text, or what the field's row makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import (
    Malformed,
    Problems,
    Span,
    nearest,
    quoted,
)
from respgen.fields import FIELDS, FieldType
from respgen.located import LocatedPlain, kind, places, plain
from respgen.resolve.header_values import malformed_inside
from respgen.rules import r0
from respgen.schema.header_keys import HEADER_FORMS, HEADER_KEYS, HeaderKeys
from respgen.specs import (
    Constant,
    HeaderSpec,
    Origin,
    Pattern,
    Policy,
    Template,
    ValueType,
)


def constant(
    name: str, span: Span, place: LocatedPlain, policy: Policy, problems: Problems
) -> HeaderSpec | None:
    """The header `name`, which stands at `span`, with the value at `place`.

    None, reported, where it is malformed.
    """
    row = FIELDS.get(name.lower())
    if not isinstance(place.value, tuple | Mapping):
        text = str(place.value)
        # of a text that is no field value another rule tells
        if row is None or not _is_field_value(text):
            return constant_header(name, text, policy, span, place)
    elif row is None or row.is_text:
        _formless(span, place, problems)
        return None
    wire = _written(name, row, place, problems)
    if wire is None:
        return None
    return constant_header(name, wire, policy, span, place)


def constant_header(
    name: str, sent: str | Pattern, policy: Policy, span: Span, place: LocatedPlain
) -> HeaderSpec:
    """A text; or a policy with places for the nonce of each response."""
    if isinstance(sent, Pattern):
        origin: Origin = Template(sent, "nonce")
        of = ValueType("str")
    else:
        origin, of = Constant(sent), ValueType()
    return HeaderSpec(name, origin, of, policy, "", span, places(place))


def _is_field_value(text: str) -> bool:
    try:
        field_value("", text)
    except FieldError:
        return False
    return True


def _written(
    name: str, row: FieldType[Any], place: LocatedPlain, problems: Problems
) -> str | Pattern | None:
    """The text on the wire."""
    try:
        return row.constant(plain(place.value))
    except Malformed as error:
        found = error.found
        if found.at or found.rule is not r0.WRONG_TYPE:
            malformed_inside(name, found, place, problems)
        else:
            message = f"{name}: {error}, found {kind(place.value)}"
            problems.add(r0.WRONG_TYPE, place.span, message, found.help)
    return None


def _formless(span: Span, place: LocatedPlain, problems: Problems) -> None:
    """A mapping or a list for a field that has no such form."""
    if not isinstance(place.value, Mapping):
        message = f"expected {HEADER_FORMS}, found {kind(place.value)}"
        advice = "write the members as one string, separated by commas"
        problems.add(r0.WRONG_TYPE, span, message, advice)
        return
    unknown = place.value.keys() - HEADER_KEYS
    for key in unknown:
        advice = nearest(key, HEADER_KEYS) or HeaderKeys.advice
        message = f"unknown key {quoted(key)}"
        problems.add(r0.UNKNOWN_KEY, place.value[key].key, message, advice)
    if not unknown:
        problems.add(r0.MISSING_KEY, span, "missing key 'type'", "type: str")
