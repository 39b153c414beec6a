"""Constructors: the reference's parameters in its order, then one keyword a header parameter."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from respgen.emit import bases, shapes
from respgen.emit.context import Context
from respgen.emit.defaults import default, is_made
from respgen.emit.events import held_item, item
from respgen.emit.handing import handed, statuses
from respgen.emit.headers import param, parameter
from respgen.emit.layout import Expression, call, laid_out
from respgen.emit.names import Names
from respgen.emit.renderers import is_own
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.emit.types import annotation, imported, optional
from respgen.fields.types import annotation as value_type
from respgen.kinds import KINDS
from respgen.kinds.kind import (
    CONTENT,
    HEADERS,
    MEDIA_TYPE,
    STATUS_CODE,
    Parameter,
)
from respgen.renderers import RENDERERS
from respgen.renderers.options import parameters as options_given
from respgen.specs import ResponseSpec, arguments
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import (
    DefaultValue,
    ImportPath,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    authored,
)


def keywords(response: ResponseSpec) -> tuple[str, ...]:
    """The names of all keyword-only parameters."""
    headers = tuple(given.parameter for _, given in arguments(response.headers))
    own = tuple(each.name for each in bases.own(response))
    return own + headers + tuple(param.name for param in response.params)


def all_keywords(response: ResponseSpec) -> Iterator[str]:
    """The same, with those of its kind first: in the order of the signature."""
    yield from (each.name for each in _of_kind(response))
    yield from keywords(response)


def _of_kind(response: ResponseSpec) -> Iterator[Parameter]:
    """The first of the keyword-only parameters; those that a header has, too, are params."""
    params = {param.name for param in response.params}
    for each in KINDS[response.kind].keywords(response.options):
        if each.name not in params:
            yield each


def positional(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """The base's own parameters: content, status_code, headers, media_type, background."""
    names = context.names
    for each in bases.positional(response):
        if each == CONTENT:
            yield from _content(response, names)
        elif each == STATUS_CODE:
            yield _status_code(response, names)
        elif each == MEDIA_TYPE and response.shape.media_types:
            if not response.shape.must_choose:
                choice = shapes.media_type(response, names)
                yield laid_out(choice, 8, context.width, room=1)
        else:
            yield _fixed(each, response, context)


def _fixed(of: Parameter, response: ResponseSpec, context: Context) -> Source:
    """A parameter that is the same in every class of the kind, unless the base says otherwise."""
    kind, names = of.type or context.framework.types[of.like or of.name], context.names
    if of.required:
        return code("{}: {}", identifier(of.name), annotation(kind, names))
    if said := bases.said(of.name, response, names):
        return said
    if of.default is None:
        return code("{}: {} = None", identifier(of.name), optional(kind, names))
    default = literal(of.default)
    return code("{}: {} = {}", identifier(of.name), annotation(kind, names), default)


def _content(response: ResponseSpec, names: Names) -> Iterator[Source]:
    content = response.content
    if content is None:
        return
    name = identifier(content.parameter)
    kind = _whole(response, item(response, content.type))
    if content.required:
        yield code("{}: {}", name, annotation(kind, names))
    else:
        yield code("{}: {} = None", name, optional(kind, names))


def _whole(response: ResponseSpec, content: TypeExpression) -> TypeExpression:
    """The type of the first argument: of a stream, what has such items."""
    called = response.constructor
    said = called.said(called.first) if called else None
    # an author's stream says the whole of what it takes, where its items are not declared
    if (
        KINDS[response.kind].streams
        and content == TypeName("typing", "Any")
        and said
        and said.type
    ):
        return said.type
    if not KINDS[response.kind].streams:
        return content
    abc = "collections.abc"
    sources = (TypeName(abc, "AsyncIterable"), TypeName(abc, "Iterable"))
    return TypeUnion(tuple(TypeGeneric(each, (content,)) for each in sources))


def _status_code(response: ResponseSpec, names: Names) -> Source:
    status, choices = literal(response.status_code), statuses(response)
    if not choices:
        return code("status_code: int = {}", status)
    only = names.annotated("typing", "Literal")
    several = joined(", ", map(literal, choices))
    return code("status_code: {}[{}] = {}", only, several, status)


def construction(
    response: ResponseSpec, top: Source | None, context: Context
) -> Source:
    """The call of the constructor above `top`, the first generated class of the chain.

    Constructors of generated classes below it want their own parameters, and all that they do is
    done here; what an author mixes in above it is reached. The base is named where a parameter
    hides what that takes.
    """
    names = context.names
    arguments = [*handed(response, names)]
    if {"super", *([top.text] if top else [])} & _own_names(response):
        base = code("{}.__init__", root(response, context))
        return laid_out(call(base, code("self"), *arguments), 8, context.width)
    above = code("super({}, self)", top) if top else code("super()")
    return laid_out(call(code("{}.__init__", above), *arguments), 8, context.width)


