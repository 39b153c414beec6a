"""Responses of starlette_shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from starlette.responses import JSONResponse

from ._framework import APPLY_CONSTANTS, ResponseError, text_detail
from ._support import (
    complete_headers,
    json_part,
    locked_status,
    problem_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

__all__ = [
    "Explained",
    "Gone",
    "Refused",
]


class Refused(JSONResponse):
    """Refused: application/json, status 400.

    Takes message.
    """

    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 400,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
    ) -> None:
        self.message = message
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"success":false,"message":%b}' % json_part("message", self.message)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(ResponseError):
        """Raised, it is answered as Refused."""

        def __init__(
            self,
            status_code: int = 400,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
        ) -> None:
            response = Refused(
                status_code, headers, media_type, background, message=message
            )
            super().__init__(response, text_detail(response))

        def response(self) -> Refused:
            return self.renewed(Refused)


class Explained(JSONResponse):
    """Explained: application/json, status 409.

    Takes message.
    """

    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
    ) -> None:
        self.message = message
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"detail":%b}' % json_part("message", self.message)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(ResponseError):
        """Raised, it is answered as Explained."""

        def __init__(
            self,
            status_code: int = 409,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
        ) -> None:
            response = Explained(
                status_code, headers, media_type, background, message=message
            )
            super().__init__(response, message)

        def response(self) -> Explained:
            return self.renewed(Explained)


class Gone(JSONResponse):
    """Gone: application/problem+json, status 410.

    Takes instance.
    """

    media_type = "application/problem+json"
    type = "about:blank"
    title = "Gone"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[410] = 410,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
    ) -> None:
        self.instance = instance
        super().__init__(
            detail, locked_status(status_code, 410), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=self.title,
            status=self.status_code,
            detail=content,
            instance=self.instance,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(ResponseError):
        """Raised, it is answered as Gone."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[410] = 410,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
        ) -> None:
            response = Gone(
                detail, status_code, headers, media_type, background, instance=instance
            )
            super().__init__(response, detail)

        def response(self) -> Gone:
            return self.renewed(Gone)
