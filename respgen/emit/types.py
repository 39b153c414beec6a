"""Type expressions -> annotations, importing what they name."""

from __future__ import annotations

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


def annotation(expression: TypeExpression, names: Names) -> Source:
    """The annotation for a parsed type expression."""
    match expression:
        case TypeName("builtins", "None"):
            return code("None")
        case TypeName("respgen", name):
            return names.support(name)
        case TypeName(module, name):
            return names.imported(module, name)
        case TypeGeneric(origin, arguments):
            inner = joined(
                ", ", [annotation(argument, names) for argument in arguments]
            )
            return code("{}[{}]", annotation(origin, names), inner)
        case TypeUnion(members):
            return joined(" | ", [annotation(member, names) for member in members])
        case TypeValue(value):
            return literal(value)
        case TypeList(None):
            return code("...")
        case TypeList(items):
            return code(
                "[{}]", joined(", ", [annotation(item, names) for item in items or ()])
            )


def optional(expression: TypeExpression, names: Names) -> Source:
    """`annotation | None`, without saying None twice."""
    spelled = annotation(expression, names)
    members = expression.members if isinstance(expression, TypeUnion) else (expression,)
    if TypeName("builtins", "None") in members or TypeName("typing", "Any") in members:
        return spelled
    return code("{} | None", spelled)


def imported(path: ImportPath, names: Names) -> Source:
    """The local name of an import path."""
    return names.imported(path.module, path.name)
