"""A custom renderer gets a required object, which is set before the base's constructor runs."""

from __future__ import annotations

import pytest
from case_timed_render.api import TimedJSON

from tests.support import acme


def the_renderer_uses_the_object() -> None:
    metrics = acme.Metrics()
    response = TimedJSON({"a": 1}, metrics=metrics)
    assert response.body == b'{"a": 1}'
    assert metrics.seconds["render"] >= 0


def the_object_is_required() -> None:
    with pytest.raises(TypeError, match="metrics"):
        TimedJSON({"a": 1})  # type: ignore[call-arg] # pyright: ignore[reportCallIssue] # what this is about
