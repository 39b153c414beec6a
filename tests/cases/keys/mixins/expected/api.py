"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from tests.support.acme import Counted, Named, Sorted, Titles

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    JsonValue,
    based_headers,
    complete_headers,
    given_names,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Hall",
    "JsonValue",
    "Neat",
    "Ordered",
    "Plain",
    "Room",
]


class Plain(Titles, JSONResponse):
    """Plain: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json

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
        self.raw_headers = complete_headers(self, [], headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /) -> None: ...

    else:
        apply = APPLY


class Room(Counted, Titles, JSONResponse):
    """Room: application/json, status 200.

    Takes room.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    render = render_json

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        room: str = "hall",
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            room=room,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(
            self, [(b"x-version", b"1")], headers, self._given, typed=True
        )

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /) -> None: ...

    else:
        apply = APPLY


class Hall(Named, Plain):
    """Hall: application/json, status 200."""


class Ordered(Sorted, JSONResponse):
    """Ordered: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /) -> None: ...

    else:
        apply = APPLY


class Neat(Sorted, Plain):
    """Neat: application/json, status 200."""

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Plain, self).__init__(
            content, status_code, headers, media_type, background
        )
