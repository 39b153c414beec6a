"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    DEFAULT,
    Challenge,
    apply_class,
    challenge_field,
    complete_headers,
    header_argument,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Challenge",
    "Forgiving",
    "Refused",
    "Text",
    "Unauthorized",
]


class Unauthorized(PlainTextResponse):
    """Unauthorized: text/plain, status 401."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(
            self, [(b"www-authenticate", b'Bearer realm="shop"')], headers
        )


class Refused(PlainTextResponse):
    """Refused: text/plain, status 401.

    Takes challenges (WWW-Authenticate).
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know challenges.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    challenges: Sequence[Challenge] = header_argument("challenges")

    def __init__(
        self,
        content: str,
        status_code: int = 401,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        challenges: Sequence[Challenge],
    ) -> None:
        self._challenges = challenges
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [challenge_field(b"www-authenticate", self._challenges)]
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls, response: Response, /, *, challenges: Sequence[Challenge]
        ) -> None: ...

    else:
        apply = APPLY


class Forgiving(PlainTextResponse):
    """Forgiving: text/plain, status 200.

    Takes www_authenticate.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    www_authenticate: Sequence[Challenge] | None = header_argument("www_authenticate")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        www_authenticate: Sequence[Challenge] | None = DEFAULT,
    ) -> None:
        if www_authenticate is DEFAULT:
            www_authenticate = (
                Challenge("Negotiate", "YII="),
                Challenge("Basic", {"realm": "shop"}),
            )
        self._www_authenticate: Sequence[Challenge] | None = www_authenticate
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._www_authenticate is not None:
            fields.append(challenge_field(b"www-authenticate", self._www_authenticate))
        self.raw_headers = complete_headers(self, fields, headers)

    @classmethod
    def apply(
        cls,
        response: Response,
        /,
        *,
        www_authenticate: Sequence[Challenge] | None = DEFAULT,
    ) -> None:
        if www_authenticate is DEFAULT:
            www_authenticate = (
                Challenge("Negotiate", "YII="),
                Challenge("Basic", {"realm": "shop"}),
            )
        apply_class(cls, response, www_authenticate=www_authenticate)


class Text(PlainTextResponse):
    """Text: text/plain, status 407."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 407,
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
                    b"proxy-authenticate",
                    b'Digest realm="proxy", algorithm=SHA-256, nonce="abc"',
                ),
            ],
            headers,
        )
