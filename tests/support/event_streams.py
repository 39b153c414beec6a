"""Event streams as clients read them: WHATWG HTML 9.2.5 (the grammar) and 9.2.6 (the meaning).

Written after the standard's text alone, as an oracle: nothing of respgen is used.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """What a listener gets: MessageEvent's type, data and lastEventId."""

    type: str
    data: str
    last_event_id: str


@dataclass(slots=True)
class Client:
    """An EventSource that reads one stream to its end."""

    messages: list[Message] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    last_event_id: str = ""
    reconnection_time: int | None = None
    _data: str = ""
    _type: str = ""
    _id: str = ""

    def line(self, line: str) -> None:
        """9.2.6: lines must be processed, in the order they are received, as follows."""
        if line == "":
            self._dispatch()
        elif line.startswith(":"):
            self.comments.append(line[1:])
        else:
            name, _, value = line.partition(":")
            self._process(name, value[1:] if value.startswith(" ") else value)

    def _process(self, name: str, value: str) -> None:
        if name == "event":
            self._type = value
        elif name == "data":
            self._data += value + "\n"
        elif name == "id":
            if "\0" not in value:
                self._id = value
        elif name == "retry" and re.fullmatch("[0-9]+", value):
            self.reconnection_time = int(value)
        # otherwise the field is ignored

    def _dispatch(self) -> None:
        self.last_event_id = self._id
        data, kind = self._data, self._type
        self._data = self._type = ""
        if data:
            self.messages.append(
                Message(kind or "message", data.removesuffix("\n"), self.last_event_id)
            )


def lines(stream: bytes) -> Iterator[str]:
    """The complete lines of a stream: `end-of-line = ( cr lf / cr / lf )`, one BOM in front dropped.

    What stands behind the last end is no line, and is discarded.
    """
    text = stream.decode("utf-8", errors="replace").removeprefix("\ufeff")
    start, length = 0, len(text)
    for place in range(length):
        if place < start or text[place] not in "\r\n":
            continue
        yield text[start:place]
        start = place + (2 if text[place : place + 2] == "\r\n" else 1)


def read(stream: bytes) -> Client:
    """What a client has once the stream is over; an unfinished event is discarded."""
    client = Client()
    for each in lines(stream):
        client.line(each)
    return client
