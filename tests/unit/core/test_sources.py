"""`current`: settings are read, functions are called."""

from datetime import UTC, datetime

import pytest

from respgen.core.sources import current


@pytest.mark.parametrize(
    ("source", "value"),
    [
        pytest.param("example.com", "example.com", id="a value"),
        pytest.param(None, None, id="none"),
        pytest.param(lambda: "made", "made", id="a function"),
        pytest.param(
            datetime(2026, 1, 31, tzinfo=UTC).isoformat,
            "2026-01-31T00:00:00+00:00",
            id="a method",
        ),
    ],
)
def test_a_callable_is_called_and_a_value_is_read(
    source: object, value: object
) -> None:
    """What an import path leads to gives the value of this moment."""
    assert current(source) == value
