"""Responses of api."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE, unmodified
from ._support import (
    Deferred,
    complete_headers,
    current,
    date_field,
    enum_value,
    list_fields,
    text_body,
    text_field,
    token_value,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from tests.behaviour import authors
else:
    authors = Deferred("tests.behaviour.authors", "authors", globals())

__all__ = [
    "Answer",
]


class Answer(PlainTextResponse):
    """Answer: text/plain, status 200.

    X-Region: Where it was made.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    not_modified = unmodified
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [
            text_field(b"x-region", current(authors.REGION)),
            date_field(b"last-modified", current(authors.moment)),
        ]
        fields += list_fields(
            b"content-language", current(authors.settings.languages), token_value
        )
        fields += list_fields(
            b"allow",
            current(authors.nothing),
            partial(enum_value, values=("GET", "HEAD")),
        )
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"x-region",), append=(b"content-language",)
        )
