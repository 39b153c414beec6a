"""What the constructor of a base is handed: the framework by place, an author's class as that takes it.

Goes in: a response. Come out: the arguments of the call.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit import bases, shapes
from respgen.emit.expressions import expression
from respgen.emit.layout import Expression, behind, call
from respgen.emit.names import Names
from respgen.emit.renderers import is_own
from respgen.emit.source import Source, code, identifier, joined, literal
from respgen.kinds import KINDS
from respgen.kinds.kind import CONTENT, MEDIA_TYPE, STATUS_CODE, first
from respgen.specs import ResponseSpec
from respgen.specs.expressions import Call, Local, ValueExpression


def handed(response: ResponseSpec, names: Names) -> Iterator[Expression]:
    """The arguments: by place to the framework, to an author's class as that takes them."""
    content, *others = KINDS[response.kind].arguments(response.options)
    constructor = response.constructor
    if constructor is None:
        named = map(Local, KINDS[response.kind].named)
        by_name = {each: code("{}=", identifier(each.name)) for each in named}
        for each in (content, *others):
            value = _argument(each, response, names)
            yield behind(by_name[each], value) if each in by_name else value
        return
    start = first(KINDS[response.kind].parameters(response.options))
    own = start is not None and not bases.is_same(start, constructor)
    made = bases.by_name(response, others)
    if not own:
        made[constructor.first] = content
    for name in constructor.places:
        yield _argument(made.get(name, Local(name)), response, names)
    for name in constructor.keywords:
        if name not in constructor.left:
            value = _argument(made.get(name, Local(name)), response, names)
            yield behind(code("{}=", identifier(name)), value)
    if passed := [name for name in constructor.keywords if name in constructor.left]:
        arguments = [code("{}={}", *[identifier(name)] * 2) for name in passed]
        yield behind(code("**"), call(names.support("passed_on"), *arguments))


def _argument(of: ValueExpression, response: ResponseSpec, names: Names) -> Expression:
    """What the base is given; the content may have another name, or none."""
    if of == Local(CONTENT.name):
        return _content_argument(response, names)
    if of == Local(STATUS_CODE.name):
        return _status(response, names)
    if of == Local(MEDIA_TYPE.name) and response.shape.media_types:
        return shapes.chosen(response, names)
    return expression(of, names)


def _content_argument(response: ResponseSpec, names: Names) -> Expression:
    """The content as it is where the base renders by itself, too."""
    content, of = response.content, KINDS[response.kind].source
    if content is None:
        return code("None")
    if of is None or not is_own(response):
        return identifier(content.parameter)
    return expression(Call(of, (Local(content.parameter),)), names)


def _status(response: ResponseSpec, names: Names) -> Source:
    choices = statuses(response)
    if not choices:
        return code("status_code")
    if len(choices) == 1:
        locked = names.support("locked_status")
        return code("{}(status_code, {})", locked, literal(response.status_code))
    one_of = names.support("one_status")
    several = joined(", ", map(literal, choices))
    return code("{}(status_code, ({}))", one_of, several)


def statuses(response: ResponseSpec) -> tuple[int, ...]:
    """The statuses that callers may give; empty: all that there are."""
    if response.status_locked:
        return response.statuses
    row = KINDS[response.kind]
    return tuple(sorted(row.statuses)) if row.closed else ()
