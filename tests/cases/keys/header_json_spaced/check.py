"""JSON is written as json.dumps does by itself."""

import json
from typing import Any

import pytest
from case_header_json_spaced.api import Toast

VALUES: list[Any] = [{"a": [1, 2]}, "Zoë\x7f", [{"": 1.5}, True, None]]
WRONG: list[tuple[Any, type[Exception]]] = [
    (float("nan"), ValueError),
    ("\ud800", ValueError),
    ({1, 2}, TypeError),
]


def stands_on_the_wire() -> None:
    toast = Toast(text="saved", x_note={"a": [1, 2]})
    assert toast.raw_headers == [
        (b"x-note", b'{"a": [1, 2]}'),
        (b"x-limits", b'{"daily": [1, 2], "name": "Zo\\u00eb"}'),
        (b"x-default", b'{"a": 1}'),
        (b"hx-trigger", b'{"toast": {"text": "saved", "level": 1}}'),
    ]


def is_what_json_dumps_writes() -> None:
    for value in VALUES:
        sent = Toast(text="", x_note=value).headers["x-note"]
        assert sent == json.dumps(value).replace("\x7f", "\\u007f")


def refuses_what_is_no_json() -> None:
    for value, error in WRONG:
        with pytest.raises(error, match="x-note"):
            Toast(text="", x_note=value)
