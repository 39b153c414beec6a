"""Parts that are lists get further members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    apply_fields,
    complete_headers,
    filled_nonce,
    middleware_of,
    text_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from typing import Literal

    from fastapi import Response
    from starlette.background import BackgroundTask

    from ._support import (
        Middleware,
    )

__all__ = [
    "Child",
    "Closed",
    "Opened",
    "Page",
]

_BASE = (
    (b"x-content-type-options", b"nosniff"),
    (b"cache-control", b'private="Set-Cookie", no-cache, max-age=3600'),
    (b"permissions-policy", b"geolocation=(self), camera=(), microphone=*, usb=(self)"),
    (
        b"content-security-policy",
        b"default-src 'self'; script-src 'self'; object-src 'none'; style-src 'self'; sandbox allow-forms; report-to first; frame-ancestors 'none'",
    ),
    (b"reporting-endpoints", b'first="/first", second="/second"'),
    (b"nel", b'{"report_to":"first","max_age":2592000,"request_headers":["A"]}'),
)


def apply_base(response: Response, /) -> None:
    """Set the headers of the profile base on another response."""
    apply_fields(response, [*_BASE])


class Page(HTMLResponse):
    """Adds to every kind of part."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"
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
            (b"x-content-type-options", b"nosniff"),
            (
                b"cache-control",
                b'private="Set-Cookie, X-Foo", no-cache="X-Bar", max-age=7200',
            ),
            (
                b"permissions-policy",
                b'geolocation=(self "https://a.example"), camera=(self), microphone=*, usb=(), hid=(self)',
            ),
            (
                b"content-security-policy",
                b"default-src 'self'; script-src 'self' https://cdn.example; object-src 'self'; style-src 'none'; sandbox allow-forms allow-scripts; report-to second; frame-ancestors 'self'; img-src 'self' data:; frame-src 'none'",
            ),
            (b"reporting-endpoints", b'first="/first", second="/second"'),
            (
                b"nel",
                b'{"report_to":"first","max_age":86400,"request_headers":["A","B"]}',
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Child(Page):
    """Adds again, to what has been merged; a text adds as a mapping does."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            (
                b"cache-control",
                b'private="Set-Cookie, X-Foo", no-cache="X-Bar", max-age=7200',
            ),
            (
                b"permissions-policy",
                b'geolocation=(self "https://a.example"), camera=(self), microphone=*, usb=(self), hid=(self)',
            ),
            (
                b"content-security-policy",
                b"default-src 'self'; script-src 'self' https://cdn.example https://b.example; object-src 'self'; style-src 'none'; sandbox allow-forms allow-scripts; report-to second; frame-ancestors 'self'; img-src 'self' data: blob:; frame-src 'none'",
            ),
            (b"reporting-endpoints", b'first="/first", second="/second"'),
            (
                b"nel",
                b'{"report_to":"first","max_age":86400,"request_headers":["A","B"]}',
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Closed(HTMLResponse):
    """A nonce takes the place of none; without a fallback a directive stands alone."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"
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
            (b"x-content-type-options", b"nosniff"),
            (b"strict-transport-security", b"max-age=31536000"),
            (b"content-security-policy", b"script-src 'none'; style-src 'self'"),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (
                b"permissions-policy",
                b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Opened(Closed):
    """Adds to it.

    nonce: A new random value for each response, which the page's own scripts and styles
    also carry.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know nonce.
    """

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        nonce: str,
    ) -> None:
        self.nonce = nonce
        super(Closed, self).__init__(
            content, status_code, headers, media_type, background
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            (b"strict-transport-security", b"max-age=31536000"),
            text_field(
                b"content-security-policy",
                filled_nonce(
                    "content-security-policy",
                    "script-src 'nonce-{}'; style-src 'self'; img-src 'self'",
                    self.nonce,
                ),
            ),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (
                b"permissions-policy",
                b"camera=(), geolocation=(), microphone=(), payment=(), usb=()",
            ),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(  # type: ignore[override, unused-ignore]  # its own headers
            cls, response: Response, /, *, nonce: str
        ) -> None: ...


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["base"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"base": (apply_base, (), False)})
