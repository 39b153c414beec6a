"""Constants, plain and typed: the wire form is made when the class is."""

from case_header_constants.api import Constants


def stands_on_the_wire() -> None:
    response = Constants("")
    assert response.raw_headers[:-2] == [
        (b"x-text", b"some text"),
        (b"x-number", b"7"),
        (b"x-policy", b"guarded"),
        (b"x-int", b"7"),
        (b"x-float", b"0.5"),
        (b"x-bool", b"true"),
        (b"last-modified", b"Tue, 05 Mar 2024 08:30:00 GMT"),
        (b"age", b"120"),
        (b"etag", b'"v1"'),
        (b"content-location", b"/caf%C3%A9"),
        (b"x-token", b"gzip"),
        (b"x-enum", b"on"),
        (b"x-list", b"1, 2"),
    ]
