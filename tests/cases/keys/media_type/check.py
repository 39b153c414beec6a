"""The media type is sent as written; text gets the charset."""

from case_media_type.api import Binary, Nothing, Parameters, Text


def is_sent_as_written() -> None:
    written = 'application/json; profile="https://acme.example/v1"'
    assert Parameters({}).headers["content-type"] == written
    assert Binary(b"\x89PNG").headers["content-type"] == "image/png"


def has_the_charset_on_text() -> None:
    sent = Text("# A").headers["content-type"]
    assert sent == "text/markdown; variant=GFM; charset=utf-8"


def is_absent_where_nothing_says_one() -> None:
    assert Nothing(b"a").raw_headers == [(b"content-length", b"1")]


def gives_way_to_the_argument() -> None:
    response = Binary(b"GIF89a", media_type="image/gif")
    assert response.headers["content-type"] == "image/gif"
