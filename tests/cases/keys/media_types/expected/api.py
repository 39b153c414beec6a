"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from tests.support.acme import Housed

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    based_headers,
    complete_headers,
    given_names,
    one_media_type,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Literal

    from starlette.background import BackgroundTask

__all__ = [
    "Document",
    "Gif",
    "Labelled",
    "Notes",
    "Picture",
    "Thumbnail",
]


class Picture(Response):
    """Picture: image/png, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: Literal["image/png", "image/jpeg"] = "image/png",
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            content,
            status_code,
            headers,
            one_media_type(media_type, ("image/png", "image/jpeg")),
            background,
        )

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Labelled(Picture):
    """Labelled: application/msgpack, status 200.

    Takes media_type.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know media_type.
    """

    media_type = "application/msgpack"

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        background: BackgroundTask | None = None,
        *,
        media_type: Literal[
            "application/msgpack",
            "application/x-msgpack",
            "application/vnd.msgpack",
        ],
    ) -> None:
        super(Picture, self).__init__(
            content,
            status_code,
            headers,
            one_media_type(
                media_type,
                (
                    "application/msgpack",
                    "application/x-msgpack",
                    "application/vnd.msgpack",
                ),
            ),
            background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-label", b"1")], headers)


class Notes(Response):
    """Notes: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: Literal["text/plain", "text/markdown"] = "text/plain",
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(
            content,
            status_code,
            headers,
            one_media_type(media_type, ("text/plain", "text/markdown")),
            background,
        )

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Thumbnail(Picture):
    """Thumbnail: image/png, status 200."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [(b"x-small", b"1")], headers)


class Gif(Picture):
    """Gif: image/gif, status 200."""

    media_type = "image/gif"

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Picture, self).__init__(
            content, status_code, headers, media_type, background
        )


class Document(Housed):
    """Document: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: object,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: Literal[
            "application/json",
            "application/ld+json",
        ] = "application/json",
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=one_media_type(
                media_type, ("application/json", "application/ld+json")
            ),
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given, typed=True)
