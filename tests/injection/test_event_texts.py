"""Whatever a caller gives to an event, wherever: a refusal, or one event that says just that."""

from __future__ import annotations

from typing import Any

import pytest

from respgen.core.bodies import json_body
from respgen.core.events import Event, event_body, event_data
from tests.injection.payloads import TEXTS, naughty
from tests.support.event_streams import Message, read

PAYLOADS = (
    *TEXTS,
    *naughty(),
    *(
        f"a{end}{field}: forged{end}{end}data: forged"
        for end in ("\n", "\r", "\r\n", "\x0b", "\x85", "\u2028")
        for field in ("data", "event", "id", "retry", "", "\ufeffdata")
    ),
)


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kept(**given: str) -> list[str]:
    """The stream of an event between two others; nothing where the text is refused."""
    fields: dict[str, Any] = {"data": "d", "event": "e", "id": "i", "comment": "c"}
    fields |= given
    try:
        middle = event_body(Event(**fields), event_data)
    except ValueError:
        return []
    client = read(b"data: before\n\n" + middle + b"data: after\n\n")
    before, heard, after = client.messages
    assert (before.data, after) == (
        "before",
        Message("message", "after", heard.last_event_id),
    )
    assert client.reconnection_time is None
    assert client.comments == [
        f" {line}" for line in _lines(fields["comment"]).split("\n")
    ]
    return [heard.data, heard.type, heard.last_event_id]


@pytest.mark.parametrize("field", ["data", "event", "id", "comment"])
def test_a_text_stays_in_its_field(field: str) -> None:
    """It begins no other field and ends no event: it is what the client has there, or is refused."""
    refused = 0
    for text in PAYLOADS:
        found = _kept(**{field: text})
        expected = {"data": "d", "event": "e", "id": "i", field: _lines(text)}
        if found:
            named = expected["event"] or "message"
            assert found == [expected["data"], named, expected["id"]], ascii(text)
        refused += not found
    assert refused < len(PAYLOADS) / 2


def test_json_has_no_lines() -> None:
    """Data as JSON is one line, whatever it holds."""
    for text in PAYLOADS:
        try:
            sent = event_body({text: [text]}, json_body)
        except ValueError:
            continue
        assert sent.count(b"\n") == 2
        assert b"\r" not in sent
