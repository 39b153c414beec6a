"""Examples that documents show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse, PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, FastAPIResponseError
from ._support import (
    APPLY,
    complete_headers,
    date_field,
    header_argument,
    json_member,
    json_object,
    json_part,
    locked_status,
    one_status,
    problem_body,
    reason_phrase,
    render_json,
    rounded_duration_field,
    text_part,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime, timedelta
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

__all__ = [
    "Late",
    "Names",
    "Note",
    "Refused",
]


class Refused(JSONResponse):
    """Why nobody was registered.

    Takes retry_after, x_seen, code, again.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know code.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    retry_after: timedelta | float | None = header_argument("retry_after")
    x_seen: datetime | None = header_argument("x_seen")

    def __init__(
        self,
        status_code: Literal[400] = 400,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | float | None = None,
        x_seen: datetime | None = None,
        code: str,
        again: bool | None = None,
    ) -> None:
        self._retry_after = retry_after
        self._x_seen = x_seen
        self.code = code
        self.again = again
        super().__init__(
            None, locked_status(status_code, 400), headers, media_type, background
        )

    def render(self, content: None) -> bytes:
        return json_object(
            b'"code":%b' % json_part("code", self.code),
            json_member(b'"again":', "again", self.again),
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._retry_after is not None:
            fields.append(
                rounded_duration_field(b"retry-after", self._retry_after, "up")
            )
        if self._x_seen is not None:
            fields.append(date_field(b"x-seen", self._x_seen))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            retry_after: timedelta | float | None = None,
            x_seen: datetime | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Names(JSONResponse):
    """Names: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Note(PlainTextResponse):
    """Note: text/plain, status 200.

    Takes name.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know name.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        name: str,
    ) -> None:
        self.name = name
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b"Hello, %b." % text_part("name", self.name)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Late(JSONResponse):
    """Late: application/problem+json, status 409.

    Takes instance, hours.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know hours.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/problem+json"
    type = "about:blank"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        detail: str | None = None,
        status_code: Literal[409, 410] = 409,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        instance: str | URL | None = None,
        hours: int,
    ) -> None:
        self.instance = instance
        self.hours = hours
        super().__init__(
            detail, one_status(status_code, (409, 410)), headers, media_type, background
        )

    def render(self, content: str | None) -> bytes:
        return problem_body(
            type=self.type,
            title=reason_phrase(self.status_code),
            status=self.status_code,
            detail=content,
            instance=self.instance,
            hours=self.hours,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    class Error(FastAPIResponseError):
        """Raised, it is answered as Late."""

        def __init__(
            self,
            detail: str | None = None,
            status_code: Literal[409, 410] = 409,
            headers: Mapping[str, str] | None = None,
            media_type: str | None = None,
            background: BackgroundTask | None = None,
            *,
            instance: str | URL | None = None,
            hours: int,
        ) -> None:
            response = Late(
                detail,
                status_code,
                headers,
                media_type,
                background,
                instance=instance,
                hours=hours,
            )
            super().__init__(response, detail)

        def response(self) -> Late:
            return self.renewed(Late)
