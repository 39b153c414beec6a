"""A hand-written parent keeps its media type and renderer where the schema is silent."""

from case_extends_import_path.api import Nothing, Ours, Plain


def inherits_what_is_silent() -> None:
    response = Ours({"b": 1, "a": 2})
    assert response.body == b'{"a": 2, "b": 1}'
    assert response.raw_headers == [
        (b"x-version", b"2"),
        (b"content-length", b"16"),
        (b"content-type", b"application/vnd.acme+json"),
    ]


def replaces_what_is_said() -> None:
    response = Plain({"b": 1, "a": 2})
    assert response.body == b'{"b":1,"a":2}'
    assert response.headers["content-type"] == "application/json"


def an_empty_child_drops_the_media_type() -> None:
    assert Nothing().raw_headers == [(b"x-version", b"2"), (b"content-length", b"0")]
