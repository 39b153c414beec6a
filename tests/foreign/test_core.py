"""Starlette's own tests, run with core's Response and MutableHeaders in the place of Starlette's."""

from __future__ import annotations

import sys

import pytest

from tests.foreign.suites import Suite, unexpected

PARTITIONED = "Partitioned is sent on every Python; Starlette raises below 3.14"
EXCEPTIONS = {
    "test_datastructures::test_mutable_headers_from_scope": "a response's headers; ASGI scopes belong to requests",
}
if sys.version_info < (3, 14):
    EXCEPTIONS |= {
        "test_responses::test_set_cookie_raises_for_invalid_python_version[asyncio]": PARTITIONED,
        "test_responses::test_set_cookie_raises_for_invalid_python_version[trio]": PARTITIONED,
        "test_responses::test_delete_cookie_partitioned[True]": PARTITIONED,
    }
SUITE = Suite(
    "starlette",
    "1.10.0",
    tuple(
        f"test_{name}.py"
        for name in ("responses", "datastructures", "websockets", "background")
    ),
    "test_responses or mutable_headers or test_background or (test_websockets and response)",
    exceptions=EXCEPTIONS,
)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether each of Starlette's tests passed."""
    return SUITE.outcomes("core_response", tmp_path_factory.mktemp("starlette"))


def test_passes(outcomes: dict[str, bool]) -> None:
    """Every test passes but those that fail by design; where core is not in place, these pass."""
    assert not unexpected(SUITE, outcomes)


def test_many(outcomes: dict[str, bool]) -> None:
    """The tests were found: their number is no accident of a wrong selection."""
    assert len(outcomes) > 190
