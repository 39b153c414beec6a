"""Profiles come first, in their order; later wins, the class's own keys win over all."""

from case_header_profiles.api import Profiled


def has_each_name_once_where_it_was_first_declared() -> None:
    assert Profiled("").raw_headers[:-2] == [
        (b"x-a", b"first"),
        (b"x-b", b"second"),
        (b"x-c", b"own"),
    ]
