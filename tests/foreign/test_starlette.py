"""Starlette's own tests of responses, exceptions and routing, with generated classes for its own."""

from __future__ import annotations

import pytest

from tests.foreign.suites import Suite, stand_ins, unexpected

LOOPS = ("asyncio", "trio")
EXCEPTIONS = {
    "test_response_phrase": "123 is no status that ends an exchange (RFC 9110 15.2)",
    "test_file_response_with_chinese_filename": "old clients are given a filename, too (RFC 6266 4.3)",
    "test_streaming_response_on_client_disconnects": "a client that leaves is noticed while nothing is sent",
}
SUITE = Suite(
    "starlette",
    "1.10.0",
    ("test_responses.py", "test_exceptions.py", "test_routing.py"),
    exceptions={
        f"test_responses::{name}[{loop}]": reason
        for name, reason in EXCEPTIONS.items()
        for loop in LOOPS
    },
)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Whether each of Starlette's tests passed."""
    folder = tmp_path_factory.mktemp("starlette")
    stand_ins(folder)
    return SUITE.outcomes("generated_classes", folder)


@pytest.mark.slow
def test_passes(outcomes: dict[str, bool]) -> None:
    """Every test passes but those that fail by design; without our classes these pass."""
    assert not unexpected(SUITE, outcomes)


@pytest.mark.slow
def test_many(outcomes: dict[str, bool]) -> None:
    """The tests were found: their number is no accident of a wrong selection."""
    assert len(outcomes) == 318
