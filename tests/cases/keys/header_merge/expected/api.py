"""Constants that add to what a profile or a parent sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import HTMLResponse, JSONResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    JsonValue,
    apply_fields,
    complete_headers,
    filled_nonce,
    middleware_of,
    render_json,
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
    "JsonValue",
    "Metric",
    "Page",
    "Text",
]

_BASE = (
    (b"vary", b"Accept"),
    (b"cache-control", b"no-store"),
    (b"link", b'</a>; rel="next"'),
    (b"server-timing", b"db;dur=3, cache"),
    (b"reporting-endpoints", b'default="https://reports.example/all"'),
    (b"nel", b'{"report_to":"default","max_age":86400}'),
    (
        b"report-to",
        b'{"group":"default","max_age":86400,"endpoints":[{"url":"https://reports.example/all"}]}',
    ),
    (b"ratelimit-policy", b'"burst";q=100;w=60, "daily";q=1000;w=86400'),
    (b"www-authenticate", b'Bearer realm="shop"'),
    (b"clear-site-data", b'"cache"'),
    (b"access-control-allow-methods", b"GET"),
    (b"repr-digest", b"sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:"),
)


def apply_base(response: Response, /) -> None:
    """Set the headers of the profile base on another response."""
    apply_fields(response, [*_BASE])


class Page(HTMLResponse):
    """A page with a nonce.

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
            (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
            text_field(
                b"content-security-policy",
                filled_nonce(
                    "content-security-policy",
                    "default-src 'none'; script-src 'self' 'nonce-{}'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                    self.nonce,
                ),
            ),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (
                b"permissions-policy",
                b"geolocation=(), microphone=(), payment=(), usb=(), hid=()",
            ),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
            (b"vary", b"accept, Cookie"),
            (b"cache-control", b"max-age=60"),
            (b"link", b'</a>; rel="next", </b>; rel="prev"'),
            (b"server-timing", b"db;dur=4, cache, app"),
            (
                b"reporting-endpoints",
                b'default="https://reports.example/all", csp="/reports"',
            ),
            (b"nel", b'{"report_to":"default","max_age":172800}'),
            (
                b"report-to",
                b'{"group":"default","max_age":86400,"endpoints":[{"url":"https://reports.example/all"}]}',
            ),
            (b"ratelimit-policy", b'"burst";q=10;w=1'),
            (b"www-authenticate", b'Bearer realm="shop", Basic realm="shop"'),
            (b"clear-site-data", b'"cache", "cookies"'),
            (b"access-control-allow-methods", b"GET, PUT"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /, *, nonce: str) -> None: ...

    else:
        apply = APPLY


class Child(Page):
    """Inherits the nonce, and adds a host and a hash.

    nonce: A new random value for each response, which the page's own scripts and styles
    also carry.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know nonce.
    """

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            (b"strict-transport-security", b"max-age=31536000; includeSubDomains"),
            text_field(
                b"content-security-policy",
                filled_nonce(
                    "content-security-policy",
                    "default-src 'none'; script-src 'self' 'nonce-{}'; img-src 'self' data:; font-src 'self' https://fonts.example; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; style-src 'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
                    self.nonce,
                ),
            ),
            (b"referrer-policy", b"strict-origin-when-cross-origin"),
            (
                b"permissions-policy",
                b"geolocation=(), microphone=(), payment=(), usb=(), hid=()",
            ),
            (b"cross-origin-opener-policy", b"same-origin"),
            (b"cross-origin-resource-policy", b"same-origin"),
            (b"vary", b"accept, Cookie, Origin"),
            (b"cache-control", b"max-age=5"),
            (b"link", b'</a>; rel="next", </b>; rel="prev"'),
            (b"server-timing", b"db;dur=4, cache, app"),
            (
                b"reporting-endpoints",
                b'default="https://reports.example/all", csp="/reports"',
            ),
            (b"nel", b'{"report_to":"default","max_age":172800}'),
            (
                b"report-to",
                b'{"group":"default","max_age":86400,"endpoints":[{"url":"https://reports.example/all"}]}',
            ),
            (b"ratelimit-policy", b'"burst";q=10;w=1'),
            (b"www-authenticate", b'Bearer realm="shop", Basic realm="shop"'),
            (b"clear-site-data", b'"cache", "cookies"'),
            (b"access-control-allow-methods", b"GET, PUT"),
        ]
        self.raw_headers = complete_headers(self, fields, headers, locked=(b"vary",))


class Text(JSONResponse):
    """A text adds to a text."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"x-content-type-options", b"nosniff"),
            (b"strict-transport-security", b"max-age=31536000"),
            (
                b"content-security-policy",
                b"default-src 'none'; frame-ancestors 'self'; sandbox",
            ),
            (b"referrer-policy", b"no-referrer"),
            (b"cross-origin-resource-policy", b"cross-origin"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Metric(JSONResponse):
    """A metric and an endpoint may be called merge."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            (b"server-timing", b"merge;dur=1"),
            (b"reporting-endpoints", b'merge="/reports"'),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


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
