"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    Link,
    complete_headers,
    header_argument,
    link_fields,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Given",
    "Link",
    "Page",
    "Text",
]


class Page(PlainTextResponse):
    """Page: text/plain, status 200."""

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
        self.raw_headers = complete_headers(
            self,
            [
                (
                    b"link",
                    b'</items?page=2>; rel="next", </style.css>; rel="preload"; as="style"; title*=UTF-8\'\'Gr%C3%B6%C3%9Fe',
                ),
            ],
            headers,
        )


class Text(PlainTextResponse):
    """Text: text/plain, status 200."""

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
        self.raw_headers = complete_headers(
            self,
            [
                (
                    b"link",
                    b'</a,b>; rel="next"; type="text/html"; crossorigin, <>; rel="self up"',
                ),
            ],
            headers,
        )


class Given(PlainTextResponse):
    """Given: text/plain, status 200.

    Takes links (Link).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know links.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    links: Sequence[Link] = header_argument("links")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        links: Sequence[Link],
    ) -> None:
        self._links = links
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        fields += link_fields(b"link", self._links)
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, links: Sequence[Link]) -> None: ...

    else:
        apply = APPLY
