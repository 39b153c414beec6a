"""`apply` of a class: what its type checkers see, and what runs.

Goes in: a response. Comes out: the members of its class. All classes share one function of core,
and a signature for type checkers alone costs the import nearly nothing. Where a default has to be
made for each response, a method does so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from respgen.emit.context import Context
from respgen.emit.defaults import default, is_made
from respgen.emit.headers import param, parameter
from respgen.emit.layout import (
    Expression,
    call,
    exploded,
    flat,
    laid_out,
    loose,
    signature,
)
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, margin
from respgen.specs import (
    Argument,
    DefaultValue,
    HeaderSpec,
    ParamSpec,
    ResponseSpec,
    ValueType,
    arguments,
)

Given: TypeAlias = tuple[ValueType, Argument] | ParamSpec
"""A keyword of the constructor that a header is made of."""


def keywords(
    headers: Sequence[HeaderSpec], params: Sequence[ParamSpec]
) -> tuple[Given, ...]:
    """Those keywords, in the order of the constructor."""
    filling = {name for header in headers for name in header.parameters}
    own = ((header.type, given) for header, given in arguments(headers))
    return (*own, *(each for each in params if each.name in filling))


def members(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """`apply`, unless that of its parent takes the same, or it is an attribute."""
    given, parent = _given(response), context.parent(response)
    above = None if parent is None else _given(parent)
    if given == above or is_constant(response, parent):
        return
    names, made = context.names, _made(given)
    guard = None if made else names.guard()
    indent = 4 if guard is None else 8
    yield context.render(
        "apply",
        guard=guard,
        classmethod=code("@classmethod"),
        signature=_signature(given, above, context, indent),
        # the parent's own would not know these arguments
        shared=_shared(names) if guard and (above is None or _made(above)) else None,
        statements=[] if guard else [*_statements(given, context)],
    )


def is_constant(response: ResponseSpec, parent: ResponseSpec | None) -> bool:
    """Whether its `apply` takes the response alone, and is the first of its chain."""
    return parent is None and not _given(response)


def parameters(given: Sequence[Given], names: Names) -> Iterator[Expression]:
    """The keywords as they stand in a signature."""
    if given:
        yield code("*")
    for each in given:
        if isinstance(each, ParamSpec):
            yield param(each, names)
        else:
            yield parameter(*each, names)


def _given(response: ResponseSpec) -> tuple[Given, ...]:
    return keywords(response.headers, response.params)


def _named(given: Given) -> tuple[str, bool, DefaultValue | None]:
    """Its name, whether callers must give it, and its default."""
    if isinstance(given, ParamSpec):
        return given.name, given.required, given.default
    return given[1].parameter, given[1].required, given[1].default


def _made(given: Sequence[Given]) -> bool:
    """Whether a default has to be made for each response."""
    return any(is_made(_named(each)[2]) for each in given)


def _shared(names: Names) -> Source:
    return code("apply = {}", names.support("APPLY"))


def _signature(
    given: Sequence[Given],
    above: Sequence[Given] | None,
    context: Context,
    indent: int,
) -> Source:
    names, base = context.names, context.framework.base("Response")
    kind = names.annotated(base.module, base.name)
    response = code("{}: {}", free("response", given), kind)
    head = [free("cls", given), response, code("/"), *parameters(given, names)]
    group = signature(code("apply"), head, code("None"))
    # in a class for type checkers alone the body shares its line
    body, width = code("") if _made(given) else code(" ..."), context.width
    if above is None or _takes_all(given, above):
        return code("{}{}", laid_out(group, indent, width, len(body.text)), body)
    line = code("{}{}{}", flat(group), body, _DIFFERS)
    if indent + len(line.text) <= width:
        return line
    group = replace(group, opening=code("{}{}", group.opening, _DIFFERS))
    split = loose(group, indent, width) or exploded(group, indent, width)
    return code("{}{}", split, body)


# a class may have other headers than its parent, but type checkers would have both take the same
_DIFFERS = code("  # type: ignore[override, unused-ignore]  # its own headers")


def _takes_all(given: Sequence[Given], above: Sequence[Given]) -> bool:
    """Whether whatever the parent's takes is right for this one, too."""
    added = [each for each in given if each not in above]
    return not any(_named(each)[1] for each in added) and all(
        each in given for each in above
    )


def free(name: str, given: Sequence[Given]) -> Source:
    """The name of something else in the function, which a header may have."""
    while any(name == _named(each)[0] for each in given):
        name += "_"
    return identifier(name)


def _statements(given: Sequence[Given], context: Context) -> Iterator[Source]:
    """The body where it runs: defaults, then the function that all share."""
    names, width = context.names, context.width
    yield from defaults(given, names, width, 8)
    passed = [code("{}={}", *[identifier(_named(each)[0])] * 2) for each in given]
    shared = names.support("apply_class")
    first = (free("cls", given), free("response", given))
    yield laid_out(call(shared, *first, *passed), 8, width)


def defaults(
    given: Sequence[Given], names: Names, width: int, indent: int
) -> Iterator[Source]:
    """The statements that make defaults, for each response one of its own."""
    for each in given:
        name, _, value = _named(each)
        if is_made(value):
            inner = margin(indent + 4)
            test = code("if {} is {}:", identifier(name), names.support("DEFAULT"))
            start = code("{} = ", identifier(name))
            made = default(value, names)
            spelled = laid_out(made, indent + 4, width, len(start.text))
            yield code("{}\n{}{}{}", test, inner, start, spelled)
