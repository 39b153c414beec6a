"""Lists of plain names: Vary, Allow, Accept-Ranges."""

from case_header_lists.api import Lists, Nothing, Text


def members_are_joined() -> None:
    assert Lists("").raw_headers[:3] == [
        (b"vary", b"Accept, Cookie"),
        (b"allow", b"GET, HEAD"),
        (b"accept-ranges", b"bytes"),
    ]


def allow_alone_says_something_with_nothing() -> None:
    assert Nothing("").raw_headers[0] == (b"allow", b"")
    assert "vary" not in Nothing("").headers


def text_is_respelt() -> None:
    response = Text("", headers={"Vary": "cookie, Origin"})
    assert response.headers["vary"] == "Accept, Cookie, Origin"
