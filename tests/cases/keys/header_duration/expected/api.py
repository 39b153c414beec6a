"""Responses of api."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    Deferred,
    complete_headers,
    current,
    duration_field,
    header_argument,
    list_fields,
    rounded_duration_field,
    rounded_duration_value,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

    from fastapi import Response
    from starlette.background import BackgroundTask

    from tests.behaviour import authors
else:
    authors = Deferred("tests.behaviour.authors", "authors", globals())

__all__ = [
    "Rounded",
    "Typed",
]


class Typed(PlainTextResponse):
    """Typed: text/plain, status 200.

    Takes retry_after, age.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know retry_after.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    retry_after: timedelta | float = header_argument("retry_after")
    age: timedelta | int | None = header_argument("age")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | float,
        age: timedelta | int | None = 900,
    ) -> None:
        self._retry_after = retry_after
        self._age = age
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [rounded_duration_field(b"retry-after", self._retry_after, "up")]
        if self._age is not None:
            fields.append(duration_field(b"age", self._age))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            retry_after: timedelta | float,
            age: timedelta | int | None = 900,
        ) -> None: ...

    else:
        apply = APPLY


class Rounded(PlainTextResponse):
    """Rounded: text/plain, status 200.

    Takes retry_after, age, x_steps.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    retry_after: timedelta | int | None = header_argument("retry_after")
    age: timedelta | float | None = header_argument("age")
    x_steps: Sequence[timedelta | float] | None = header_argument("x_steps")

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        retry_after: timedelta | int | None = None,
        age: timedelta | float | None = None,
        x_steps: Sequence[timedelta | float] | None = None,
    ) -> None:
        self._retry_after = retry_after
        self._age = age
        self._x_steps = x_steps
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._retry_after is not None:
            fields.append(duration_field(b"retry-after", self._retry_after))
        if self._age is not None:
            fields.append(rounded_duration_field(b"age", self._age, "down"))
        if self._x_steps is not None:
            fields += list_fields(
                b"x-steps",
                self._x_steps,
                partial(rounded_duration_value, rounding="up"),
            )
        fields.append(rounded_duration_field(b"x-left", current(authors.left), "up"))
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
            *,
            retry_after: timedelta | int | None = None,
            age: timedelta | float | None = None,
            x_steps: Sequence[timedelta | float] | None = None,
        ) -> None: ...

    else:
        apply = APPLY
