"""Responses of api."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from fastapi import Response
from msgspec.json import encode
from orjson import dumps
from pydantic import TypeAdapter

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    JsonValue,
    complete_headers,
    json_body,
    json_lines,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from collections.abc import Sequence as AbcSequence
    from decimal import Decimal

    from starlette.background import BackgroundTask

    from tests.support import acme
    from tests.support.acme import Parcel, Profile
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "JsonValue",
    "Lines",
    "Models",
    "Sequence",
    "Structs",
]


@cache
def _profile_adapter() -> TypeAdapter[Profile]:
    return TypeAdapter(acme.Profile)


class Lines(Response):
    """Lines: application/x-ndjson, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Iterable[JsonValue],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Iterable[JsonValue]) -> bytes:
        return json_lines(content, json_body)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Models(Response):
    """Models: application/x-ndjson, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-ndjson"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[Profile],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[Profile]) -> bytes:
        return json_lines(content, _profile_adapter().dump_json)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Sequence(Response):
    """Sequence: application/json-seq, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json-seq"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: AbcSequence[Parcel],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: AbcSequence[Parcel]) -> bytes:
        return json_lines(content, dumps, b"\x1e")

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Structs(Response):
    """Structs: application/jsonl, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/jsonl"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: Iterable[Decimal],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: Iterable[Decimal]) -> bytes:
        return json_lines(content, encode)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
