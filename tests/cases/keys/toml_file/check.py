"""TOML carries the same language; it has no null, so removal is spelled out."""

from case_toml_file.api import Child


def says_the_same() -> None:
    response = Child({})
    response.set_session_cookie("1")
    assert response.raw_headers[0] == (b"x-version", b"2")
    assert len(response.raw_headers) == 6


def sends_dates_as_they_are_written() -> None:
    assert Child({}).headers["x-built"] == "2024-01-01 07:32:00.5z"
    assert Child({}).headers["x-changed"] == "Mon, 01 Jan 2024 10:00:00 GMT"
