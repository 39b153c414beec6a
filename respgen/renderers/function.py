"""A function of the author's: `render: "package.module:function"`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from respgen.renderers.options import Given, spelled
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Attribute, Call, Own, ValueExpression
from respgen.specs.types import ImportPath, TypeExpression

Scalar: TypeAlias = str | int | float | bool | None
Constant: TypeAlias = Scalar | tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class FunctionOptions:
    """Where the function is, and what it gets by keyword.

    `params` are those of the class that its signature names, `bound` what the schema gives it: a
    constant, or a param by another name.
    """

    path: ImportPath
    params: tuple[str, ...] = ()
    bound: tuple[tuple[str, Constant | Given], ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """The params that the function gets."""
        by_name = (each.parameter for _, each in self.bound if isinstance(each, Given))
        return tuple(dict.fromkeys((*self.params, *by_name)))


def _body(options: FunctionOptions, content: ValueExpression) -> ValueExpression:
    given = [(name, Attribute(name)) for name in options.params]
    bound = [(name, spelled(value)) for name, value in options.bound]
    return Call(Own(options.path), (content,), (*given, *bound))


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
    params=lambda options: options.read,
    item=_body,
    typed=True,
    caller=lambda options: options.path.name,
)
