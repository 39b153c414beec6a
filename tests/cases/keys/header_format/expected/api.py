"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    Deferred,
    apply_fields,
    complete_headers,
    current,
    header_argument,
    middleware_of,
    text_body,
    text_field,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import datetime
    from typing import Literal

    from starlette.background import BackgroundTask

    from tests.behaviour import authors

    from ._support import (
        Middleware,
    )
else:
    authors = Deferred("tests.behaviour.authors", "authors", globals())

__all__ = [
    "Tile",
]


def apply_on_the_map(
    response: Response, /, *, box: Sequence[float] | None = None
) -> None:
    """Set the headers of the profile on_the_map on another response."""
    fields: list[tuple[bytes, bytes]] = []
    if box is not None:
        fields.append(text_field(b"content-bbox", authors.bounds(box)))
    apply_fields(response, fields)


class Tile(Response):
    """Tile: image/png, status 200.

    Takes box (Content-Bbox), x_day, x_world, x_lines.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know x_day.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "image/png"
    box: Sequence[float] | None = header_argument("box")
    x_day: datetime = header_argument("x_day")
    x_world: Sequence[float] | None = header_argument("x_world")
    x_lines: str | None = header_argument("x_lines")

    def __init__(
        self,
        content: bytes,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        box: Sequence[float] | None = None,
        x_day: datetime,
        x_world: Sequence[float] | None = (-180.0, -90.0, 180.0, 90.0),
        x_lines: str | None = None,
    ) -> None:
        self._box = box
        self._x_day = x_day
        self._x_world = x_world
        self._x_lines = x_lines
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: bytes) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._box is not None:
            fields.append(text_field(b"content-bbox", authors.bounds(self._box)))
        fields += [
            text_field(b"x-day", authors.day(self._x_day)),
            text_field(b"x-made", authors.day(current(authors.moment))),
        ]
        if self._x_world is not None:
            fields.append(text_field(b"x-world", authors.bounds(self._x_world)))
        if self._x_lines is not None:
            fields.append(text_field(b"x-lines", authors.split(self._x_lines)))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            box: Sequence[float] | None = None,
            x_day: datetime,
            x_world: Sequence[float] | None = (-180.0, -90.0, 180.0, 90.0),
            x_lines: str | None = None,
        ) -> None: ...

    else:
        apply = APPLY


if TYPE_CHECKING:

    def headers_middleware(
        profile: Literal["on_the_map"],
        /,
        *,
        methods: Collection[str] | None = None,
        below: int | None = None,
        exclude: Collection[str] = (),
        box: Sequence[float] | None = None,
    ) -> Middleware: ...

else:
    headers_middleware = middleware_of({"on_the_map": (apply_on_the_map, (), False)})
