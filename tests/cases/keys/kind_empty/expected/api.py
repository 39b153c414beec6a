"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    etag_field,
    header_argument,
    url_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask
    from starlette.datastructures import URL

__all__ = [
    "Moved",
    "NoContent",
    "NotModified",
    "Reset",
]


class NoContent(Response):
    """NoContent: no body, status 204."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: None = None,
        status_code: int = 204,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Reset(Response):
    """Reset: no body, status 205."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: None = None,
        status_code: int = 205,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class NotModified(Response):
    """NotModified: no body, status 304.

    Takes etag.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know etag.
    """

    openapi = RESPONSES
    route = ROUTE
    etag: str = header_argument("etag")

    def __init__(
        self,
        content: None = None,
        status_code: int = 304,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        etag: str,
    ) -> None:
        self._etag = etag
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [etag_field(b"etag", self._etag)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, etag: str) -> None: ...

    else:
        apply = APPLY


class Moved(Response):
    """Moved: no body, status 308.

    Takes location.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know location.
    """

    openapi = RESPONSES
    route = ROUTE
    location: str | URL = header_argument("location")

    def __init__(
        self,
        content: None = None,
        status_code: int = 308,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        location: str | URL,
    ) -> None:
        self._location = location
        super().__init__(None, status_code, headers, media_type, background)

    def render(self, content: None) -> bytes:
        return b""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [url_field(b"location", self._location)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, location: str | URL) -> None: ...

    else:
        apply = APPLY
