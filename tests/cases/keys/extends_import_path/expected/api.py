"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import OrderedJSON

from ._support import (
    JsonValue,
    complete_headers,
    json_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from starlette.background import BackgroundTask

__all__ = [
    "JsonValue",
    "Nothing",
    "Ours",
    "Plain",
]


class Ours(OrderedJSON):
    """Ours: a body, status 200."""

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
        self.raw_headers = complete_headers(self, [(b"x-version", b"2")], headers)


class Plain(OrderedJSON):
    """Plain: application/json, status 200."""

    media_type = "application/json"

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        document: JsonValue = content
        return json_body(document)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Nothing(Ours):
    """Nothing: no body, status 200."""

    media_type: Any = None
    charset = "utf-8"

    def __init__(
        self,
        content: None = None,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Ours, self).__init__(None, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return b""
