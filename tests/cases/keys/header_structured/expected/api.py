"""Responses of api."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal

from fastapi import Response
from starlette.background import BackgroundTask

from ._support import (
    StructuredMember,
    complete_headers,
    sf_boolean_value,
    sf_bytes_value,
    sf_date_value,
    sf_decimal_value,
    sf_dict_value,
    sf_integer_value,
    sf_list_value,
    sf_string_value,
    sf_token_value,
    text_body,
)

__all__ = ["Constant", "Structured"]


class Structured(Response):
    """Structured: text/plain, status 200.

    Takes x_string, x_token, x_integer, x_decimal, x_boolean, x_bytes, x_date, x_list,
    x_dict.
    """

    media_type = "text/plain"

    def __init__(
        self,
        content: str,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        x_string: str | None = None,
        x_token: str | None = None,
        x_integer: int | None = None,
        x_decimal: Decimal | float | None = None,
        x_boolean: bool | None = None,
        x_bytes: bytes | None = None,
        x_date: datetime | None = None,
        x_list: Sequence[StructuredMember] | None = None,
        x_dict: Mapping[str, StructuredMember] | None = None,
    ) -> None:
        self.x_string = x_string
        self.x_token = x_token
        self.x_integer = x_integer
        self.x_decimal = x_decimal
        self.x_boolean = x_boolean
        self.x_bytes = x_bytes
        self.x_date = x_date
        self.x_list = x_list
        self.x_dict = x_dict
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self.x_string is not None:
            fields.append((b"x-string", sf_string_value("X-String", self.x_string)))
        if self.x_token is not None:
            fields.append((b"x-token", sf_token_value("X-Token", self.x_token)))
        if self.x_integer is not None:
            fields.append((b"x-integer", sf_integer_value("X-Integer", self.x_integer)))
        if self.x_decimal is not None:
            fields.append((b"x-decimal", sf_decimal_value("X-Decimal", self.x_decimal)))
        if self.x_boolean is not None:
            fields.append((b"x-boolean", sf_boolean_value("X-Boolean", self.x_boolean)))
        if self.x_bytes is not None:
            fields.append((b"x-bytes", sf_bytes_value("X-Bytes", self.x_bytes)))
        if self.x_date is not None:
            fields.append((b"x-date", sf_date_value("X-Date", self.x_date)))
        if self.x_list is not None:
            members = sf_list_value("X-List", self.x_list)
            if members:
                fields.append((b"x-list", members))
        if self.x_dict is not None:
            members = sf_dict_value("X-Dict", self.x_dict)
            if members:
                fields.append((b"x-dict", members))
        self.raw_headers = complete_headers(self, fields, headers)


class Constant(Response):
    """Constant: text/plain, status 200."""

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
            (b"x-string", b'"say \\"hi\\""'),
            (b"x-bytes", b":aGVsbG8=:"),
            (b"accept-ch", b"Sec-CH-UA, DPR;q=0.5"),
            (b"x-limits", b"burst=10;w=60, quota=5"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
