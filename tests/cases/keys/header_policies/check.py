"""What a caller's header of a declared name does."""

import pytest
from case_header_policies.api import Policies


def replaces_in_the_declared_place_whatever_the_case() -> None:
    headers = {"x-OVERRIDABLE": "theirs", "X-SILENT": "theirs", "X-More": "1"}
    response = Policies("", headers=headers)
    assert response.raw_headers[:5] == [
        (b"x-silent", b"theirs"),
        (b"x-overridable", b"theirs"),
        (b"x-locked", b"ours"),
        (b"vary", b"Accept, Origin"),
        (b"x-more", b"1"),
    ]


def refuses_a_locked_name() -> None:
    for name in ("X-Locked", "x-given"):
        with pytest.raises(ValueError, match=f"(?i){name}"):
            Policies("", headers={name: "theirs"})


def joins_lists_without_duplicates() -> None:
    response = Policies("", headers={"vary": "origin, Cookie"})
    assert response.headers["vary"] == "Accept, Origin, Cookie"
