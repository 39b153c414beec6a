"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse
from msgspec.json import encode

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any, Literal

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Parcel as AcmeParcel

    from ._support import (
        MsgspecContent,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Chosen",
    "Parcel",
    "Quick",
    "Sorted",
]


class Quick(JSONResponse):
    """Quick: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: MsgspecContent,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: MsgspecContent) -> bytes:
        return encode(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Sorted(JSONResponse):
    """Sorted: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: set[int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: set[int]) -> bytes:
        return encode(content, order="sorted")

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Chosen(JSONResponse):
    """Chosen: application/json, status 200.

    order: How mappings and sets are ordered.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        order: Literal["deterministic", "sorted"] | None = None,
    ) -> None:
        self.order: Literal["deterministic", "sorted"] | None = order
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Any) -> bytes:
        return encode(content, enc_hook=acme.listed, order=self.order)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Parcel(JSONResponse):
    """Parcel: application/json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[AcmeParcel],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        _: MsgspecContent = content
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[AcmeParcel]) -> bytes:
        return encode(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
