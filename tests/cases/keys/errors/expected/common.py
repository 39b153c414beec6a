"""Responses of common."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, FastAPIResponseError
from ._support import (
    complete_headers,
    one_status,
    problem_body,
    reason_phrase,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

__all__ = [
    "Problem",
]


class Problem(JSONResponse):
    """Problem: application/problem+json, status 400.

    Takes instance.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[400, 404, 409] = 400,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            detail,
            one_status(status_code, (400, 404, 409)),
            headers,
            media_type,
            background,
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=reason_phrase(self.status_code),
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"cache-control", b"no-store")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Problem."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[400, 404, 409] = 400,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = Problem(
                detail, status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, detail)

        def response(self) -> Problem:
            return self.renewed(Problem)
