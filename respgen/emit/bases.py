"""Constructors below a class of the author's: what that takes beside what every response has.

Goes in: a response whose base has a constructor of its own. Comes out: parameters.
"""

from __future__ import annotations

from collections.abc import Sequence

from respgen.emit.layout import Expression, behind
from respgen.emit.names import Names
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import annotation, imported, optional
from respgen.kinds import KINDS
from respgen.kinds.kind import CONTENT, MEDIA_TYPE, Parameter, first
from respgen.specs import BaseParameter, ConstructorSpec, ImportPath, ResponseSpec
from respgen.specs.bases import Left
from respgen.specs.expressions import ValueExpression
from respgen.specs.types import TypeName

_ANY = TypeName("typing", "Any")


def positional(response: ResponseSpec) -> tuple[Parameter, ...]:
    """The parameters before the keyword-only ones: those of the kind that the base takes."""
    found = KINDS[response.kind].parameters(response.options)
    constructor = response.constructor
    if constructor is None:
        return found
    start = first(found)
    if start and constructor.first and not is_same(start, constructor):
        found = (_as_said(constructor), *found[1:])
        start = found[0]
    own = {each.name for each in constructor.own}
    return tuple(
        each
        for each in found
        if (each is start and _is_taken(each, constructor))
        or (each.name in constructor.names and each.name not in own)
    )


def is_same(start: Parameter, constructor: ConstructorSpec) -> bool:
    """Whether the base takes what its kind does; the content may have another name."""
    return start.name in (CONTENT.name, constructor.first)


def _as_said(constructor: ConstructorSpec) -> Parameter:
    """What the base takes first, in place of what its kind would."""
    said = constructor.said(constructor.first)
    assert constructor.first is not None
    return Parameter(constructor.first, (said and said.type) or _ANY, required=True)


def _is_taken(start: Parameter, constructor: ConstructorSpec) -> bool:
    """Whether callers give it: what FastAPI alone gives stays, whatever the base takes."""
    return constructor.first is not None or not start.required


def own(response: ResponseSpec) -> tuple[BaseParameter, ...]:
    """Those that the base has beside; a param of the schema takes the place of one."""
    if response.constructor is None:
        return ()
    params = {param.name for param in response.params}
    return tuple(each for each in response.constructor.own if each.name not in params)


def own_parameter(of: BaseParameter, names: Names) -> Expression:
    """`tenant: str` or `trace: bool = False`."""
    name, kind = identifier(of.name), of.type or _ANY
    if of.required:
        return code("{}: {}", name, annotation(kind, names))
    if of.default is None or of.is_left:
        return code("{}: {} = None", name, optional(kind, names))
    start = code("{}: {} = ", name, annotation(kind, names))
    return behind(start, _default(of, names))


def said(name: str, response: ResponseSpec, names: Names) -> Source | None:
    """A parameter that every response has, with the type and the default that the base gives it."""
    known = response.constructor.said(name) if response.constructor else None
    if known is None or known.type is None:
        return None
    start = code("{}: {} = ", identifier(name), annotation(known.type, names))
    declared = name == MEDIA_TYPE.name and "media_type" not in response.inherits
    if declared and known.default is not None:
        return code("{}{}", start, literal(response.media_type))
    if known.default is None:
        return code("{}: {} = None", identifier(name), optional(known.type, names))
    return code("{}{}", start, _default(known, names))


def _default(of: BaseParameter, names: Names) -> Source:
    match of.default:
        case Left():
            return code("None")
        case ImportPath() as path:
            return imported(path, names)
        case value:
            return literal(value)


def by_name(
    response: ResponseSpec, others: Sequence[ValueExpression]
) -> dict[str | None, ValueExpression]:
    """What a base is given beside the first argument, by the names of the parameters."""
    parameters = KINDS[response.kind].parameters(response.options)
    rest = parameters[1:] if first(parameters) else parameters
    return dict(zip((each.name for each in rest), others, strict=True))
