"""Type expressions -> annotations, importing what they name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from respgen.emit.names import Names
from respgen.emit.source import Source, code, joined, literal
from respgen.specs.types import (
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeUnion,
    TypeValue,
)

Named: TypeAlias = Callable[[str, str], Source]
"""The local name of what a module has."""


def annotation(
    expression: TypeExpression, names: Names, *, evaluated: bool = False
) -> Source:
    """The annotation for a type; `evaluated` where a framework may look at it at run time."""
    named = names.imported if evaluated else names.annotated
    return _spelled(expression, names, named)


def evaluated(expression: TypeExpression, names: Names) -> Source:
    """A type as a value, which is made at first use: that imports the author's own."""

    def named(module: str, name: str) -> Source:
        return names.deferred(ImportPath(module, name))

    return _spelled(expression, names, named)


def _spelled(expression: TypeExpression, names: Names, named: Named) -> Source:
    def spelled(each: TypeExpression) -> Source:
        return _spelled(each, names, named)

    match expression:
        case TypeName("builtins", "None"):
            return code("None")
        case TypeName("respgen", name):
            return names.public(name)
        case TypeName(module, name):
            return named(module, name)
        case TypeGeneric(origin, arguments):
            inner = joined(", ", map(spelled, arguments))
            return code("{}[{}]", spelled(origin), inner)
        case TypeUnion(members):
            return joined(" | ", map(spelled, members))
        case TypeValue(value):
            return literal(value)
        case TypeList(None):
            return code("...")
        case TypeList(items):
            return code("[{}]", joined(", ", map(spelled, items or ())))


def optional(expression: TypeExpression, names: Names) -> Source:
    """`annotation | None`, without saying None twice."""
    spelled = annotation(expression, names)
    members = expression.members if isinstance(expression, TypeUnion) else (expression,)
    if TypeName("builtins", "None") in members or TypeName("typing", "Any") in members:
        return spelled
    return code("{} | None", spelled)


def core_names(expression: TypeExpression) -> Iterator[str]:
    """The types of core that a type mentions, which packages carry along."""
    match expression:
        case TypeName("respgen", name):
            yield name
        case TypeGeneric(origin, arguments):
            for each in (origin, *arguments):
                yield from core_names(each)
        case TypeUnion(members):
            for each in members:
                yield from core_names(each)
        case TypeList(items):
            for each in items or ():
                yield from core_names(each)


def imported(path: ImportPath, names: Names) -> Source:
    """The local name of an import path."""
    return names.imported(path.module, path.name)
