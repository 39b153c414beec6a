"""What actions of the shop answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    json_member,
    json_object,
    json_part,
    locked_status,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Done",
    "Failed",
]


class Done(JSONResponse):
    """An action is done, or why it is not.

    Takes success, message.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know success, message.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        success: bool,
        message: str,
    ) -> None:
        self.success = success
        self.message = message
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"success":%b,"message":%b}' % (
            json_part("success", self.success),
            json_part("message", self.message),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Failed(JSONResponse):
    """An action that failed, always with the same status.

    Takes message, hint.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: Literal[409] = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
        hint: str | None = None,
    ) -> None:
        self.message = message
        self.hint = hint
        super().__init__(
            None, locked_status(status_code, 409), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return json_object(
            b'"success":false,"message":%b' % json_part("message", self.message),
            json_member(b'"hint":', "hint", self.hint),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
