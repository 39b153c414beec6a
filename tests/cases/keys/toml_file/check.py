"""TOML carries the same language; it has no null, so removal is spelled out."""

from case_toml_file.api import Child


def says_the_same() -> None:
    response = Child({})
    response.set_session_cookie("1")
    assert response.raw_headers[0] == (b"x-version", b"2")
    assert len(response.raw_headers) == 4
