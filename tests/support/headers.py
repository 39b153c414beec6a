"""Header specs, made and read in a word."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from respgen.diagnostics import Places, Span
from respgen.fields.types import encoded
from respgen.specs import Argument, Constant, HeaderSpec, Origin, ValueType

SPAN = Span.start("shop.yaml")


_UNTYPED = ValueType()


def header(
    name: str, origin: Origin, of: ValueType = _UNTYPED, **changes: Any
) -> HeaderSpec:
    """A header of any origin."""
    given = {"policy": "overridable", "description": "", "span": SPAN}
    given |= {"places": Places(SPAN)} | changes
    return HeaderSpec(name, origin, of, **given)


def constant(name: str, text: str, **changes: Any) -> HeaderSpec:
    return header(name, Constant(text), **changes)


def argument(
    name: str,
    parameter: str,
    of: ValueType,
    required: bool = False,
    default: Any = None,
    **changes: Any,
) -> HeaderSpec:
    """A header whose value callers give; a default knows its text, as resolve leaves it."""
    text = None if default is None else encoded(name, of, default).decode("latin-1")
    return header(name, Argument(parameter, required, default, text), of, **changes)


def value_type(word: str, values: tuple[str, ...] = ()) -> ValueType:
    """The type of `str`, `list[str]` and so on."""
    kind, _, member = word.rstrip("]").partition("[")
    return ValueType(kind, member or None, values)


def argument_of(made: HeaderSpec) -> Argument:
    """How callers give the header's value."""
    assert isinstance(made.origin, Argument)
    return made.origin


def sent(headers: Iterable[HeaderSpec]) -> dict[str, str]:
    """The texts of the constants, by their names."""
    return {h.name: h.origin.text for h in headers if isinstance(h.origin, Constant)}
