"""A function of the author's: `render: "package.module:function"`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Attribute, Call, Own, ValueExpression
from respgen.specs.types import ImportPath, TypeExpression


@dataclass(frozen=True, slots=True)
class FunctionOptions:
    """Where the function is, and the params that its signature names: it gets them by keyword."""

    path: ImportPath
    params: tuple[str, ...] = ()


def _body(options: FunctionOptions, content: ValueExpression) -> ValueExpression:
    given = tuple((name, Attribute(name)) for name in options.params)
    return Call(Own(options.path), (content,), given)


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
    params=lambda options: options.params,
    item=_body,
    typed=True,
    caller=lambda options: options.path.name,
)
