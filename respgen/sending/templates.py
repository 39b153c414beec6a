"""What stands at the places of a template where it makes what a call sends.

Goes in: a template of JSON or of text, and a value. Comes out: a value for each place, or None where the
template makes something else of every value.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Mapping

from respgen.sending.fields import entries, within
from respgen.sending.sent import Given
from respgen.sending.types import is_of
from respgen.source.program.values import Items, Joined, Known, Pairs
from respgen.specs import Fill, JsonTemplate, Pattern, Whole

Binding = Callable[[str, Given, bool], bool]
"""Puts a value at a place, of a text or not: False where another one stands there, or it cannot."""


def fill(template: JsonTemplate, given: Given, bind: Binding) -> bool:
    """Whether the template makes the value: members in their order, since JSON has one."""
    match template:
        case Whole(name):
            return bind(name, given, False)
        case Pattern():
            return fill_text(template, given, bind)
        case tuple():
            return _fill_list(template, given, bind)
        case Mapping():
            return _fill_mapping(template, given, bind)
    return given.value == Known(template)


def _fill_list(template: tuple[JsonTemplate, ...], given: Given, bind: Binding) -> bool:
    if not isinstance(given.value, Items) or len(given.value.values) != len(template):
        return False
    nodes = given.node.elts if isinstance(given.node, ast.List | ast.Tuple) else ()
    padded = [*nodes, *[None] * len(template)]
    members = zip(template, given.value.values, padded, strict=False)
    return all(fill(each, Given(value, node), bind) for each, value, node in members)


def _fill_mapping(
    template: Mapping[str, JsonTemplate], given: Given, bind: Binding
) -> bool:
    if not isinstance(given.value, Pairs) or given.value.keys() is None:
        return False
    found = tuple(entries(given.value))
    if [name for name, _ in found] != [*template]:
        return False
    nodes = within(given.node)
    return all(
        fill(
            template[name],
            Given(each.value, each.node if each.node in nodes else None),
            bind,
        )
        for name, each in found
    )


def fill_text(template: Pattern, given: Given, bind: Binding) -> bool:
    """Whether a text with places makes the value: what stands there is text or a number."""
    if not template.parameters:
        return given.value == Known("".join(template.texts))
    if template.texts == ("", ""):
        return is_of(given.value, "str") and bind(template.parameters[0], given, True)
    if not isinstance(given.value, Joined):
        return False
    parts = tuple(_parts(given))
    if [each for each in parts if isinstance(each, str)] != [
        *filter(None, template.texts)
    ]:
        return False
    places = [each for each in parts if isinstance(each, Given)]
    shape = [isinstance(each, str) for each in parts]
    if shape != [*_shape(template)]:
        return False
    return all(
        (is_of(each.value, "str") or is_of(each.value, "int"))
        and bind(name, each, True)
        for name, each in zip(template.parameters, places, strict=True)
    )


def binding(way: Fill, bind: Binding) -> Binding:
    """Puts numbers alone at places between quotes, where others may be escaped."""
    if way != "quoted":
        return bind
    return lambda name, given, is_text: (
        is_of(given.value, "int") and bind(name, given, is_text)
    )


def _shape(template: Pattern) -> Iterator[bool]:
    """Text and places, as they follow one another."""
    first, *others = template.texts
    if first:
        yield True
    for text in others:
        yield False
        if text:
            yield True


def _parts(given: Given) -> Iterator[str | Given]:
    """The parts of a text, with the expressions of an f-string."""
    values = given.value.parts if isinstance(given.value, Joined) else ()
    nodes: list[ast.expr] = []
    if isinstance(given.node, ast.JoinedStr):
        places = (n for n in given.node.values if isinstance(n, ast.FormattedValue))
        nodes = [each.value for each in places]
    unknown = [each for each in values if not isinstance(each, Known)]
    aligned = iter(nodes if len(nodes) == len(unknown) else [None] * len(unknown))
    for each in values:
        if isinstance(each, Known):
            yield str(each.value)
        else:
            yield Given(each, next(aligned))
