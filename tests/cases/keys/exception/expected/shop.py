"""Responses of shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse, PlainTextResponse

from ._framework import (
    APPLY_CONSTANTS,
    RESPONSES,
    ROUTE,
    FastAPIResponseError,
    json_detail,
)
from ._support import (
    APPLY,
    complete_headers,
    header_argument,
    json_body,
    json_part,
    locked_status,
    rounded_duration_field,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import timedelta
    from typing import Any, Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Banned",
    "Explained",
    "Plain",
    "Refused",
]


class Refused(JSONResponse):
    """The shop says no.

    Takes message, code.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message.
    """

    openapi = RESPONSES
    route = ROUTE
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
        code: int = 7,
    ) -> None:
        self.message = message
        self.code = code
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b'{"success":false,"message":%b,"code":%b}' % (
            json_part("message", self.message),
            json_part("code", self.code),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Refused."""

        def __init__(
            self,
            status_code: int = 400,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
            code: int = 7,
        ) -> None:
            response = Refused(
                status_code, headers, media_type, background, message=message, code=code
            )
            super().__init__(response, json_detail(response))

        def response(self) -> Refused:
            return self.renewed(Refused)


class Banned(Refused):
    """Banned: application/json, status 403.

    Takes message, code, until.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know message, until.
    """

    def __init__(
        self,
        status_code: Literal[403] = 403,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        message: str,
        code: int = 7,
        until: str,
    ) -> None:
        self.message = message
        self.code = code
        self.until = until
        super(Refused, self).__init__(
            None, locked_status(status_code, 403), headers, media_type, background
        )

    def render(self, content: Any) -> bytes:
        return b'{"success":false,"message":%b,"until":%b}' % (
            json_part("message", self.message),
            json_part("until", self.until),
        )

    class Error(Refused.Error):
        """Raised, it is answered as Banned."""

        def __init__(
            self,
            status_code: Literal[403] = 403,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            message: str,
            code: int = 7,
            until: str,
        ) -> None:
            response = Banned(
                status_code,
                headers,
                media_type,
                background,
                message=message,
                code=code,
                until=until,
            )
            super(Refused.Error, self).__init__(response, json_detail(response))

        def response(self) -> Banned:
            return self.renewed(Banned)


class Explained(JSONResponse):
    """Explained: application/json, status 409."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str | dict[str, str],
        status_code: int = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str | dict[str, str]) -> bytes:
        return b'{"detail":%b}' % json_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Explained."""

        def __init__(
            self,
            content: str | dict[str, str],
            status_code: int = 409,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
        ) -> None:
            response = Explained(content, status_code, headers, media_type, background)
            super().__init__(response, content)

        def response(self) -> Explained:
            return self.renewed(Explained)


class Plain(PlainTextResponse):
    """Plain: text/plain, status 503.

    Takes retry_after.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know retry_after.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    retry_after: timedelta | float = header_argument("retry_after")

    def __init__(
        self,
        content: str,
        status_code: int = 503,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | float,
    ) -> None:
        self._retry_after = retry_after
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [rounded_duration_field(b"retry-after", self._retry_after, "up")]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, retry_after: timedelta | float
        ) -> None: ...

    else:
        apply = APPLY

    class Error(FastAPIResponseError):
        """Raised, it is answered as Plain."""

        def __init__(
            self,
            content: str,
            status_code: int = 503,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            retry_after: timedelta | float,
        ) -> None:
            response = Plain(
                content,
                status_code,
                headers,
                media_type,
                background,
                retry_after=retry_after,
            )
            super().__init__(response)

        def response(self) -> Plain:
            return self.renewed(Plain)
