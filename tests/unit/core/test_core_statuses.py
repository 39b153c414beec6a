"""Status codes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from http import HTTPStatus

import pytest

from respgen.core.statuses import (
    BODYLESS,
    WITH_BODY,
    any_status,
    final_status,
    locked_status,
    reason_phrase,
)

# RFC 9110 renamed these; older versions of Python have the names of RFC 7231
RENAMED = {413, 414, 416, 418, 422}


def accepted(check: Callable[[int], int]) -> set[int]:
    """The statuses that a check lets through, as they are."""
    through = set()
    for status in range(-1, 1000):
        with suppress(ValueError):
            through.add(check(status))
    return through


def test_ranges() -> None:
    """100 to 599 are statuses, 200 to 599 final ones; the tables say the same."""
    assert accepted(any_status) == set(range(100, 600))
    assert accepted(final_status) == set(range(200, 600)) == BODYLESS | WITH_BODY


@pytest.mark.parametrize("wrong", [True, False, None, "200", 200.0, b"200", 2 + 0j])
def test_wrong_types(wrong: int) -> None:
    """A status is an int, and no bool."""
    for check in (final_status, any_status):
        with pytest.raises(TypeError, match="status_code: "):
            check(wrong)


def test_enum() -> None:
    """A member of an IntEnum is an int."""
    assert final_status(HTTPStatus.CREATED) == 201


def test_locked() -> None:
    """A class with a locked status takes no other."""
    assert locked_status(201, 201) == 201
    with pytest.raises(ValueError, match="status_code: locked to 201"):
        locked_status(200, 201)


@pytest.mark.parametrize("status", sorted(set(HTTPStatus) - RENAMED))
def test_phrases(status: HTTPStatus) -> None:
    """The registered phrases, on every version of Python."""
    assert reason_phrase(status) == status.phrase


def test_unregistered() -> None:
    """A status without a name has an empty phrase."""
    assert reason_phrase(599) == ""
