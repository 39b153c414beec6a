"""Responses of api."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    Deferred,
    JsonValue,
    complete_headers,
    current,
    enum_value,
    field_value,
    header_argument,
    list_fields,
    number_value,
    spaced_json_value,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Literal

    from starlette.background import BackgroundTask

    from tests.behaviour import authors
else:
    authors = Deferred("tests.behaviour.authors", "authors", globals())

__all__ = [
    "JsonValue",
    "Tile",
]


class Tile(Response):
    """Tile: image/png, status 200.

    Takes x_bounds, x_scopes, x_layers, x_filters.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_bounds.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
    x_bounds: Sequence[float] = header_argument("x_bounds")
    x_scopes: Sequence[str] | None = header_argument("x_scopes")
    x_layers: Sequence[Literal["roads, paths", "water"]] | None = header_argument(
        "x_layers"
    )
    x_filters: Sequence[JsonValue] | None = header_argument("x_filters")

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_bounds: Sequence[float],
        x_scopes: Sequence[str] | None = ("read", "write"),
        x_layers: Sequence[Literal["roads, paths", "water"]] | None = None,
        x_filters: Sequence[JsonValue] | None = None,
    ) -> None:
        self._x_bounds = x_bounds
        self._x_scopes = x_scopes
        self._x_layers = x_layers
        self._x_filters = x_filters
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        fields += list_fields(b"x-bounds", self._x_bounds, number_value, b",")
        fields.append((b"x-size", b"256x512"))
        if self._x_scopes is not None:
            fields += list_fields(b"x-scopes", self._x_scopes, field_value, b" ")
        if self._x_layers is not None:
            fields += list_fields(
                b"x-layers",
                self._x_layers,
                partial(enum_value, values=("roads, paths", "water")),
                b" | ",
            )
        if self._x_filters is not None:
            fields += list_fields(
                b"x-filters", self._x_filters, spaced_json_value, b";"
            )
        fields += list_fields(
            b"x-regions", current(authors.settings.languages), field_value, b"; "
        )
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            x_bounds: Sequence[float],
            x_scopes: Sequence[str] | None = ("read", "write"),
            x_layers: Sequence[Literal["roads, paths", "water"]] | None = None,
            x_filters: Sequence[JsonValue] | None = None,
        ) -> None: ...

    else:
        apply = APPLY
