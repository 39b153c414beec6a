"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, FastAPIResponseError
from ._support import (
    complete_headers,
    json_part,
    locked_status,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Unauthorized",
]


class Unauthorized(JSONResponse):
    """The bearer token is missing.

    Takes message.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[401] = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
    ) -> None:
        self.message = message
        super().__init__(
            None, locked_status(status_code, 401), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return b'{"detail":%b}' % json_part("message", self.message)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"www-authenticate", b"Bearer")], headers
        )

    class Error(FastAPIResponseError):
        """Raised, it is answered as Unauthorized."""

        def __init__(
            self,
            status_code: Literal[401] = 401,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
        ) -> None:
            response = Unauthorized(
                status_code, headers, media_type, background, message=message
            )
            super().__init__(response, message)

        def response(self) -> Unauthorized:
            return self.renewed(Unauthorized)
