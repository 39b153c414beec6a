"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    CacheControl,
    JsonValue,
    Link,
    cache_control_fields,
    complete_headers,
    content_disposition_field,
    header_argument,
    json_field,
    link_fields,
    media_type_field,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "CacheControl",
    "Constant",
    "Described",
    "JsonValue",
    "Link",
]


class Described(PlainTextResponse):
    """Described: text/plain, status 200.

    Takes content_disposition, link, cache_control, x_filter, accept_patch.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    content_disposition: str | None = header_argument("content_disposition")
    link: Sequence[Link] | None = header_argument("link")
    cache_control: CacheControl | None = header_argument("cache_control")
    x_filter: JsonValue | None = header_argument("x_filter")
    accept_patch: str | None = header_argument("accept_patch")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_disposition: str | None = None,
        link: Sequence[Link] | None = None,
        cache_control: CacheControl | None = None,
        x_filter: JsonValue | None = None,
        accept_patch: str | None = None,
    ) -> None:
        self._content_disposition = content_disposition
        self._link = link
        self._cache_control = cache_control
        self._x_filter = x_filter
        self._accept_patch = accept_patch
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._content_disposition is not None:
            fields.append(
                content_disposition_field(
                    b"content-disposition", self._content_disposition
                )
            )
        if self._link is not None:
            fields += link_fields(b"link", self._link)
        if self._cache_control is not None:
            fields += cache_control_fields(b"cache-control", self._cache_control)
        if self._x_filter is not None:
            fields.append(json_field(b"x-filter", self._x_filter))
        if self._accept_patch is not None:
            fields.append(media_type_field(b"accept-patch", self._accept_patch))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            content_disposition: str | None = None,
            link: Sequence[Link] | None = None,
            cache_control: CacheControl | None = None,
            x_filter: JsonValue | None = None,
            accept_patch: str | None = None,
        ) -> None: ...

    else:
        apply = APPLY


class Constant(PlainTextResponse):
    """Constant: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (
                b"content-disposition",
                b'attachment; filename="Gro_e \\"L\\".pdf"; filename*=UTF-8\'\'Gr%C3%B6%C3%9Fe%20%22L%22.pdf',
            ),
            (b"link", b'</items?page=2>; rel="next"; title="Next"'),
            (b"cache-control", b"public, max-age=3600"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
