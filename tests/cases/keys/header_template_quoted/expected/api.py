"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    complete_headers,
    filled,
    quoted_part,
    text_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Denied",
]


class Denied(PlainTextResponse):
    """Denied: text/plain, status 401.

    Takes realm, path, at.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know realm, path.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"

    def __init__(
        self,
        content: str,
        status_code: int = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        realm: str,
        path: str,
        at: int | None = None,
    ) -> None:
        self.realm = realm
        self.path = path
        self.at = at
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            text_field(
                b"www-authenticate",
                filled(
                    "www-authenticate",
                    'Bearer realm="{}", error="invalid_token"',
                    quoted_part("www-authenticate", self.realm),
                ),
            ),
            text_field(
                b"content-disposition",
                filled(
                    "content-disposition",
                    'attachment; filename="{}-{}.pdf"',
                    quoted_part("content-disposition", self.realm),
                    quoted_part("content-disposition", self.realm),
                ),
            ),
            text_field(
                b"link",
                filled(
                    "link",
                    '<{}>; rel="help"; title="About \\"{}\\""',
                    self.path,
                    quoted_part("link", self.realm),
                ),
            ),
            text_field(
                b"x-outside", filled("x-outside", '"fixed" {} "fixed"', self.realm)
            ),
            text_field(b"x-open", filled("x-open", '5" {}', self.realm)),
        ]
        if self.at is not None:
            fields.append(
                text_field(
                    b"x-at",
                    filled("x-at", '"{}" {}', quoted_part("x-at", self.realm), self.at),
                )
            )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, realm: str, path: str, at: int | None = None
        ) -> None: ...

    else:
        apply = APPLY
