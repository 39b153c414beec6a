"""What schemas name of Python and is not there, or cannot be used as it is: rule R117.

Goes in: specs, and what is known of the project's modules. Comes out: diagnostics.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from respgen.diagnostics import Problems, Span
from respgen.renderers import RENDERERS
from respgen.renderers.function import FunctionOptions
from respgen.rules import r1
from respgen.source.lookup import Lookup, Mistake
from respgen.source.names import Names
from respgen.source.raising import is_no_exception
from respgen.specs import CookieSpec, HeaderSpec, ImportPath, ModuleSpec, ResponseSpec
from respgen.specs.origins import Origin, Read
from respgen.specs.types import TypeExpression, authored

Use: TypeAlias = Literal[
    "render", "default", "from", "format", "validate", "class", "type", "exception"
]
Named: TypeAlias = tuple[ImportPath, Use, Span]


def check_names(
    specs: Iterable[ModuleSpec], lookup: Lookup, names: Names, problems: Problems
) -> None:
    """Every name is looked up in the file that should have it."""
    for spec in specs:
        for path, use, span in dict.fromkeys(_named(spec)):
            found = _type(path, lookup) if use == "type" else lookup.missing(path)
            if use == "exception":
                mistake = found or _unraised(path, lookup, names)
            else:
                mistake = found or _misused(path, use, lookup)
            if mistake:
                problems.add(r1.IMPORTED_NAME, path.span or span, *mistake)


def _named(spec: ModuleSpec) -> Iterator[Named]:
    for cookie in spec.cookies:
        yield from _of_cookie(cookie)
    for headers in spec.profiles.values():
        for header in headers:
            yield from _of_header(header)
    for response in spec.responses:
        yield from _of_response(response)
    for answer in spec.errors:
        if isinstance(answer.error, ImportPath) and answer.error.span:
            yield answer.error, "exception", answer.error.span


def _of_cookie(cookie: CookieSpec) -> Iterator[Named]:
    if cookie.sign and cookie.sign.secret:
        yield cookie.sign.secret, "from", cookie.spans.get("sign", cookie.span)
    for key, origin in cookie.origins.items():
        yield from _read(origin, cookie.spans.get(key, cookie.span))


def _of_response(response: ResponseSpec) -> Iterator[Named]:
    """Those of its own keys; what it inherits is reported where it was written."""
    spans = response.spans
    options: Any = response.renderer.options
    if "render" in spans and isinstance(options, FunctionOptions):
        yield options.path, "render", spans["render"]
    elif "render" in spans:
        for path in (getattr(options, each.name) for each in fields(options)):
            if isinstance(path, ImportPath):
                yield path, "default", spans["render"]
    is_first = response.parent is None and "extends" in spans
    if is_first and isinstance(response.base, ImportPath):
        yield response.base, "class", spans["extends"]
    events = RENDERERS[response.renderer.name].events
    for each in events.named(options) if events and "render" in spans else ():
        yield from _types(each.type, each.span)
    if "validate" in spans and response.shape.check:
        yield response.shape.check, "validate", spans["validate"]
    if "mixins" in spans:
        for path in response.shape.mixins:
            yield path, "class", spans["mixins"]
    if "content" in spans and response.content:
        yield from _types(response.content.type, spans["content"])
    for param in response.params:
        yield from _types(param.type, param.span)
    for header in response.headers:
        yield from _of_header(header)


def _of_header(header: HeaderSpec) -> Iterator[Named]:
    yield from _read(header.origin, header.places.whole)
    if header.type.format:
        yield header.type.format, "format", header.places.whole


def _read(origin: Origin, span: Span) -> Iterator[Named]:
    if isinstance(origin, Read):
        yield origin.path, "from", span


def _types(kind: TypeExpression, span: Span) -> Iterator[Named]:
    for name in authored(kind):
        yield ImportPath(name.module, name.name), "type", span


def _type(path: ImportPath, lookup: Lookup) -> Mistake | None:
    """A dotted type does not say where its module ends: at the longest that there is."""
    parts = f"{path.module}.{path.name}".split(".")
    for length in range(len(parts) - 1, 0, -1):
        module = ".".join(parts[:length])
        if lookup.modules.file(module):
            return lookup.missing(ImportPath(module, ".".join(parts[length:])))
    return lookup.missing(path)


# How it is used


def _misused(path: ImportPath, use: Use, lookup: Lookup) -> Mistake | None:
    node = lookup.defined(path)
    name = f"{path.module}:{path.name}"
    if use in ("class", "type"):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            return Mistake(f"{name} is a function and no class", "name a class")
        return None
    if isinstance(node, ast.AsyncFunctionDef):
        advice = "write it with def: the response is made without await"
        return Mistake(f"{name} is async, so it would give a coroutine", advice)
    if isinstance(node, ast.FunctionDef) and not node.decorator_list:
        return _MISFITS[use](name, node.args)
    return None


def _unraised(path: ImportPath, lookup: Lookup, names: Names) -> Mistake | None:
    """A function, or a class of values: neither is ever raised."""
    node = lookup.defined(path)
    is_function = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    if is_function or is_no_exception(path, names):
        name = f"{path.module}:{path.name}"
        return Mistake(f"{name} is no exception", "name a subclass of Exception")
    return None


def _taking(name: str, given: ast.arguments) -> Mistake | None:
    """A function that renders takes the content by place; the rest is rule R114's."""
    places = [*given.posonlyargs, *given.args]
    if not places and not given.vararg:
        advice = "give it a first parameter, the content"
        return Mistake(f"{name} takes no content", advice)
    return None


def _alone(noun: str, what: str) -> Callable[[str, ast.arguments], Mistake | None]:
    """What is wrong with a function that gets a value by place, and nothing else."""

    def misfit(name: str, given: ast.arguments) -> Mistake | None:
        places = [each.arg for each in (*given.posonlyargs, *given.args)]
        if not places and not given.vararg:
            return Mistake(f"{name} takes no {noun}", f"give it one parameter, {what}")
        if needed := [each for each in _needed(given) if each not in places[:1]]:
            advice = f"give it one parameter without a default, the {noun}"
            message = f"{name} needs {needed[0]}, and is given the {noun} alone"
            return Mistake(message, advice)
        return None

    return misfit


def _giving(name: str, given: ast.arguments) -> Mistake | None:
    if needed := _needed(given):
        advice = "name a function that needs no argument, or a value"
        return Mistake(f"{name} needs {needed[0]}, and is called without it", advice)
    return None


_MISFITS: Mapping[str, Callable[[str, ast.arguments], Mistake | None]] = (
    MappingProxyType(
        {
            "render": _taking,
            "default": _alone("value", "the value that the renderer cannot hold"),
            "format": _alone("value", "the value of the header"),
            "from": _giving,
            "validate": _alone("content", "the content"),
        }
    )
)


def _needed(given: ast.arguments) -> list[str]:
    """The parameters without a default, those by place first."""
    places = [*given.posonlyargs, *given.args]
    plain = places[: len(places) - len(given.defaults)]
    pairs = zip(given.kwonlyargs, given.kw_defaults, strict=True)
    by_name = [each for each, default in pairs if default is None]
    return [each.arg for each in (*plain, *by_name)]
