"""One response spec -> one class: a member only where its behaviour differs from its parent's."""

from __future__ import annotations

from respgen.emit import constructors
from respgen.emit.context import Context
from respgen.emit.docstrings import about
from respgen.emit.source import Source, docstring, identifier
from respgen.specs import ResponseSpec


def definition(response: ResponseSpec, context: Context) -> Source:
    """The class statement."""
    parent, framework = response.parent, context.framework
    base = context.reference(parent) if parent else constructors.root(response, context)
    return context.render(
        "response",
        name=identifier(response.name),
        base=base,
        docstring=docstring(about(response, context), 4),
        attributes=list(framework.attributes(response, context)),
        methods=list(framework.methods(response, context)),
    )
