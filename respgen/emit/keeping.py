"""Values that a module makes at first use and keeps -> the functions that do so.

Goes in: the names that expressions asked for. Comes out: a definition each.
"""

from __future__ import annotations

from respgen.emit.layout import call, laid_out
from respgen.emit.names import Names
from respgen.emit.source import Source, code, dotted, identifier, literal
from respgen.emit.types import annotation, evaluated, imported
from respgen.specs.expressions import Kept, Untyped


def functions(names: Names, width: int) -> list[Source]:
    """One for each value, in the order of their names."""
    return [_function(name, of, names, width) for name, of in names.held]


def constants(names: Names) -> list[Source]:
    """The functions of libraries to which the module gives types."""
    return [_typed(name, of, names) for name, of in names.typed_here]


def _typed(name: str, of: Untyped, names: Names) -> Source:
    return code(
        "{}: {} = {}({}).{}",
        identifier(name),
        annotation(of.type, names),
        names.imported("importlib", "import_module"),
        literal(of.path.module),
        dotted(of.path.name),
    )


def _function(name: str, of: Kept, names: Names, width: int) -> Source:
    maker = imported(of.maker, names)
    made = call(maker, evaluated(of.type, names))
    return code(
        "@{}\n{}\n    return {}",
        names.imported("functools", "cache"),
        _signature(name, maker, of, names, width),
        laid_out(made, 4, width, len("return ")),
    )


def _signature(name: str, maker: Source, of: Kept, names: Names, width: int) -> Source:
    """black and ruff break an annotation in ways of their own: one that is too long says Any."""
    of_type = code("{}[{}]", maker, annotation(of.type, names))
    exact = code("def {}() -> {}:", identifier(name), of_type)
    if len(exact.text) <= width:
        return exact
    of_any = code("{}[{}]", maker, names.annotated("typing", "Any"))
    return code("def {}() -> {}:", identifier(name), of_any)
