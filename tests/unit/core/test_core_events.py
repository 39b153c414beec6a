"""Server-sent events: what is written is what a client reads."""

from __future__ import annotations

import copy
import pickle
import re
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from respgen.core.bodies import json_body
from respgen.core.events import Event, NamedEvent, event_body, event_data
from tests.support.event_streams import Message, read

# what grammars and decoders trip over, beside all else there is
_AWKWARD = st.sampled_from(
    (
        *("\r", "\n", "\r\n", "\n\n", "\r\r", "\0", "\x0b", "\x0c", "\x85", " ", ":"),
        *("\u2028", "\u2029", "\ufeff", "data: x", "event: x", "id: 9", "retry: 1"),
    )
)
_TEXT = st.text(st.characters(exclude_categories=["Cs"]))
TEXT = st.lists(_AWKWARD | _TEXT, max_size=6).map("".join)
LINE = TEXT.map(lambda text: re.sub("[\r\n\0]", "", text))


def _lines(text: str) -> str:
    """As clients have it: what ended a line is LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@given(
    st.builds(
        Event[str],
        TEXT,
        st.none() | LINE,
        st.none() | LINE,
        st.none() | st.integers(0, 10**12),
        st.none() | TEXT,
    )
)
@example(Event(" leading", "\ufeffbom", " id ", 0, "\n"))
@example(Event("", "", "", None, ""))
def test_event(event: Event[str]) -> None:
    """A client reads one event of the same data, name and id, and the comment's lines."""
    client = read(event_body(event, event_data))
    heard = Message(event.event or "message", _lines(event.data), event.id or "")
    assert client.messages == [heard]
    assert client.reconnection_time == event.retry
    said = [] if event.comment is None else _lines(event.comment).split("\n")
    assert client.comments == [f" {line}" for line in said]


@given(st.lists(st.builds(Event[str], TEXT, st.none() | LINE), max_size=4))
def test_stream(events: list[Event[str]]) -> None:
    """Events that follow each other stay apart, also the first with its BOM."""
    client = read(b"".join(event_body(event, event_data) for event in events))
    heard = [(event.event or "message", _lines(event.data)) for event in events]
    assert [(each.type, each.data) for each in client.messages] == heard


@given(TEXT, st.none() | LINE, st.none() | LINE, st.none() | TEXT)
def test_reference(
    data: str, name: str | None, last: str | None, comment: str | None
) -> None:
    """The bytes are those of FastAPI's own events."""
    format_sse_event = pytest.importorskip("fastapi.sse").format_sse_event
    sent = event_body(Event(data, name, last, 10, comment), event_data)
    assert sent == format_sse_event(
        data_str=data, event=name, id=last, retry=10, comment=comment
    )


@given(TEXT)
def test_data_alone(text: str) -> None:
    """An item that is no Event is its data."""
    assert event_body(text, event_data) == event_body(Event(text), event_data)
    assert event_body({"a": text}, json_body) == event_body(
        Event({"a": text}), json_body
    )


@pytest.mark.parametrize("name", ["event", "id"])
@pytest.mark.parametrize("text", ["a\nb", "a\rb", "\0", "\r\n", "\ud800"])
def test_one_line(name: str, text: Any) -> None:
    """What would start a field, or be ignored, is refused where it enters; it is not quoted."""
    with pytest.raises(
        ValueError, match=f"^{name}: .* is not allowed in a line"
    ) as told:
        Event(1, **{name: text})
    assert text not in str(told.value)


@pytest.mark.parametrize(
    "wrong",
    [
        {"event": 1},
        {"event": b"a"},
        {"id": 7},
        {"comment": 1},
        {"retry": 1.0},
        {"retry": "1"},
        {"retry": True},
    ],
)
def test_wrong_types(wrong: dict[str, Any]) -> None:
    """Each is of the very type that it should be: bool is no int."""
    with pytest.raises(TypeError, match=f"^{next(iter(wrong))}: "):
        Event(1, **wrong)


@pytest.mark.parametrize("wrong", [-1, -(10**30), 10**640])
def test_retry(wrong: int) -> None:
    """Clients take digits alone."""
    with pytest.raises(ValueError, match=r"^retry: "):
        Event(1, retry=wrong)


class _Liar(str):
    """A text that claims to be harmless."""

    __slots__ = ()

    def isprintable(self) -> bool:
        return True

    def encode(self, *_: object) -> bytes:
        return b"x\n\ndata: forged"

    def __str__(self) -> str:
        return "x\n\ndata: forged"

    __format__ = __str__  # type: ignore[assignment]  # a hostile caller's


class _Name(StrEnum):
    DONE = "done"


def test_exact_types() -> None:
    """Subclasses are what they hold, and members of an Enum are their values."""
    event = Event(_Liar("d"), _Liar("e"), _Liar("i"), None, _Liar("c"))
    assert event_body(event, event_data) == b": c\nevent: e\ndata: d\nid: i\n\n"
    assert type(event.event) is str
    assert Event(1, _Name.DONE).event == "done"
    with pytest.raises(ValueError, match=r"^event: "):
        Event(1, _Liar("e\n"))


def test_surrogates() -> None:
    """UTF-8 has no lone surrogates."""
    with pytest.raises(ValueError, match=r"^comment: "):
        Event(1, comment="\ud800")
    with pytest.raises(ValueError, match=r"^data: a lone surrogate"):
        event_body("\ud800", event_data)


@pytest.mark.parametrize("wrong", [None, b"x", 1, ["a"]])
def test_text_alone(wrong: object) -> None:
    """Data that is text is a str: bytes may be no UTF-8."""
    with pytest.raises(TypeError, match=r"^data: str expected"):
        event_body(wrong, event_data)


def test_value() -> None:
    """An event is a value: frozen, equal to its like, and copied and pickled as one."""
    event = Event({"a": 1}, "e", id="1")
    assert event == Event({"a": 1}, "e", "1")
    assert pickle.loads(pickle.dumps(event)) == copy.copy(event) == event
    with pytest.raises(AttributeError):
        event.data = 2  # type: ignore[misc, assignment]  # the point
    assert Event[str]("a").data == "a"


def test_named() -> None:
    """Its names, and no other."""

    class Shipped(NamedEvent[int]):
        names = ("sent", "arrived")

    assert Shipped(1, "sent").event == "sent"
    for wrong in (None, "Sent", "message"):
        with pytest.raises(ValueError, match=r"^event: one of 'sent', 'arrived'"):
            Shipped(1, wrong)
