"""The no-cache trio, which a caller must not weaken."""

import pytest
from case_never_cached.api import Statement


def sends_all_three() -> None:
    assert Statement({}).raw_headers[:3] == [
        (b"cache-control", b"no-cache, no-store, must-revalidate"),
        (b"pragma", b"no-cache"),
        (b"expires", b"Thu, 01 Jan 1970 00:00:00 GMT"),
    ]


def refuses_to_be_weakened() -> None:
    for name in ("Cache-Control", "PRAGMA", "expires"):
        with pytest.raises(ValueError, match=f"(?i){name}"):
            Statement({}, headers={name: "public"})
