"""Server-sent events (WHATWG HTML 9.2): one item of an event stream.

Goes in: an event, or its data alone, and what makes text of the data. Comes out: the lines of
one event, which no text in it can end early.
"""

import dataclasses
from collections.abc import Callable
from typing import Any, ClassVar, Generic, TypeVar, cast

from respgen.core.grammar import (
    FieldError,
    compiled,
    outside,
    typed_integer,
    typed_text,
    wrong_type,
)

Data_co = TypeVar("Data_co", covariant=True)

# 9.2.5: a line ends at CR, LF or both; an id with NUL is ignored (9.2.6). UTF-8 has no
# surrogates.
EVENT_CHARACTER = r"[^\x00\r\n\ud800-\udfff]"
COMMENT_CHARACTER = r"[^\ud800-\udfff]"

# What keeps a connection open while nothing happens: no client hears a comment.
PING = b": ping\n\n"


# Without slots: frozen as well, `Event[str]("a")` would raise TypeError (typing sets an
# attribute).
@dataclasses.dataclass(frozen=True)
class Event(Generic[Data_co]):
    """An event: its data, and what the client is told beside it.

    Without `event` it is a `message`. A client that reconnects sends the last `id` as
    Last-Event-ID; an empty one takes that back. `retry` is how many milliseconds it
    waits before. Clients ignore `comment`. Raises ValueError for what a line cannot
    hold, TypeError for other types.
    """

    data: Data_co
    event: str | None = None
    id: str | None = None
    retry: int | None = None
    comment: str | None = None

    def __post_init__(self) -> None:
        if self.event is not None:
            object.__setattr__(self, "event", event_line("event", self.event))
        if self.id is not None:
            object.__setattr__(self, "id", event_line("id", self.id))
        if self.retry is not None:
            object.__setattr__(self, "retry", milliseconds(self.retry))
        if self.comment is not None:
            object.__setattr__(self, "comment", comment_text(self.comment))


class NamedEvent(Event[Data_co]):
    """An event of one of `names`: base of the events whose stream says which it has."""

    names: ClassVar[tuple[str, ...]] = ()

    def __post_init__(self) -> None:
        super().__post_init__()
        if self.event not in self.names:
            known = ", ".join(map(repr, self.names))
            raise FieldError("event", f"one of {known} expected")


def event_body(item: object, render: Callable[[Any], bytes]) -> bytes:
    """One event: of an Event all that it says, of anything else the data alone.

    Raises what `render` raises.
    """
    if not issubclass(type(item), Event):
        return event_lines(b"data: ", render(item)) + b"\n"
    # isinstance() would ask the item.
    event = cast("Event[object]", item)
    fields: list[bytes] = []
    if event.comment is not None:
        fields.append(event_lines(b": ", comment_text(event.comment).encode()))
    if event.event is not None:
        fields.append(b"event: %b\n" % event_line("event", event.event).encode())
    fields.append(event_lines(b"data: ", render(event.data)))
    if event.id is not None:
        fields.append(b"id: %b\n" % event_line("id", event.id).encode())
    if event.retry is not None:
        fields.append(b"retry: %d\n" % milliseconds(event.retry))
    fields.append(b"\n")
    return b"".join(fields)


def named_event_body(
    item: object, kind: type[NamedEvent[object]], render: Callable[[Any], bytes]
) -> bytes:
    """The same for events of `kind` alone. Raises TypeError for anything else."""
    if issubclass(type(item), kind):
        return event_body(item, render)
    raise wrong_type("content", kind.__qualname__, item)


def event_lines(field: bytes, text: bytes) -> bytes:
    """A field for each line of a text, which ends at CR, LF or both (9.2.5).

    The space after the colon is the one that clients drop: a text may begin with its
    own.
    """
    if b"\r" in text:
        text = text.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return field + text.replace(b"\n", b"\n" + field) + b"\n"


def event_data(content: object) -> bytes:
    """Text as data. Raises ValueError for a lone surrogate, TypeError for no text."""
    text = typed_text("data", content)
    try:
        return text.encode()
    except UnicodeEncodeError:
        raise FieldError("data", "a lone surrogate is not a character") from None


def event_line(name: str, value: str) -> str:
    """A text of one line (9.2.5). Raises ValueError, or TypeError for no text."""
    text = typed_text(name, value)
    if text.isprintable() or compiled(rf"{EVENT_CHARACTER}*").fullmatch(text):
        return text
    raise outside(name, EVENT_CHARACTER, text, "a line of an event (WHATWG HTML 9.2.5)")


def comment_text(value: str) -> str:
    """A text of any number of lines. Raises ValueError, or TypeError for no text."""
    text = typed_text("comment", value)
    if text.isprintable() or compiled(rf"{COMMENT_CHARACTER}*").fullmatch(text):
        return text
    raise outside("comment", COMMENT_CHARACTER, text, "text")


def milliseconds(value: int) -> int:
    """A time to wait: digits alone (9.2.6). Raises ValueError, or TypeError for no int."""
    number = typed_integer("retry", value)
    if number < 0:
        raise FieldError("retry", "0 milliseconds or more expected")
    return number
