"""JSON carries the same language."""

from case_json_file.api import Child


def says_the_same() -> None:
    assert Child({}).raw_headers[0] == (b"x-version", b"2")
    assert len(Child({}).raw_headers) == 3
