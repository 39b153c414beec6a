"""Content that its renderer cannot take: rule R012.

Goes in: a response. Comes out: findings about types that Python itself defines; of an author's own
the type checker tells.
"""

from collections.abc import Iterator
from itertools import islice

from respgen.checks.finding import Finding
from respgen.rules import r0
from respgen.specs import ResponseSpec
from respgen.specs.types import (
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    TypeValue,
)

# `str | bytes | memoryview | None` is what `respgen.core.bodies.text_body` takes
_TEXT = frozenset({"str", "bytes", "memoryview", "None"})
_PYTHON = frozenset({"builtins", "collections.abc", "respgen"})
_PLAIN_CLASSES = frozenset({"datetime", "decimal", "ipaddress", "pathlib", "uuid"})
"""Modules of Python's whose types are neither text nor JSON."""

_NO_JSON = frozenset(
    {
        "AsyncIterable",
        "AsyncIterator",
        "Awaitable",
        "Callable",
        "Generator",
        "Iterator",
        "MutableSet",
        "Set",
        "bytearray",
        "bytes",
        "complex",
        "frozenset",
        "memoryview",
        "set",
    }
)


def content_findings(response: ResponseSpec) -> Iterator[Finding]:
    """The first type that would be an error of every call, or of the type checker's."""
    content, renderer = response.content, response.renderer
    if content is None or "render" in response.inherits:
        return
    if renderer.name == "json" and renderer.json.default is None:
        for refused in islice(_no_json(content.type), 1):
            message = f"render json cannot hold {refused}"
            advice = "render: {json: {default: package.module:function}}"
            yield Finding(r0.CONFLICT, message, advice, _place(response))
    elif renderer.name in ("text", "html", "bytes") and any(_no_text(content.type)):
        message = f"render {renderer.name} takes text or bytes, and content is neither"
        advice = "content: str, or render: json"
        yield Finding(r0.CONFLICT, message, advice, _place(response))


def _place(response: ResponseSpec) -> str:
    keys = ("content", "render", "media_type")
    return next((key for key in keys if key in response.spans), "")


def _no_text(kind: TypeExpression) -> Iterator[bool]:
    """Of each member of a union, whether it is no text."""
    match kind:
        case TypeUnion(parts) | TypeGeneric(TypeName("typing", "Literal"), parts):
            for part in parts:
                yield from _no_text(part)
        case TypeGeneric(origin):
            yield from _no_text(origin)
        case TypeValue(value):
            yield not isinstance(value, str | None)
        case TypeName(module, name):
            known = module in _PYTHON and name not in _TEXT
            yield known or module in _PLAIN_CLASSES


def _no_json(kind: TypeExpression) -> Iterator[str]:
    """Types, at any depth, that JSON has no value for."""
    match kind:
        case TypeUnion(members):
            for member in members:
                yield from _no_json(member)
        case TypeGeneric(origin, arguments):
            for part in (origin, *arguments):
                yield from _no_json(part)
        case TypeName(module, name):
            if module in _PLAIN_CLASSES or (module in _PYTHON and name in _NO_JSON):
                yield _shown(kind)


def _shown(name: TypeName) -> str:
    return name.name if name.module in _PYTHON else f"{name.module}.{name.name}"
