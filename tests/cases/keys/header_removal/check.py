"""null and {remove: true} take an inherited header away, its parameter too."""

from case_header_removal.api import Child


def sends_what_is_left() -> None:
    assert Child("").raw_headers[:-2] == [(b"x-second", b"b")]
