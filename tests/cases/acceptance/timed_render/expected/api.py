"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Metrics
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "TimedJSON",
]


class TimedJSON(JSONResponse):
    """JSON that reports how long it took to make.

    Takes metrics.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know metrics.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        metrics: Metrics,
    ) -> None:
        self.metrics = metrics
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, int]) -> bytes:
        return acme.timed(content, metrics=self.metrics)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
