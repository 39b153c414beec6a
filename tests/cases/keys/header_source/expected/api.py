"""Responses of api."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from fastapi import Response
from starlette.background import BackgroundTask
from tests.behaviour.authors import REGION, moment, nothing, settings

from ._support import (
    complete_headers,
    current,
    date_field,
    enum_value,
    list_fields,
    text_body,
    text_field,
    token_value,
)

__all__ = ["Answer"]


class Answer(Response):
    """Answer: text/plain, status 200.

    X-Region: Where it was made.
    """

    media_type = "text/plain"

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
            text_field(b"x-region", current(REGION)),
            date_field(b"last-modified", current(moment)),
        ]
        fields += list_fields(
            b"content-language", current(settings.languages), token_value
        )
        fields += list_fields(
            b"allow", current(nothing), partial(enum_value, values=("GET", "HEAD"))
        )
        self.raw_headers = complete_headers(
            self, fields, headers, locked=(b"x-region",), append=(b"content-language",)
        )
