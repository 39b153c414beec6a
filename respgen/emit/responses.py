"""One response spec -> one class: a member only where its behaviour differs from its parent's."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit import constructors
from respgen.emit.context import Context
from respgen.emit.docstrings import about
from respgen.emit.source import Source, code, docstring, identifier, joined, literal
from respgen.emit.types import imported
from respgen.project.python import Python
from respgen.specs import ImportPath, ResponseSpec


def definition(response: ResponseSpec, context: Context) -> Source:
    """The class statement."""
    parent, framework = response.parent, context.framework
    base = context.reference(parent) if parent else constructors.root(response, context)
    mixins = [imported(each, context.names) for each in _own_mixins(response, context)]
    return context.render(
        "response",
        decorator=_deprecated(response, context),
        name=identifier(response.name),
        base=joined(", ", [*mixins, base]),
        docstring=docstring(about(response, context), 4),
        attributes=list(framework.attributes(response, context)),
        methods=list(framework.methods(response, context)),
    )


def _own_mixins(response: ResponseSpec, context: Context) -> Iterator[ImportPath]:
    """Those that its parent's class has not: Python has each class once in a line."""
    above = context.parent(response)
    known = above.shape.mixins if above else ()
    return (each for each in response.shape.mixins if each not in known)


def _deprecated(response: ResponseSpec, context: Context) -> Source | None:
    """What type checkers and callers are told; without a framework the constructor says it."""
    message, names = response.shape.deprecated, context.names
    module = context.framework.typing
    if not message or module is None:
        return None
    if names.python in _WITH_DEPRECATED:
        module = "warnings"
    return code("@{}({})", names.imported(module, "deprecated"), literal(message))


_WITH_DEPRECATED: tuple[Python, ...] = ("3.13", "3.14")
"""The Pythons whose `warnings` have it (PEP 702)."""
