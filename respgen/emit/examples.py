"""An example's spec -> the expression of it: what the class is given, and what is said of it."""

from __future__ import annotations

from respgen.emit.defaults import default
from respgen.emit.layout import Expression, Group, call, keyed, list_of
from respgen.emit.names import Names
from respgen.emit.source import code, literal
from respgen.fields.types import read
from respgen.located import Plain
from respgen.specs import ResponseSpec, arguments
from respgen.specs.examples import ExampleSpec
from respgen.specs.expressions import OPENAPI


def example(of: ExampleSpec, response: ResponseSpec, names: Names) -> Expression:
    """`Example({"code": 1}, summary="...")`."""
    headers = {given.parameter: header for header, given in arguments(response.headers)}
    items: list[Expression] = []
    for name, value in of.arguments.items():
        header = headers.get(name)
        made = default(read(header.type, value), names) if header else _plain(value)
        items.append(keyed(literal(name), made))
    given: list[Expression] = [Group(code("{{"), tuple(items), code("}}"))]
    if of.summary:
        given.append(code("summary={}", literal(of.summary)))
    if of.description:
        given.append(code("description={}", literal(of.description)))
    return call(names.imported(OPENAPI, "Example"), *given)


def _plain(value: Plain) -> Expression:
    if isinstance(value, dict):
        items = tuple(keyed(literal(key), _plain(each)) for key, each in value.items())
        return Group(code("{{"), items, code("}}"))
    if isinstance(value, list):
        return list_of([_plain(each) for each in value])
    return literal(value)
