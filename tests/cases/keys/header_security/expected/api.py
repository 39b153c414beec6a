"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse, PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
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
    "Empty",
    "Mapped",
    "Scripted",
    "Written",
]

_FORMS = (
    (b"strict-transport-security", b"max-age=63072000; includeSubDomains; preload"),
    (
        b"content-security-policy",
        b"default-src 'self'; img-src 'self' https://images.example data:; object-src 'none'; sandbox allow-scripts allow-forms; report-to default; upgrade-insecure-requests; style-src 'self' 'sha256-mX+s7KJgWpgxJola85xdpAFPBQaV091gzM2oPjgTW2w='",
    ),
    (
        b"permissions-policy",
        b'camera=(), fullscreen=*, geolocation=(self "https://maps.example"), microphone=(self);report-to="default"',
    ),
    (b"referrer-policy", b"no-referrer, strict-origin-when-cross-origin"),
    (b"clear-site-data", b'"cache", "cookies"'),
    (
        b"reporting-endpoints",
        b'default="https://reports.example/all", csp="/reports/csp"',
    ),
    (b"nel", b'{"report_to":"default","max_age":2592000,"success_fraction":0.05}'),
    (
        b"report-to",
        b'{"group":"default","max_age":2592000,"endpoints":[{"url":"https://reports.example/all"}]}',
    ),
    (b"access-control-allow-origin", b"https://app.example"),
    (b"access-control-allow-methods", b"GET, PUT"),
    (b"access-control-allow-headers", b"Content-Type, X-Request-ID"),
    (b"access-control-expose-headers", b"ETag"),
    (b"access-control-max-age", b"86400"),
)

_TEXTS = (
    (b"content-security-policy", b"default-src 'self'; img-src *"),
    (b"permissions-policy", b"camera=(), fullscreen=*"),
    (b"referrer-policy", b"no-referrer"),
    (b"clear-site-data", b'"cache", "cookies"'),
    (b"cross-origin-opener-policy", b'same-origin;report-to="default"'),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"origin-agent-cluster", b"?1"),
    (b"x-frame-options", b"DENY"),
    (b"access-control-allow-origin", b"https://app.example"),
    (b"access-control-allow-methods", b"GET, PUT"),
)


def apply_forms(response: Response, /) -> None:
    """Set the headers of the profile forms on another response."""
    apply_fields(response, [*_FORMS], append=(b"access-control-expose-headers",))


def apply_texts(response: Response, /) -> None:
    """Set the headers of the profile texts on another response."""
    apply_fields(response, [*_TEXTS])


class Mapped(PlainTextResponse):
    """Mapped: text/plain, status 200."""

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
            self, [*_FORMS], headers, append=(b"access-control-expose-headers",)
        )


class Written(PlainTextResponse):
    """Written: text/plain, status 200."""

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
        self.raw_headers = complete_headers(self, [*_TEXTS], headers)


class Scripted(HTMLResponse):
    """A page whose inline scripts carry the nonce of their response.

    nonce: A new random value for each response, which the page's own scripts and styles
    also carry.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know nonce.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/html"

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
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            text_field(
                b"content-security-policy",
                filled_nonce(
                    "content-security-policy",
                    "default-src 'self'; script-src 'self' 'nonce-{}'; style-src 'self' 'nonce-{}'",
                    self.nonce,
                    self.nonce,
                ),
            ),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, nonce: str) -> None: ...

    else:
        apply = APPLY


class Empty(PlainTextResponse):
    """Empty: text/plain, status 200."""

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
        self.raw_headers = complete_headers(self, [], headers)


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["forms", "texts"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of(
        {
            "forms": (apply_forms, (b"access-control-expose-headers",), False),
            "texts": (apply_texts, (), False),
        }
    )
