"""msgpack under two labels, with a function for dates."""

from __future__ import annotations

from datetime import UTC, datetime

import msgspec
from case_msgpack_labels.api import Msgpack, XMsgpack

_CONTENT = {"at": datetime(2024, 3, 5, 9, 30, tzinfo=UTC), "raw": b"\x00"}


def dates_are_text() -> None:
    response = Msgpack(_CONTENT)
    packed = msgspec.msgpack.decode(bytes(response.body))
    assert packed == {"at": "2024-03-05T09:30:00+00:00", "raw": b"\x00"}
    assert response.headers["content-type"] == "application/msgpack"


def the_older_label_has_the_same_bytes() -> None:
    response = XMsgpack(_CONTENT)
    assert response.body == Msgpack(_CONTENT).body
    assert response.headers["content-type"] == "application/x-msgpack"
