"""Header profiles -> functions that set them on any response, and middleware.

Goes in: the profiles that a module declares. Comes out: `apply_<profile>` for each, and
`headers_middleware` for all but those with a nonce.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from respgen.emit.applying import Given, defaults, free, keywords, parameters
from respgen.emit.context import Context
from respgen.emit.field_values import wire_name
from respgen.emit.headers import Place, declared, merging
from respgen.emit.layout import (
    Expression,
    Group,
    behind,
    call,
    keyed,
    laid_out,
    signature,
    tuple_of,
)
from respgen.emit.origins import LOCAL
from respgen.emit.source import Source, code, docstring, identifier, literal
from respgen.emit.types import annotation
from respgen.specs import (
    HeaderSpec,
    JsonDocument,
    ModuleSpec,
    OfBody,
    ParamSpec,
    Read,
    Template,
    arguments,
)
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName, union
from respgen.vocabulary.identifiers import profile_function
from respgen.vocabulary.members import HEADERS_MIDDLEWARE

_TEXT, _OBJECT = TypeName("builtins", "str"), TypeName("builtins", "object")
_TEXTS = TypeGeneric(TypeName("collections.abc", "Collection"), (_TEXT,))
_CONDITIONS: Mapping[str, tuple[TypeExpression, Source]] = {
    "methods": (union(_TEXTS, TypeName("builtins", "None")), code("None")),
    "below": (
        union(TypeName("builtins", "int"), TypeName("builtins", "None")),
        code("None"),
    ),
    "exclude": (_TEXTS, code("()")),
}
"""When middleware adds the fields: of which requests, with which statuses."""


def function_names(spec: ModuleSpec) -> Iterator[str]:
    """What the module has of its profiles."""
    yield from map(profile_function, _sent(spec))
    if _added(spec):
        yield HEADERS_MIDDLEWARE


def local_names(spec: ModuleSpec) -> Iterator[str]:
    """What the functions call their parameters and values."""
    for headers in _sent(spec).values():
        yield from (_name(each) for each in _given(headers))
    if _sent(spec):
        yield from ("response", "fields", "profile", *_CONDITIONS)


def _name(given: Given) -> str:
    return given.name if isinstance(given, ParamSpec) else given[1].parameter


def _sent(spec: ModuleSpec) -> dict[str, tuple[HeaderSpec, ...]]:
    """The profiles, without what is computed of a body that another class has."""
    found = {
        name: tuple(each for each in headers if not isinstance(each.origin, OfBody))
        for name, headers in spec.profiles.items()
    }
    return {name: headers for name, headers in found.items() if headers}


def _added(spec: ModuleSpec) -> dict[str, tuple[HeaderSpec, ...]]:
    """Those of middleware: a nonce that many responses share protects none of them."""
    return {
        name: headers
        for name, headers in _sent(spec).items()
        if not any(
            isinstance(each.origin, Template) and each.origin.fill == "nonce"
            for each in headers
        )
    }


def _given(headers: Sequence[HeaderSpec]) -> tuple[Given, ...]:
    """The arguments; a place of a template takes whatever has a text form."""
    own = {given.parameter for _, given in arguments(headers)}
    places: dict[str, ParamSpec] = {}
    for header in headers:
        if isinstance(header.origin, Template | JsonDocument):
            kind = _place_type(header.origin)
            for name in header.origin.parameters:
                if name not in own:
                    place = ParamSpec(name, kind, True, None, "", header.span)
                    places.setdefault(name, place)
        for name, kind, required in header.type.to.parameters:
            place = ParamSpec(name, kind, required, None, "", header.span)
            places.setdefault(name, place)
    return keywords(headers, [*places.values()])


def _place_type(origin: Template | JsonDocument) -> TypeExpression:
    if isinstance(origin, JsonDocument):
        return TypeName("respgen", "JsonValue")
    return _TEXT if origin.fill == "nonce" else _OBJECT


def functions(context: Context) -> Iterator[Source]:
    """`apply_<profile>` of each profile."""
    for name, headers in _sent(context.module).items():
        yield _function(name, headers, context)


def _function(name: str, headers: Sequence[HeaderSpec], context: Context) -> Source:
    names, width, given = context.names, context.width, _given(headers)
    base = context.framework.base("Response")
    response = free("response", given)
    kind = names.annotated(base.module, base.name)
    head = [code("{}: {}", response, kind), code("/"), *parameters(given, names)]
    function = signature(identifier(profile_function(name)), head, code("None"))
    at = Place(LOCAL, 4, free("fields", given))
    statements, fields = declared(headers, names, context.profiles, width, at)
    applied = call(names.support("apply_fields"), response, fields, *merging(headers))
    # of most names it fits its line: black need not be loaded for it
    about = f"Set the headers of the profile {name} on another response."
    return context.render(
        "profile_function",
        signature=laid_out(function, 0, width),
        docstring=docstring(about, 4),
        statements=[
            *defaults(given, names, width, 4),
            *statements,
            laid_out(applied, 4, width),
        ],
    )


def middleware(context: Context) -> Iterator[Source]:
    """`headers_middleware`: what runs, and a signature for each profile."""
    added, names = _added(context.module), context.names
    if not added:
        return
    guard = names.guard()
    rows = tuple(
        keyed(literal(name), _row(name, headers, context))
        for name, headers in added.items()
    )
    start = code("{} = ", identifier(HEADERS_MIDDLEWARE))
    made = call(names.support("middleware_of"), Group(code("{{"), rows, code("}}")))
    indent = 0 if guard is None else 4
    assigned = laid_out(made, indent, context.width, len(start.text))
    yield context.render(
        "headers_middleware",
        guard=guard,
        signatures=[] if guard is None else [*_signatures(added, context)],
        assigned=code("{}{}", start, assigned),
    )


def _row(name: str, headers: Sequence[HeaderSpec], context: Context) -> Group:
    """The function, the lists that are added to, and whether something is read each time."""
    lists = [wire_name(each) for each in headers if each.policy == "append"]
    is_read = any(isinstance(each.origin, Read) for each in headers)
    function = identifier(profile_function(name))
    return tuple_of([function, tuple_of(lists), literal(is_read)])


def _signatures(
    added: Mapping[str, Sequence[HeaderSpec]], context: Context
) -> Iterator[Source]:
    """One for all profiles that take the same, and where there are several what stands for those."""
    taking: list[tuple[tuple[Given, ...], list[str]]] = []
    for name, headers in added.items():
        given = _given(headers)
        same = (names for each, names in taking if each == given)
        if (profiles := next(same, None)) is not None:
            profiles.append(name)
        else:
            taking.append((given, [name]))
    several, names = len(taking) > 1, context.names
    for given, profiles in taking:
        head = _signature(profiles, given, context)
        if several:
            head = code("@{}\n    {}", names.annotated("typing", "overload"), head)
        yield head
    if several:
        given_any = code("**given: {}", names.annotated("typing", "Any"))
        yield _head([code("profile: str"), code("/"), given_any], context)


def _signature(
    profiles: Sequence[str], given: Sequence[Given], context: Context
) -> Source:
    names = context.names
    only = names.annotated("typing", "Literal")
    # behind a word alone, a comma would make a tuple of it
    is_one = len(profiles) == 1
    words = Group(
        code("{}[", only), tuple(map(literal, profiles)), code("]"), is_loose=is_one
    )
    profile = behind(code("{}: ", free("profile", given)), words)
    conditions = [
        code("{}: {} = {}", identifier(each), annotation(kind, names), value)
        for each, (kind, value) in _CONDITIONS.items()
    ]
    own = [*parameters(given, names)][1:]
    return _head([profile, code("/"), code("*"), *conditions, *own], context)


def _head(parameters: Sequence[Expression], context: Context) -> Source:
    returned = context.names.annotated(SUPPORT, "Middleware")
    head = signature(identifier(HEADERS_MIDDLEWARE), parameters, returned)
    return code("{} ...", laid_out(head, 4, context.width, len(" ...")))
