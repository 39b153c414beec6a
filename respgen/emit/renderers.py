"""Renderers: the method `render`, from the expression that a renderer makes of the content."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from respgen.emit.events import item
from respgen.emit.expressions import expression
from respgen.emit.layout import laid_out, returned, signature
from respgen.emit.names import Names
from respgen.emit.source import Source, code
from respgen.emit.types import annotation, optional
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS, Renderer
from respgen.renderers.filling import Label, filled
from respgen.specs import ParamSpec, ResponseSpec
from respgen.specs.expressions import Attribute, Call, Local, ValueExpression, core
from respgen.specs.types import NONE, ImportPath, TypeExpression, TypeUnion

_CONTENT = Local("content")
"""The parameter of `render`."""
_JSON = Call(core("json_body"), (_CONTENT,))


def row(response: ResponseSpec) -> Renderer[Any]:
    """The renderer of a class."""
    return RENDERERS[response.renderer.name]


def dumps(response: ResponseSpec) -> bool:
    """Whether the body is what pydantic makes of the content, unless told more."""
    if response.renderer.name != "pydantic" or response.body is not None:
        return False
    return bool(response.renderer.options == row(response).options())


def alias(response: ResponseSpec, names: Names) -> Source | None:
    """`render = render_json` where that function of core is the method.

    A type checker gives it the type that the base declares: bytes in JSONResponse alone.
    """
    top = response.parent is None and response.base == "JSONResponse"
    if response.content is None or response.body or not top or not is_own(response):
        return None
    body = row(response).body(response.renderer.options, _CONTENT)
    return code("render = {}", names.support("render_json")) if body == _JSON else None


def method(
    response: ResponseSpec, names: Names, width: int
) -> tuple[Source, list[Source]]:
    """The signature and the statements of `render`.

    Below another class's `render` it takes Any (Liskov) and binds the precise type first.
    """
    none = code("None")
    if "render" in KINDS[response.kind].unused:
        return _signature(none, response, names, width), [code('return b""')]
    if response.content is None:
        returned = _returned(_CONTENT, response, names, width)
        return _signature(none, response, names, width), [returned]
    spelled = annotation if response.content.required else optional
    content = spelled(item(response, response.content.type), names)
    head = _signature(content, response, names, width)
    kind = response.content.type
    if not _overrides(response):
        given = Local("content", kind)
        return head, [_returned(given, response, names, width)]
    bound = code("document: {} = content", content)
    return head, [bound, _returned(Local("document", kind), response, names, width)]


def _overrides(response: ResponseSpec) -> bool:
    """Whether a `render` of precise type stands above: a generated class's or the author's."""
    return response.parent is not None or isinstance(response.base, ImportPath)


def _signature(
    content: Source, response: ResponseSpec, names: Names, width: int
) -> Source:
    if _overrides(response):
        content = names.annotated("typing", "Any")
    items = (code("self"), code("content: {}", content))
    return laid_out(signature(code("render"), items, code("bytes")), 4, width)


def _returned(
    content: Local, response: ResponseSpec, names: Names, width: int
) -> Source:
    body = _body(response, content)
    return returned(expression(body, names), 8, width)


def _body(response: ResponseSpec, content: Local) -> ValueExpression:
    renderer, options = row(response), response.renderer.options
    if response.body is None or renderer.filling is None:
        streams = KINDS[response.kind].streams
        return renderer.rendered(options, content, streams)
    values: dict[str, Local | Attribute] = {
        each.name: Attribute(each.name, _whole(each)) for each in response.params
    }
    values["content"] = content
    label = Label(response.media_type, response.charset)
    return filled(renderer.filling, options, response.body, values, label)


def _whole(param: ParamSpec) -> TypeExpression:
    """The type of its values, None included."""
    return TypeUnion((param.type, NONE)) if param.optional else param.type


def constants(response: ResponseSpec) -> Mapping[str, str]:
    """The attributes of the class that the body reads."""
    return row(response).constants(response.renderer.options)


def is_own(response: ResponseSpec) -> bool:
    """Whether a class renders by itself, and not as its base does."""
    return "render" not in response.inherits and KINDS[response.kind].renders


def rendering(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's `render`.

    A function of the author's is called with the precise content type, so that its signature is
    checked against it; our own renderers do not depend on that type.
    """
    if not is_own(response):
        return ()
    typed = response.content if row(response).typed else None
    given = typed, response.content is None
    return response.kind, response.renderer, response.body, given
