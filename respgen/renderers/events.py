"""What a renderer of event streams has beside those of other streams.

Goes in: its options. Comes out: what an item may be.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from respgen.diagnostics import Span
from respgen.specs.expressions import core
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName, members, union

Options = TypeVar("Options")
EVENT = TypeName("respgen", "Event")
NAMED_EVENT = core("NamedEvent")


@dataclass(frozen=True, slots=True)
class EventType:
    """The name of an event, and the type of its data; `written` is what its author wrote for it.

    `key` is where the name stands, `span` where the type does.
    """

    name: str
    written: str
    key: Span = field(compare=False)
    span: Span = field(compare=False)
    type: TypeExpression


@dataclass(frozen=True, slots=True, kw_only=True)
class Events(Generic[Options]):
    """`named` are the events that options name, `is_text` says whether data are sent as they are and
    not as JSON; `profile` is the ready profile of headers that its streams have below all others.
    """

    named: Callable[[Options], tuple[EventType, ...]]
    is_text: Callable[[Options], bool]
    profile: str


def event_or_data(data: TypeExpression, event: TypeName = EVENT) -> TypeExpression:
    """An item of a stream that names no events."""
    return union(*members(data), TypeGeneric(event, (data,)))
