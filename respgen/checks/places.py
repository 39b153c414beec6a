"""Checks that what a placeholder inside a text stands for has a text: rule R116.

Goes in: a response, and what is known of its author's classes. Comes out: findings at the header or
at the text that has the placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.checks.contents import Holdings, unfit
from respgen.diagnostics import Finding, quoted
from respgen.renderers import RENDERERS
from respgen.renderers.fillings import TextFilling
from respgen.renderers.json import JSON
from respgen.rules import r1, r8
from respgen.specs import (
    BodySpec,
    JsonDocument,
    Pattern,
    ResponseSpec,
    Template,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    Whole,
)
from respgen.specs.types import authored, has_own, takes_none

_TEXTLESS = frozenset(
    {"list", "dict", "set", "frozenset", "tuple", "bytes", "bytearray", "memoryview"}
)

_PLAIN = JSON.spec()


def place_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports on the placeholders of headers."""
    params = {param.name: param for param in response.params}
    for header in response.headers:
        for name in _places(header.origin):
            if name in params and textless(params[name].type, holdings):
                message = f"{header.name}: {quoted(name)} has no text: it is a list, a mapping or an object"
                yield Finding(
                    r1.PARAM_TEXT, message, _advice(name), header.places.whole
                )
        for name in _values(header.origin):
            if name in params and any(unfit(_PLAIN, params[name].type, holdings)):
                message = f"{header.name}: {quoted(name)} is nothing that JSON can hold"
                yield Finding(
                    r1.PARAM_TEXT, message, _advice(name), header.places.whole
                )


def _advice(name: str) -> str:
    return f"params: {{{name}: str}}, and make the text in your code"


def text_findings(
    response: ResponseSpec, body: BodySpec, holdings: Holdings
) -> Iterator[Finding]:
    """Reports on the placeholders inside the texts of a body."""
    types = {param.name: (param.type, param.nullable) for param in response.params}
    filling = RENDERERS[response.renderer.name].filling
    # a class says by __html__ what it is in a page
    markup = isinstance(filling, TextFilling) and filling.html
    if response.content:
        kind = response.content.type
        types["content"] = kind, takes_none(kind)
    for name in _inside(body):
        kind, nullable = types.get(name, (TypeName("builtins", "str"), False))
        span = body.spans[name]
        if nullable:
            message = f"{quoted(name)} may be None, which has no text"
            advice = (
                f"make the param required, or write '{{{name}}}' alone in JSON"
                if not body.is_text
                else "make the param required, or give it a default"
            )
            yield Finding(r8.BODY_PARAM, message, advice, span)
        elif not (markup and has_own(kind)) and (
            textless(kind, holdings) or kind == TypeName("builtins", "bool")
        ):
            message = f"{quoted(name)} has no text: it is a list, a mapping, a bool or an object"
            yield Finding(r1.PARAM_TEXT, message, _advice(name), span)


def _inside(body: BodySpec) -> tuple[str, ...]:
    """The names that stand inside of texts."""
    if body.is_text:
        return tuple(dict.fromkeys(body.text.parameters))
    patterns = (part for part in body.parts if isinstance(part, Pattern))
    return tuple(dict.fromkeys(name for each in patterns for name in each.parameters))


def _places(origin: object) -> tuple[str, ...]:
    """The params that become text."""
    match origin:
        case Template():
            return origin.parameters
        case JsonDocument():
            parts = (each for each in origin.parts if isinstance(each, Pattern))
            return tuple(name for part in parts for name in part.parameters)
    return ()


def _values(origin: object) -> Iterator[str]:
    """The params that stand in a document as the values that they are."""
    if isinstance(origin, JsonDocument):
        yield from (each.parameter for each in origin.parts if isinstance(each, Whole))


def textless(kind: TypeExpression, holdings: Holdings) -> bool:
    """Whether nothing says what text a value of a type is."""
    match kind:
        case TypeUnion(members):
            return any(textless(each, holdings) for each in members)
        case TypeGeneric(TypeName("typing")):
            return False
        case TypeGeneric(origin):
            return textless(origin, holdings)
        case TypeName("builtins", name):
            return name in _TEXTLESS
        case TypeName("collections.abc"):
            return True
    first = (next(iter(holdings(name)), None) for name in authored(kind))
    return any(each is not None and each.text is False for each in first)
