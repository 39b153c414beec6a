"""Further keyword-only parameters, kept on the instance before anything is rendered."""

import inspect

import pytest
from case_params.api import Measured, Narrower


class Timed(Measured):
    def render(self, content: str) -> bytes:
        self.metrics["rendered"] = 1.0
        return super().render(content)


def are_kept() -> None:
    response = Measured("", metrics={})
    assert (response.metrics, response.locale, response.limit) == ({}, "en", None)
    assert response.exact is False


def are_there_for_the_renderer() -> None:
    metrics: dict[str, float] = {}
    Timed("text", metrics=metrics)
    assert metrics == {"rendered": 1.0}


def are_keywords() -> None:
    parameters = inspect.signature(Measured).parameters.values()
    keywords = [p.name for p in parameters if p.kind is p.KEYWORD_ONLY]
    assert keywords == ["metrics", "locale", "limit", "exact"]
    with pytest.raises(TypeError, match="metrics"):
        Measured("")  # type: ignore[call-arg]  # what is tried


def a_childs_own_takes_the_place() -> None:
    assert Narrower("", metrics={}).limit == 10
