"""Constructors: the reference's parameters in its order, then one keyword a header parameter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.emit.headers import param, parameter
from respgen.emit.layout import call, laid_out
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import annotation, imported
from respgen.specs import ParameterHeader, ResponseSpec, Target
from respgen.specs.types import ImportPath, TypeGeneric, TypeList, TypeName
from respgen.vocabulary.targets import TARGETS

_ANY_AWAITABLE = TypeGeneric(
    TypeName("collections.abc", "Awaitable"), (TypeName("builtins", "object"),)
)
_CALLBACK = TypeGeneric(
    TypeName("collections.abc", "Callable"), (TypeList(()), _ANY_AWAITABLE)
)


def parameters(response: ResponseSpec) -> tuple[ParameterHeader, ...]:
    """The headers that are parameters, in the order of the schema."""
    return tuple(
        header for header in response.headers if isinstance(header, ParameterHeader)
    )


def keywords(response: ResponseSpec) -> tuple[str, ...]:
    """The names of all keyword-only parameters."""
    headers = tuple(header.parameter for header in parameters(response))
    return headers + tuple(param.name for param in response.params)


def positional(
    response: ResponseSpec, target: Target, names: Names
) -> Iterator[Source]:
    """content, status_code, headers, media_type, background: as the reference has them."""
    if response.content is not None:
        content = annotation(response.content.type, names)
        yield code("{}: {}", identifier(response.content.parameter), content)
    elif response.kind == "empty":
        yield code("content: None = None")
    status = literal(response.status_code)
    if response.status_locked:
        yield code(
            "status_code: {}[{}] = {}",
            names.imported("typing", "Literal"),
            status,
            status,
        )
    else:
        yield code("status_code: int = {}", status)
    mapping = names.imported("collections.abc", "Mapping")
    yield code("headers: {}[str, str] | None = None", mapping)
    yield code("media_type: str | None = None")
    yield code("background: {} | None = None", _background(target, names))


def _background(target: Target, names: Names) -> Source:
    path = TARGETS[target].background
    return annotation(_CALLBACK, names) if path is None else imported(path, names)


def construction(
    response: ResponseSpec, base: Source, names: Names, width: int
) -> Source:
    """The call of the base's constructor.

    A class below a generated one calls the base at the root: its parent's constructor would want
    the parent's parameters, and everything it does is done here.
    """
    content = (
        identifier(response.content.parameter) if response.content else code("None")
    )
    arguments = (content, _status(response, names), *_OTHERS)
    if response.parent is None and "super" not in _own_names(response):
        return laid_out(call(code("super().__init__"), *arguments), 8, width)
    constructor = code("{}.__init__", base)
    return laid_out(call(constructor, code("self"), *arguments), 8, width)


def _own_names(response: ResponseSpec) -> set[str]:
    """The parameters that the schema names: they hide what is global."""
    content = {response.content.parameter} if response.content else set[str]()
    return content | set(keywords(response))


_OTHERS = (code("headers"), code("media_type"), code("background"))


def _status(response: ResponseSpec, names: Names) -> Source:
    if not response.status_locked:
        return code("status_code")
    locked = names.support("locked_status")
    return code("{}(status_code, {})", locked, literal(response.status_code))


def assignments(response: ResponseSpec) -> Sequence[Source]:
    """Parameters become attributes before the base constructor runs: init_headers reads them."""
    kept = [identifier(name) for name in keywords(response)]
    return [code("self.{} = {}", name, name) for name in kept]


def keyword_only(response: ResponseSpec, names: Names, width: int) -> Sequence[Source]:
    headers = [parameter(header, names) for header in parameters(response)]
    found = headers + [param(spec, names) for spec in response.params]
    return [laid_out(each, 8, width, room=1) for each in found]


def signature(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's constructor."""
    return (
        response.content,
        response.kind,
        response.status_code,
        response.status_locked,
        parameters(response),
        response.params,
    )


def framework_base(response: ResponseSpec, target: Target, names: Names) -> Source:
    """The class at the root of the chain."""
    if isinstance(response.base, ImportPath):
        return imported(response.base, names)
    module = TARGETS[target].bases[response.base]
    return imported(module, names)
