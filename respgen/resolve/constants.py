"""Constants as written -> constant headers: text, or what the field's grammar makes of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from respgen.core.fields import field_value
from respgen.core.grammar import FieldError
from respgen.diagnostics import Problems, Span, nearest, part_name, quoted
from respgen.fields import FIELDS, FieldType, Pattern
from respgen.fields.reading import PlacedError
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence, plain
from respgen.resolve.header_values import malformed_inside
from respgen.rules import r0
from respgen.schema.errors import found
from respgen.schema.header_keys import HeaderKeys
from respgen.schema.words import HEADER_FORMS, HEADER_KEYS
from respgen.specs import ConstantHeader, Parts, Policy, TemplateHeader


def constant(
    entry: Entry, node: Node, policy: Policy, problems: Problems
) -> ConstantHeader | TemplateHeader | None:
    """The header whose value stands at `node`; None, reported, where it is malformed."""
    row = FIELDS.get(entry.key.lower())
    if isinstance(node, Scalar):
        text = str(node.value)
        # of a text that is no field value another rule tells
        if row is None or not _is_field_value(text):
            return ConstantHeader(entry.key, text, policy, entry.key_span, node.span)
    elif row is None:
        _formless(entry, node, problems)
        return None
    wire = _written(entry.key, row, node, problems)
    if wire is None:
        return None
    if isinstance(wire, Pattern):
        return _nonced(entry, wire, policy, node)
    return ConstantHeader(
        entry.key, wire, policy, entry.key_span, node.span, parts(node)
    )


def _nonced(
    entry: Entry, pattern: Pattern, policy: Policy, node: Node
) -> TemplateHeader:
    """A policy with places for the nonce of each response."""
    return TemplateHeader(
        name=entry.key,
        texts=pattern.texts,
        parameters=pattern.parameters,
        fill="nonce",
        type="str",
        policy=policy,
        description="",
        span=entry.key_span,
        value_span=node.span,
        parts=parts(node),
    )


def _is_field_value(text: str) -> bool:
    try:
        field_value("", text)
    except FieldError:
        return False
    return True


def _written(
    name: str, row: FieldType[Any], node: Node, problems: Problems
) -> str | Pattern | None:
    """The text on the wire."""
    try:
        return row.constant(plain(node))
    except PlacedError as error:
        if error.path or error.rule is not r0.WRONG_TYPE:
            malformed_inside(name, error, node, problems)
        else:
            message = f"{name}: {error}, found {found(node)}"
            problems.add(r0.WRONG_TYPE, node.span, message)
    return None


def parts(node: Node) -> Parts:
    """The places of everything that has a name below a node; a text alone has none."""
    return {} if isinstance(node, Scalar) else dict(_parts(node, ()))


def _parts(
    node: Node, above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], tuple[Span, Span]]]:
    if isinstance(node, Mapping):
        for entry in node:
            path = (*above, part_name(entry.key))
            yield path, (entry.key_span, entry.value.span)
            yield from _parts(entry.value, path)
    elif isinstance(node, Scalar):
        yield (*above, part_name(str(node.value))), (node.span, node.span)
    else:
        for place, item in enumerate(node.items):
            named = isinstance(item, Scalar)
            path = above if named else (*above, f"#{place}")
            yield from () if named else [(path, (item.span, item.span))]
            yield from _parts(item, path)


def _formless(entry: Entry, node: Node, problems: Problems) -> None:
    """A mapping or a list for a field that has no such form."""
    if isinstance(node, Sequence):
        message = f"expected {HEADER_FORMS}, found {found(node)}"
        advice = "write the members as one text, with commas"
        problems.add(r0.WRONG_TYPE, entry.key_span, message, advice)
        return
    keys = node.entries if isinstance(node, Mapping) else ()
    unknown = [key for key in keys if key.key not in HEADER_KEYS]
    for key in unknown:
        advice = nearest(key.key, HEADER_KEYS) or HeaderKeys.advice
        message = f"unknown key {quoted(key.key)}"
        problems.add(r0.UNKNOWN_KEY, key.key_span, message, advice)
    if not unknown:
        problems.add(r0.MISSING_KEY, entry.key_span, "missing key 'type'", "type: str")
