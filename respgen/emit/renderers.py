"""Renderers: the body of `render`, one function an entry of the vocabulary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from respgen.emit.layout import Group, call, laid_out, signature
from respgen.emit.names import Names
from respgen.emit.source import Source, code, literal
from respgen.emit.types import annotation, imported
from respgen.specs import JsonOptions, RendererSpec, ResponseSpec
from respgen.specs.types import ImportPath
from respgen.vocabulary.kinds import KINDS
from respgen.vocabulary.renderers import RENDERERS

Body = Callable[[RendererSpec, Source, Names, int], Source]


def method(
    response: ResponseSpec, names: Names, width: int
) -> tuple[Source, list[Source]]:
    """The signature and the statements of `render`."""
    if "render" in KINDS[response.kind].unused:
        return _signature(code("None"), response, names, width), [code('return b""')]
    body = _BODIES[response.renderer.name]
    if response.content is None:
        return _signature(code("None"), response, names, width), [
            body(response.renderer, code("content"), names, width)
        ]
    content = annotation(response.content.type, names)
    return _bound(response, content, names, width, body)


def _bound(
    response: ResponseSpec, content: Source, names: Names, width: int, body: Body
) -> tuple[Source, list[Source]]:
    """Below another class's `render` it takes Any (Liskov) and binds the precise type first."""
    if not _overrides(response):
        statement = body(response.renderer, code("content"), names, width)
        return _signature(content, response, names, width), [statement]
    statement = body(response.renderer, code("document"), names, width)
    bound = code("document: {} = content", content)
    return _signature(content, response, names, width), [bound, statement]


def _overrides(response: ResponseSpec) -> bool:
    """Whether a `render` of precise type stands above: a generated class's or the author's."""
    return response.parent is not None or isinstance(response.base, ImportPath)


def _signature(
    content: Source, response: ResponseSpec, names: Names, width: int
) -> Source:
    if _overrides(response):
        content = names.imported("typing", "Any")
    items = (code("self"), code("content: {}", content))
    return laid_out(signature(code("render"), items, code("bytes")), 4, width)


def _returned(expression: Group, width: int) -> Source:
    return code("return {}", laid_out(expression, 8, width, len("return ")))


def _core(renderer: RendererSpec, names: Names) -> Source:
    """The function of core that makes the body."""
    return names.support(RENDERERS[renderer.name].function)


def _json(renderer: RendererSpec, content: Source, names: Names, width: int) -> Source:
    options = renderer.json
    if options.nan == "null":
        content = code("{}({})", names.support("nulls_for_nan"), content)
    if replace(options, nan="error") == JsonOptions():
        return _returned(call(_core(renderer, names), content), width)
    dumps = call(
        names.imported("json", "dumps"), content, *_json_arguments(options, names)
    )
    return _returned(replace(dumps, closing=code(').encode("utf-8")')), width)


def _json_arguments(options: JsonOptions, names: Names) -> list[Source]:
    # indented JSON is for readers: a space follows the colon, as json.dumps has it by itself
    colon = ":" if options.indent is None else ": "
    arguments = [
        code("ensure_ascii={}", literal(options.ensure_ascii)),
        code("allow_nan=False"),
        code("indent={}", literal(options.indent)),
        code("separators={}", literal((",", colon))),
    ]
    if options.sort_keys:
        arguments.append(code("sort_keys=True"))
    if options.default is not None:
        arguments.append(code("default={}", _default(options, options.default, names)))
    return arguments


def _default(options: JsonOptions, path: ImportPath, names: Names) -> Source:
    function = imported(path, names)
    if options.nan == "error":
        return function
    return code("lambda value: {}({}(value))", names.support("nulls_for_nan"), function)


def _text(renderer: RendererSpec, content: Source, names: Names, width: int) -> Source:
    return _returned(call(_core(renderer, names), content, code("self.charset")), width)


def _function(
    renderer: RendererSpec, content: Source, names: Names, width: int
) -> Source:
    if renderer.function is None:
        raise TypeError("resolve gives a function renderer its import path")
    return _returned(call(imported(renderer.function, names), content), width)


_BODIES: dict[str, Body] = {
    "json": _json,
    "text": _text,
    "html": _text,
    "bytes": _text,
    "function": _function,
}


def rendering(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's `render`.

    A function of the author's is called with the precise content type, so that its signature is
    checked against it; our own renderers do not depend on that type.
    """
    if "render" in response.inherits:
        return ()
    typed = response.content if response.renderer.name == "function" else None
    return response.kind, response.renderer, typed, response.content is None
