"""What a base adds is no caller's wish: below what the schema says, above nothing."""

import pytest
from case_base_headers import api


def declared_headers_beat_the_base() -> None:
    """At their own places; the base's others follow, without those of the connection."""
    assert api.Receipt({}).raw_headers == [
        (b"cache-control", b"no-store"),
        (b"vary", b"Accept"),
        (b"x-house", b"base"),
        (b"content-type", b"application/x-house"),
        (b"content-length", b"2"),
    ]


def callers_beat_both() -> None:
    given = {"cache-control": "private", "vary": "Cookie", "X-House": "own"}
    sent = api.Receipt({}, headers=given).headers
    assert sent["cache-control"] == "private"
    assert sent["vary"] == "Accept, Cookie"
    assert sent["x-house"] == "own"
    assert given == {"cache-control": "private", "vary": "Cookie", "X-House": "own"}


def callers_alone_are_refused() -> None:
    """A locked name that the base writes is no mistake of the caller's."""
    assert api.Sealed({}).headers["cache-control"] == "no-store"
    with pytest.raises(ValueError, match="cache-control: locked"):
        api.Sealed({}, headers={"Cache-Control": "private"})
    with pytest.raises(ValueError, match="keep-alive: connection-specific"):
        api.Sealed({}, headers={"Keep-Alive": "max=5"})


def a_declared_media_type_beats_the_base() -> None:
    assert api.Sealed({}).headers["content-type"] == "application/vnd.acme+json"