def _own_names(response: ResponseSpec) -> set[str]:
    """The parameters that the schema names: they hide what is global."""
    content = {response.content.parameter} if response.content else set[str]()
    return content | set(keywords(response))


def assignments(response: ResponseSpec, names: Names, width: int) -> Iterator[Source]:
    """Parameters become attributes before the base constructor runs: init_headers reads them."""
    yield from _held(response, names)
    yield from _kept(response)
    yield from shapes.kept(response, names)
    if response.constructor and HEADERS.name in response.constructor.names:
        yield code("self._given = {}(headers)", names.support("given_names"))
    for header, argument in arguments(response.headers):
        kind = value_type(header.type)
        # the attribute of the name itself is the class's: what is assigned to it is sent
        word, value = argument.parameter, argument.default
        kept = code("self._{}", identifier(word))
        yield from _assignment(kept, word, value, kind, names, width)
    options = {each.name for each in options_given(response.renderer.options)}
    for each in response.params:
        name = identifier(each.name)
        kept = code("self.{}", name)
        if each.name in options and _is_word(each.type):
            # without its type it would be any text to type checkers
            spelled = optional if each.default is None else annotation
            yield code("{}: {} = {}", kept, spelled(each.type, names), name)
            continue
        yield from _assignment(kept, each.name, each.default, each.type, names, width)


def _assignment(
    kept: Source,
    word: str,
    value: DefaultValue | None,
    kind: TypeExpression,
    names: Names,
    width: int,
) -> Iterator[Source]:
    """What keeps a parameter, behind what makes its default."""
    name = identifier(word)
    if not is_made(value):
        yield code("{} = {}", kept, name)
        return
    yield code("if {} is {}:", name, names.support("DEFAULT"))
    start = code("    {} = ", name)
    made = laid_out(default(value, names), 12, width, len(start.text) - 4)
    yield code("{}{}", start, made)
    # without it its type would be that of the default, too
    yield code("{}: {} = {}", kept, optional(kind, names), name)


def _is_word(kind: TypeExpression) -> bool:
    """Whether it has values that are words of a list."""
    members = kind.members if isinstance(kind, TypeUnion) else (kind,)
    return any(
        isinstance(each, TypeGeneric) and each.origin.name == "Literal"
        for each in members
    )


def _kept(response: ResponseSpec) -> Iterator[Source]:
    """What the kind keeps of its parameters; the default where a base does not take one."""
    taken = {each.name for each in bases.positional(response)}
    for each in KINDS[response.kind].parameters(response.options):
        if each.name in KINDS[response.kind].attributes:
            name, default = identifier(each.name), literal(each.default)
            value = name if each.name in taken else default
            yield code("self.{} = {}", name, value)


def _held(response: ResponseSpec, names: Names) -> Iterator[Source]:
    """Type checkers compare an author's types with what the renderer holds; nothing happens."""
    content, row = response.content, RENDERERS[response.renderer.name]
    bound = row.bounds(response.renderer.options, KINDS[response.kind].streams)
    if (
        content is None
        or not bound
        or not is_own(response)
        or "_" in _own_names(response)
    ):
        return
    if any(authored(content.type)):
        held = held_item(response, TypeName(SUPPORT, bound))
        kind = annotation(_whole(response, held), names)
        yield code("_: {} = {}", kind, identifier(content.parameter))


def keyword_only(
    response: ResponseSpec, context: Context, indent: int = 8
) -> Sequence[Source]:
    names, given = context.names, arguments(response.headers)
    found: list[Expression] = []
    if response.shape.must_choose:
        found.append(shapes.media_type(response, names))
    found += [_fixed(each, response, context) for each in _of_kind(response)]
    found += [bases.own_parameter(each, names) for each in bases.own(response)]
    found += [parameter(header.type, each, names) for header, each in given]
    found += [param(spec, names) for spec in response.params]
    return [laid_out(each, indent, context.width, room=1) for each in found]


def signature(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's constructor."""
    kind = KINDS[response.kind]
    return (
        response.content,
        response.kind,
        kind.parameters(response.options),
        kind.arguments(response.options),
        response.constructor,
        response.status_code,
        response.statuses,
        tuple(arguments(response.headers)),
        response.params,
        replace(response.shape, mixins=()),
    )


def root(response: ResponseSpec, context: Context) -> Source:
    """The class at the root of the chain: the framework's or the author's."""
    base = response.base
    path = base if isinstance(base, ImportPath) else context.framework.base(base)
    return imported(path, context.names)
