"""No content, and the framing that the status asks for."""

from case_kind_empty.api import Moved, NoContent, NotModified, Reset


def follows_from_the_status() -> None:
    assert NoContent().raw_headers == []
    assert Reset().raw_headers == [(b"content-length", b"0")]
    assert NotModified(etag="a").raw_headers == [(b"etag", b'"a"')]


def can_be_said() -> None:
    response = Moved(location="/new")
    assert (response.status_code, response.body) == (308, b"")
    assert response.raw_headers == [(b"location", b"/new"), (b"content-length", b"0")]


def takes_the_none_that_fastapi_passes() -> None:
    assert NoContent(None, status_code=204).body == b""
