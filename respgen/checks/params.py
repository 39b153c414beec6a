"""Checks the params of a class: defaults of another type (R115).

Goes in: a response, and what is known of its author's classes. Comes out: findings at the default.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from sys import stdlib_module_names
from typing import NamedTuple

from respgen.checks.contents import Holdings
from respgen.diagnostics import Finding, Span, nearest, quoted
from respgen.fields.numbers import respelt_default
from respgen.located import as_written
from respgen.renderers import RENDERERS
from respgen.rules import r1, r8
from respgen.specs import (
    DefaultValue,
    ResponseSpec,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
)
from respgen.specs.types import TypeValue, authored

_HOLDS: dict[str, tuple[type, ...]] = {
    "str": (str,),
    "int": (int,),
    "float": (int, float),
    "complex": (int, float),
    "bool": (bool,),
    "None": (),
    **dict.fromkeys(("list", "dict", "set", "frozenset", "tuple", "bytes"), ()),
    **dict.fromkeys(("bytearray", "memoryview"), ()),
}
"""What of a schema's scalars is a value of Python's basic types."""
_SCALARS = (str, int, float)
_ABSTRACT = frozenset({"builtins", "typing", "collections", "numbers"})
"""Modules of the standard library in whose types scalars may be."""


def param_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports on defaults."""
    for param in response.params:
        if param.default is not None:
            written = _Default(param.name, param.default, param.type)
            yield from _default_findings(written, param.place or param.span, holdings)
    called = response.constructor
    for each in (*called.own, *called.known) if called else ():
        if each.span and each.type and isinstance(each.default, _SCALARS):
            written = _Default(each.name, each.default, each.type)
            yield from _default_findings(written, each.span, holdings)
    yield from _bound_findings(response)


class _Default(NamedTuple):
    """What a schema writes as the default of a parameter."""

    name: str
    value: DefaultValue
    type: TypeExpression


def _default_findings(
    written: _Default, span: Span, holdings: Holdings
) -> Iterator[Finding]:
    value, kind = written.value, written.type
    if is_one(value, kind, holdings):
        if respelt := respelt_default(value):
            yield replace(respelt, at=span)
        return
    shown, advice = str(value), _advice(kind)
    if isinstance(value, int | float) and not isinstance(value, bool):
        shown = as_written(value)
        is_text = is_one(shown, kind, holdings)
        advice = f'put it in quotes: "{shown}"' if is_text else advice
    message = f"{quoted(shown)} is not a value of the type of {written.name}"
    yield Finding(r1.PARAM_DEFAULT, message, advice, span)


def _bound_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports on options of a function that are bound to what is no param."""
    known = [param.name for param in response.params]
    for name in RENDERERS[response.renderer.name].params(response.renderer.options):
        if name not in known:
            message = f"{response.name} has no param {quoted(name)}"
            advice = nearest(name, known) or f"params: {{{name}: str}}"
            yield Finding(r8.BOUND, message, advice, ("render",))


def _advice(kind: TypeExpression) -> str:
    otherwise = "remove it and write required: false: the param may be None then"
    return type_advice(kind) or otherwise


def type_advice(kind: TypeExpression) -> str:
    """What to write as a value of a type; empty where a schema has none."""
    match kind:
        case TypeName("builtins", name) if _HOLDS.get(name):
            return f"write a value of type {name}"
        case TypeGeneric(TypeName("typing", "Literal"), values):
            known = [repr(each.value) for each in values if isinstance(each, TypeValue)]
            return f"write one of {', '.join(known)}"
    return ""


def is_one(value: DefaultValue, kind: TypeExpression, holdings: Holdings) -> bool:
    """Tells whether a default may be of the type: of what nobody knows, it may."""
    match kind:
        case TypeUnion(members):
            return any(is_one(value, each, holdings) for each in members)
        case TypeGeneric(TypeName("typing", "Literal"), values):
            known = [each.value for each in values if isinstance(each, TypeValue)]
            return any(each == value and type(each) is type(value) for each in known)
        case TypeGeneric(origin):
            return is_one(value, origin, holdings)
        case TypeName("builtins", name) if name in _HOLDS:
            return isinstance(value, _HOLDS[name])
        case TypeName():
            return _may_be(kind, holdings)
    return True


def _may_be(name: TypeName, holdings: Holdings) -> bool:
    """Of a class only a call makes a value: a schema has literals of the basic types alone."""
    held = next(holdings(name), None) if name in authored(name) else None
    if held:  # of an alias, members of a union may be unknown
        return held.name.rpartition(".")[2] != name.name.rpartition(".")[2]
    module = name.module.partition(".")[0]
    return module not in stdlib_module_names or module in _ABSTRACT
