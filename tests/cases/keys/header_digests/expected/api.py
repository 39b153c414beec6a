"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    DEFAULT,
    apply_class,
    complete_headers,
    digest_fields,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Constant",
    "Digested",
    "Known",
]


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
            (b"repr-digest", b"sha-256=:LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=:"),
            (b"want-repr-digest", b"sha-512=10, sha-256=3"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)


class Digested(PlainTextResponse):
    """Digested: text/plain, status 200.

    Takes digests (Content-Digest).
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    digests: Mapping[str, bytes] | None = header_argument("digests")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        digests: Mapping[str, bytes] | None = None,
    ) -> None:
        self._digests = digests
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._digests is not None:
            fields += digest_fields(b"content-digest", self._digests)
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, digests: Mapping[str, bytes] | None = None
        ) -> None: ...

    else:
        apply = APPLY


class Known(PlainTextResponse):
    """Known: text/plain, status 200.

    Takes content_digest.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    content_digest: Mapping[str, bytes] | None = header_argument("content_digest")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        content_digest: Mapping[str, bytes] | None = DEFAULT,
    ) -> None:
        if content_digest is DEFAULT:
            content_digest = {
                "sha-256": b",\xf2M\xba_\xb0\xa3\x0e&\xe8;*\xc5\xb9\xe2\x9e\x1b\x16\x1e\\\x1f\xa7B^s\x043b\x93\x8b\x98$",
            }
        self._content_digest: Mapping[str, bytes] | None = content_digest
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._content_digest is not None:
            fields += digest_fields(b"content-digest", self._content_digest)
        self.raw_headers = complete_headers(self, fields, headers)

    @classmethod
    def apply(
        cls,
        response: Response,
        /,
        *,
        content_digest: Mapping[str, bytes] | None = DEFAULT,
    ) -> None:
        if content_digest is DEFAULT:
            content_digest = {
                "sha-256": b",\xf2M\xba_\xb0\xa3\x0e&\xe8;*\xc5\xb9\xe2\x9e\x1b\x16\x1e\\\x1f\xa7B^s\x043b\x93\x8b\x98$",
            }
        apply_class(cls, response, content_digest=content_digest)
