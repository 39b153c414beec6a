"""Constants as written -> constant headers: text, or what the field's grammar makes of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import Problems, Span, nearest, part_name, quoted
from respgen.fields import FIELDS, FieldType, Pattern
from respgen.fields.reading import PlacedError
from respgen.located import LocatedPlain, PlainValue, kind, plain
from respgen.resolve.header_values import malformed_inside
from respgen.rules import r0
from respgen.schema.header_keys import HEADER_FORMS, HEADER_KEYS, HeaderKeys
from respgen.specs import ConstantHeader, Parts, Policy, TemplateHeader


def constant(
    name: str, span: Span, place: LocatedPlain, policy: Policy, problems: Problems
) -> ConstantHeader | TemplateHeader | None:
    """The header `name`, which stands at `span`, with the value at `place`.

    None, reported, where it is malformed.
    """
    row = FIELDS.get(name.lower())
    if not isinstance(place.value, tuple | Mapping):
        text = str(place.value)
        # of a text that is no field value another rule tells
        if row is None or not _is_field_value(text):
            return ConstantHeader(name, text, policy, span, place.span)
    elif row is None or row.is_text:
        _formless(span, place, problems)
        return None
    wire = _written(name, row, place, problems)
    if wire is None:
        return None
    if isinstance(wire, Pattern):
        return _nonced(name, span, wire, policy, place)
    return ConstantHeader(name, wire, policy, span, place.span, parts(place.value))


def _nonced(
    name: str, span: Span, pattern: Pattern, policy: Policy, place: LocatedPlain
) -> TemplateHeader:
    """A policy with places for the nonce of each response."""
    return TemplateHeader(
        name=name,
        texts=pattern.texts,
        parameters=pattern.parameters,
        fill="nonce",
        type="str",
        policy=policy,
        description="",
        span=span,
        value_span=place.span,
        parts=parts(place.value),
    )


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
    except PlacedError as error:
        if error.path or error.rule is not r0.WRONG_TYPE:
            malformed_inside(name, error, place, problems)
        else:
            message = f"{name}: {error}, found {kind(place.value)}"
            problems.add(r0.WRONG_TYPE, place.span, message)
    return None


def parts(value: PlainValue) -> Parts:
    """The places of everything that has a name below a value; a text alone has none."""
    return dict(_parts(value, ()))


def _parts(
    value: PlainValue, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, Span]]]:
    if isinstance(value, Mapping):
        for key, below in value.items():
            path = (*above, part_name(key))
            yield path, (below.key, below.span)
            yield from _below(below, path)
    elif isinstance(value, tuple):
        for place, item in enumerate(value):
            named = not isinstance(item.value, tuple | Mapping)
            path = above if named else (*above, f"#{place}")
            yield from () if named else [(path, (item.span, item.span))]
            yield from _below(item, path)


def _below(
    located: LocatedPlain, path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, Span]]]:
    if isinstance(located.value, tuple | Mapping):
        yield from _parts(located.value, path)
    else:
        name = part_name(str(located.value))
        yield (*path, name), (located.span, located.span)


def _formless(span: Span, place: LocatedPlain, problems: Problems) -> None:
    """A mapping or a list for a field that has no such form."""
    if not isinstance(place.value, Mapping):
        message = f"expected {HEADER_FORMS}, found {kind(place.value)}"
        advice = "write the members as one text, with commas"
        problems.add(r0.WRONG_TYPE, span, message, advice)
        return
    unknown = place.value.keys() - HEADER_KEYS
    for key in unknown:
        advice = nearest(key, HEADER_KEYS) or HeaderKeys.advice
        message = f"unknown key {quoted(key)}"
        problems.add(r0.UNKNOWN_KEY, place.value[key].key, message, advice)
    if not unknown:
        problems.add(r0.MISSING_KEY, span, "missing key 'type'", "type: str")
