"""A function of the author's: `render: "package.module:function"`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Call, ValueExpression
from respgen.specs.types import ImportPath, TypeExpression


@dataclass(frozen=True, slots=True)
class FunctionOptions:
    """Where the function is."""

    path: ImportPath


def _body(options: FunctionOptions, content: ValueExpression) -> ValueExpression:
    return Call(options.path, (content,))


def _unfit(options: FunctionOptions, content: TypeExpression) -> Iterator[Unfit]:
    """The type checker holds its signature to the type."""
    yield from ()


FUNCTION = Renderer(
    name="function",
    about="Bytes from your own function.",
    content=None,
    options=FunctionOptions,
    body=_body,
    unfit=_unfit,
    typed=True,
    caller=lambda options: options.path.name,
)
