"""Events of event streams: what an item is, and the class of the events that a stream names.

Goes in: a response whose renderer makes events. Comes out: types, and the nested class `Event`.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit.context import Context
from respgen.emit.layout import Expression, Group, laid_out, signature
from respgen.emit.names import Names
from respgen.emit.source import Source, code, docstring, identifier, literal, margin
from respgen.emit.types import annotation
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.renderers.events import NAMED_EVENT, EventType, event_or_data
from respgen.specs import ResponseSpec
from respgen.specs.expressions import SUPPORT
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName, TypeValue, union

_CLASS = "Event"
_HELD = TypeName(SUPPORT, "Event")  # which the module does not export for that alone
_ABOUT = "An event of this stream: its name says what its data is."
_INDENT = 8


def item(response: ResponseSpec, content: TypeExpression) -> TypeExpression:
    """What `render` takes where the content is of that type: data, or an event that has it."""
    if not streams_events(response):
        return content
    if named(response):
        # a class of the module, which nothing imports
        return TypeName("builtins", f"{response.name}.{_CLASS}")
    return event_or_data(content)


def held_item(response: ResponseSpec, held: TypeExpression) -> TypeExpression:
    """What type checkers hold an item to, where the renderer holds that of its data."""
    return event_or_data(held, _HELD) if streams_events(response) else held


def streams_events(response: ResponseSpec) -> bool:
    """Whether a class makes events of the items of a stream, and not as its base does."""
    is_own = "render" not in response.inherits
    row = RENDERERS[response.renderer.name]
    return is_own and KINDS[response.kind].streams and row.events is not None


def named(response: ResponseSpec) -> tuple[EventType, ...]:
    """The events that a class names."""
    events = RENDERERS[response.renderer.name].events
    if events is None or not streams_events(response):
        return ()
    return events.named(response.renderer.options)


def nested(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """The class of the events, in the class of their stream; nothing where it names none."""
    events, names, width = named(response), context.names, context.width
    if not events:
        return
    data = annotation(union(*(each.type for each in events)), names)
    base = names.imported(NAMED_EVENT.module, NAMED_EVENT.name)
    known = tuple(literal(each.name) for each in events)
    guard = names.guard()
    yield context.render(
        "events",
        name=identifier(_CLASS),
        # in quotes: it may name types that are imported for type checkers alone
        base=code("{}[{}]", base, literal(data.text)),
        docstring=docstring(_ABOUT, _INDENT),
        names=laid_out(
            Group(code("names = ("), known, code(")"), is_tuple=True), _INDENT, width
        ),
        guard=guard,
        constructors=list(_constructors(events, names, width, guard is not None)),
    )


def _constructors(
    events: tuple[EventType, ...], names: Names, width: int, guarded: bool
) -> Iterator[Source]:
    """One for each event, then that of all; where it runs, it calls the base's."""
    indent = _INDENT + 4 if guarded else _INDENT
    overload = names.annotated if guarded else names.imported
    if len(events) > 1:
        for each in events:
            head = _constructor((each,), names, width, indent)
            decorator = overload("typing", "overload")
            yield code("@{}\n{}{} ...", decorator, margin(indent), head)
    head = _constructor(events, names, width, indent)
    call = code("super().__init__(data, event, id, retry, comment)")
    if guarded:
        yield code("{} ...", head)
    else:
        yield code("{}\n{}{}", head, margin(indent + 4), call)


def _constructor(
    events: tuple[EventType, ...], names: Names, width: int, indent: int
) -> Source:
    """The parameters of an Event of core, as far as these events have them."""
    text, whole, none = (TypeName("builtins", each) for each in ("str", "int", "None"))
    literals = tuple(TypeValue(each.name) for each in events)
    kinds: dict[str, TypeExpression] = {
        "data": union(*(each.type for each in events)),
        "event": TypeGeneric(TypeName("typing", "Literal"), literals),
    }
    given: list[Expression] = [code("self")]
    for name, kind in kinds.items():
        given.append(code("{}: {}", identifier(name), annotation(kind, names)))
    for name, kind in {"id": text, "retry": whole, "comment": text}.items():
        spelled = annotation(union(kind, none), names)
        given.append(code("{}: {} = None", identifier(name), spelled))
    head = signature(code("__init__"), given, code("None"))
    return laid_out(head, indent, width, len(" ..."))
