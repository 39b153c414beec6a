"""Signatures hold the time of their making: here it stands still."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from itsdangerous import TimestampSigner

NOW = 1_900_000_000


@pytest.fixture(scope="package", autouse=True)
def still_clock() -> Iterator[None]:
    """Every signature is of the same second."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TimestampSigner, "get_timestamp", lambda _: NOW)
        yield
