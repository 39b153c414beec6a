"""Server-sent events (WHATWG HTML 9.2): one item of an event stream.

Goes in: an event, or its data alone, and what makes text of the data. Comes out: the lines of
one event, which no text in it can end early.
"""

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


class Event(Generic[Data_co]):
    """An event: its data, and what the client is told beside it.

    Without `event` it is a `message`. A client that reconnects sends the last `id` as
    Last-Event-ID; an empty one takes that back. `retry` is how many milliseconds it
    waits before. Clients ignore `comment`. Raises ValueError for what a line cannot
    hold, TypeError for other types.
    """

    # A stream may make thousands a second: a frozen dataclass takes three times as long.
    __slots__ = ("_comment", "_data", "_event", "_id", "_retry")
    __match_args__ = ("data", "event", "id", "retry", "comment")
    names: ClassVar[tuple[str, ...] | None] = None

    def __init__(
        self,
        data: Data_co,
        event: str | None = None,
        id: str | None = None,
        retry: int | None = None,
        comment: str | None = None,
    ) -> None:
        if event is not None and not (type(event) is str and event.isprintable()):
            event = event_line("event", event)
        if id is not None and not (type(id) is str and id.isprintable()):
            id = event_line("id", id)
        self._data = data
        self._event = event
        self._id = id
        self._retry = None if retry is None else milliseconds(retry)
        self._comment = None if comment is None else comment_text(comment)
        if self.names is not None and event not in self.names:
            known = ", ".join(map(repr, self.names))
            raise FieldError("event", f"one of {known} expected")

    @property
    def data(self) -> Data_co:
        """What the event carries."""
        return self._data

    @property
    def event(self) -> str | None:
        """Its name."""
        return self._event

    @property
    def id(self) -> str | None:
        """Where a client goes on after it."""
        return self._id

    @property
    def retry(self) -> int | None:
        """After how many milliseconds a client reconnects."""
        return self._retry

    @property
    def comment(self) -> str | None:
        """What clients ignore."""
        return self._comment

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return event_parts(self) == event_parts(cast("Event[object]", other))

    def __hash__(self) -> int:
        return hash(event_parts(self))

    def __repr__(self) -> str:
        given = zip(self.__match_args__, event_parts(self), strict=True)
        said = ", ".join(f"{name}={value!r}" for name, value in given)
        return f"{type(self).__qualname__}({said})"

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), event_parts(self)


def event_parts(event: Event[object]) -> tuple[object, ...]:
    """What the constructor was given."""
    return event.data, event.event, event.id, event.retry, event.comment


class NamedEvent(Event[Data_co]):
    """An event of one of `names`: base of the events whose stream says which it has."""

    __slots__ = ()


def event_body(
    item: object,
    render: Callable[[Any], bytes],
    kind: type[Event[object]] | None = None,
) -> bytes:
    """One event: of an Event all that it says, of anything else the data alone.

    With a `kind`, of events of that alone. Raises TypeError for anything else then, and
    what `render` raises.
    """
    # isinstance() would ask the item.
    given, wanted = type(item), kind or Event
    if given is not wanted and not issubclass(given, wanted):
        if kind is not None:
            raise wrong_type("content", kind.__qualname__, item)
        data = render(item)
        if b"\n" in data or b"\r" in data:
            data = event_text(data)
        return b"data: " + data + b"\n\n"
    event = cast("Any", item)
    name, last, data = event._event, event._id, render(event._data)
    if b"\n" in data or b"\r" in data:
        data = event_text(data)
    before = "data: " if name is None else f"event: {name}\ndata: "
    after = "\n\n" if last is None else f"\nid: {last}\n\n"
    if event._retry is not None:
        after = f"{after[:-1]}retry: {event._retry}\n\n"
    if event._comment is not None:
        before = f"{comment_lines(event._comment)}{before}"
    return before.encode() + data + after.encode()


def event_text(data: bytes) -> bytes:
    """Data between `data: ` and the end of its line: each line is a field (9.2.5).

    Lines end at CR, LF or both. The space after the colon is the one that clients drop:
    a line may begin with its own.
    """
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return lines.replace(b"\n", b"\ndata: ")


def comment_lines(text: str) -> str:
    """A comment for each line of a text (9.2.5)."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f": {line}\n" for line in lines)


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
    if compiled(rf"{EVENT_CHARACTER}*").fullmatch(text):
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
