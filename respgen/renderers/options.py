"""Options of renderers: a constant, or `{argument: name}`, which leaves the value to callers.

Goes in: what authors may write of an option, and the type that its library gives it. Comes out: a
field of the dataclass of options; then its value as an expression, and the parameters it makes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any, NamedTuple, TypeVar, cast

from respgen.decoder.keys import Keys, KeysOf, required
from respgen.decoder.options import option
from respgen.decoder.plain import LIST, TEXT, TRUTH, Shape
from respgen.decoder.shapes import Either, Parsed
from respgen.located import Located
from respgen.specs.expressions import Attribute, Own, Value, ValueExpression
from respgen.specs.types import DefaultValue, ImportPath, TypeExpression, TypeName

T = TypeVar("T")
BOOL = TypeName("builtins", "bool")
_KINDS = {LIST.takes: "a list", TEXT.takes: "text"}
"""What messages call the constants of a shape."""


@dataclass(frozen=True, slots=True)
class Given:
    """The value that callers give, as a keyword parameter of this name."""

    parameter: str


class OptionArgument(Keys):
    """An option that callers give."""

    argument: Located[str] = required(
        TEXT, "The name of the constructor's keyword parameter.", "indent"
    )


GIVEN = Parsed(KeysOf(OptionArgument), lambda keys: Given(keys.argument.value), {})


def bindable(
    shape: Shape[T], about: str, otherwise: T, kind: TypeExpression
) -> T | Given:
    """An option of that type in the library; `otherwise` is the library's default."""
    words = getattr(shape, "expected", "") or _KINDS.get(shape.takes, "a constant")
    either = Either(f"{words} or {{argument: name}}", _flat(shape), _advice(shape))
    made: Any = option(cast("Shape[T]", either), about, otherwise, type=kind)
    return cast("T | Given", made)


def switch(about: str) -> bool | Given:
    """An option that is false where nothing is said."""
    return bindable(TRUTH, about, False, BOOL)


def _flat(shape: Shape[Any]) -> tuple[Shape[Any], ...]:
    """The members of a choice are those of the wider one: they are told apart by their kinds."""
    return (*(shape.shapes if isinstance(shape, Either) else (shape,)), GIVEN)


def _advice(shape: Shape[Any]) -> str:
    if shape.takes == LIST.takes:
        return "write it as a list, in brackets, or {argument: name}"
    return getattr(shape, "advice", "") or "write a constant, or {argument: name}"


class Bound(NamedTuple):
    """A parameter that an option makes."""

    name: str
    type: TypeExpression
    default: DefaultValue
    about: str


def parameters(options: Any) -> Iterator[Bound]:
    """What callers give, in the order of the options."""
    for each in fields(options):
        value = getattr(options, each.name)
        if isinstance(value, Given):
            about = each.metadata["row"].about
            default = cast("DefaultValue", each.default)
            yield Bound(value.parameter, each.metadata["type"], default, about)


def spelled(value: Any) -> ValueExpression:
    """The value of an option: a constant, a function of the author's, or what callers gave."""
    match value:
        case Given(parameter):
            return Attribute(parameter)
        case ImportPath():
            return Own(value)
    return Value(value)


def said(options: Any, *left_out: str) -> Iterator[tuple[str, ValueExpression]]:
    """The options that differ from the library's defaults, as keyword arguments."""
    for each in fields(options):
        value = getattr(options, each.name)
        if each.name not in left_out and value != each.default:
            yield each.name, spelled(value)
