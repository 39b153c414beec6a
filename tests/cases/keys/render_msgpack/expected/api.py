"""Responses of api."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from fastapi import Response
from msgspec.msgpack import encode
from ormsgpack import OPT_NON_STR_KEYS, OPT_SERIALIZE_PYDANTIC, packb

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime
    from typing import Literal

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Profile

    from ._support import (
        MsgspecContent,
    )
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Dated",
    "Keyed",
    "Labelled",
    "Packed",
]

msgpack_packb: Callable[..., bytes] = import_module("msgpack").packb


class Packed(Response):
    """Packed: application/msgpack, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/msgpack"
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


class Labelled(Response):
    """Labelled: application/x-msgpack, status 200.

    order: How msgspec orders mappings and sets.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-msgpack"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, int],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        order: Literal["deterministic", "sorted"] | None = None,
    ) -> None:
        self.order: Literal["deterministic", "sorted"] | None = order
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, int]) -> bytes:
        return encode(content, order=self.order)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Keyed(Response):
    """Keyed: application/msgpack, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/msgpack"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[int, Profile],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        _: MsgspecContent = content
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[int, Profile]) -> bytes:
        return packb(content, option=OPT_NON_STR_KEYS | OPT_SERIALIZE_PYDANTIC)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Dated(Response):
    """Dated: application/msgpack, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/msgpack"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, datetime | list[int]],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, datetime | list[int]]) -> bytes:
        return msgpack_packb(content, default=acme.listed, datetime=True)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
