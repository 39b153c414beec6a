"""Constants as written -> constant headers: text, or what the field's row makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import (
    Malformed,
    Problems,
    Replace,
    Span,
    nearest,
    quoted,
)
from respgen.fields import FIELDS, FieldType
from respgen.fields.numbers import number_help
from respgen.located import LocatedPlain, WrittenInteger, kind, places, plain
from respgen.resolve.header_values import malformed_inside
from respgen.resolve.numbers import note_sent
from respgen.rules import r0
from respgen.schema.defaults import type_of
from respgen.schema.header_keys import HEADER_FORMS, HEADER_KEYS
from respgen.schema.sent_keys import HeaderKeys
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
    if isinstance(place.value, WrittenInteger):
        _respelt_number(name, row, place.value, place, problems)
        return None
    if not isinstance(place.value, tuple | Mapping):
        text = str(place.value)
        # of a text that is no field value another rule tells
        if row is None or not _is_field_value(text):
            return constant_header(name, text, policy, span, place)
    elif row is not None and row.is_text and not _misspelt(place):
        _no_text(name, row, place, problems)
        return None
    elif row is None or row.is_text:
        _formless(span, place, problems)
        return None
    wire = _written(name, row, place, problems)
    if wire is None:
        return None
    if isinstance(wire, str):
        note_sent(place, wire, problems)
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


def _respelt_number(
    name: str,
    row: FieldType[Any] | None,
    number: WrittenInteger,
    place: LocatedPlain,
    problems: Problems,
) -> None:
    """A constant is what its author writes, and a number is not sent as this one is written."""
    message = f"{name}: the number {quoted(number.text)} would be sent as {int(number)}"
    advice, meant = number_help(row, number)
    fix = None if meant is None else Replace(place.span, meant)
    problems.add(r0.WRONG_TYPE, place.span, message, advice, fix)


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


def _misspelt(place: LocatedPlain) -> bool:
    """Whether a mapping seems to be one of ours, such as an argument."""
    keys = place.value.keys() if isinstance(place.value, Mapping) else ()
    return any(nearest(key, HEADER_KEYS) for key in keys if len(key) > 2)


def _no_text(
    name: str, row: FieldType[Any], place: LocatedPlain, problems: Problems
) -> None:
    """A mapping or a list for a field that is written as text."""
    options = row.form.get("anyOf")
    choices = options[0] if isinstance(options, list) else {}
    words = choices.get("enum") if isinstance(choices, dict) else None
    example = row.expected.partition("such as ")[2]
    known = [str(word) for word in words] if isinstance(words, list) else []
    written = place.value if isinstance(place.value, Mapping) else {}
    safe = (word for word in known if word != "*" and not word.startswith("unsafe"))
    meant = next((word for word in known if word in written), next(safe, ""))
    example = example or meant
    message = f"{name}: expected {row.expected}, found {kind(place.value)}"
    advice = f"write {example}" if example else "write it as one text"
    advice = _as_text(row, place) or advice
    problems.add(r0.WRONG_TYPE, place.span, message, advice)


_FORMLESS = "give the mapping the key type or value, or write the constant as text"


def _as_text(row: FieldType[Any], place: LocatedPlain) -> str:
    """The help for a list: its one member, or what the field's rules say of them all."""
    members = place.value if isinstance(place.value, tuple) else ()
    texts = [each.value for each in members if isinstance(each.value, str)]
    if not texts or len(texts) < len(members):
        return ""
    text = ", ".join(texts)
    found = next(row.judge(row.respell(text)), None)
    if found and len(texts) > 1:
        return found.help
    return f"write {text}" if not found else ""


def _formless(span: Span, place: LocatedPlain, problems: Problems) -> None:
    """A mapping or a list for a field that has no such form."""
    if not isinstance(place.value, Mapping):
        message = f"expected {HEADER_FORMS}, found {kind(place.value)}"
        advice = "write the members as one string, separated by commas"
        problems.add(r0.WRONG_TYPE, span, message, advice)
        return
    unknown = [key for key in place.value if key not in HEADER_KEYS]
    for key in unknown:
        advice = HeaderKeys.help_for(key) or nearest(key, HEADER_KEYS) or _FORMLESS
        message = f"unknown key {quoted(key)}"
        problems.add(r0.UNKNOWN_KEY, place.value[key].key, message, advice)
    if not unknown:
        default = place.value.get("default")
        word = (type_of(default.value) if default else "") or "str"
        problems.add(r0.MISSING_KEY, span, "missing key 'type'", f"type: {word}")
