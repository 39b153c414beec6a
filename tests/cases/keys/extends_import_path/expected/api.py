"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import OrderedJSON

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    JsonValue,
    based_headers,
    given_names,
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

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(
            self, [(b"x-version", b"2")], headers, self._given
        )


class Plain(OrderedJSON):
    """Plain: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def render(self, content: Any) -> bytes:
        document: JsonValue = content
        return json_body(document)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(self, [], headers, self._given, typed=True)


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
        self._given = given_names(headers)
        super(Ours, self).__init__(
            None,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def render(self, content: Any) -> bytes:
        return b""
