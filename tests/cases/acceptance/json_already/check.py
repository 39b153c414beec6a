"""Bytes that are JSON already, passed through and labelled."""

from case_json_already.api import JSONPassedThrough


def passes_them_through() -> None:
    response = JSONPassedThrough(b'{ "a" : 1 }')
    assert response.body == b'{ "a" : 1 }'
    assert response.raw_headers == [
        (b"content-length", b"11"),
        (b"content-type", b"application/json"),
    ]
