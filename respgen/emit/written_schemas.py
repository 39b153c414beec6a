"""The JSON schema of a body, and how it is written in Python.

Goes in: a schema whose types are still types. Comes out: the expression that makes it: `of` gives
the schema of a type, when a document is made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from respgen.emit.layout import Expression, Group, behind, keyed, list_of
from respgen.emit.names import Names
from respgen.emit.source import code, identifier, joined, literal
from respgen.emit.types import evaluated
from respgen.specs.types import TypeExpression


@dataclass(frozen=True, slots=True)
class Of:
    """The schema of a type, and what is said beside it.

    `how` are the options of what dumps its values, where that is not as usual.
    """

    type: TypeExpression
    beside: tuple[tuple[str, str | bool], ...] = ()
    how: tuple[tuple[str, str | bool], ...] = ()


Schema: TypeAlias = (
    Mapping[str, "Schema"] | tuple["Schema", ...] | Of | str | int | float | bool | None
)


def expression(of: Schema, names: Names) -> Expression:
    """How a schema is written: a function of `of` where it has types."""
    written = _expression(of, names)
    return behind(code("lambda of: "), written) if _has_types(of) else written


def _has_types(of: Schema) -> bool:
    if isinstance(of, Mapping):
        return any(map(_has_types, of.values()))
    if isinstance(of, tuple):
        return any(map(_has_types, of))
    return isinstance(of, Of)


def _expression(of: Schema, names: Names) -> Expression:
    if isinstance(of, Of):
        return _made(of, names)
    if isinstance(of, Mapping):
        items = tuple(
            keyed(literal(key), _expression(each, names)) for key, each in of.items()
        )
        return Group(code("{{"), items, code("}}"))
    if isinstance(of, tuple):
        return list_of([_expression(each, names) for each in of])
    return literal(of)


def _made(of: Of, names: Names) -> Expression:
    how = [code("{}={}", identifier(key), literal(value)) for key, value in of.how]
    kind = code("of({})", joined(", ", [evaluated(of.type, names), *how]))
    if not of.beside:
        return kind
    beside = (keyed(literal(key), literal(text)) for key, text in of.beside)
    return Group(code("{{"), (code("**{}", kind), *beside), code("}}"))
