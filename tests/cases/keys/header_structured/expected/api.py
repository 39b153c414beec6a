"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import PlainTextResponse

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    APPLY,
    DisplayString,
    InnerList,
    Item,
    StructuredMember,
    Token,
    complete_headers,
    header_argument,
    sf_boolean_field,
    sf_bytes_field,
    sf_date_field,
    sf_decimal_field,
    sf_dict_fields,
    sf_integer_field,
    sf_list_fields,
    sf_string_field,
    sf_token_field,
    text_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime
    from decimal import Decimal

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "Constant",
    "DisplayString",
    "InnerList",
    "Item",
    "Structured",
    "StructuredMember",
    "Token",
]


class Structured(PlainTextResponse):
    """Structured: text/plain, status 200.

    Takes x_string, x_token, x_integer, x_decimal, x_boolean, x_bytes, x_date, x_list,
    x_dict.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    x_string: str | None = header_argument("x_string")
    x_token: str | None = header_argument("x_token")
    x_integer: int | None = header_argument("x_integer")
    x_decimal: Decimal | float | None = header_argument("x_decimal")
    x_boolean: bool | None = header_argument("x_boolean")
    x_bytes: bytes | None = header_argument("x_bytes")
    x_date: datetime | None = header_argument("x_date")
    x_list: Sequence[StructuredMember] | None = header_argument("x_list")
    x_dict: Mapping[str, StructuredMember] | None = header_argument("x_dict")

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
        self._x_string = x_string
        self._x_token = x_token
        self._x_integer = x_integer
        self._x_decimal = x_decimal
        self._x_boolean = x_boolean
        self._x_bytes = x_bytes
        self._x_date = x_date
        self._x_list = x_list
        self._x_dict = x_dict
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: str) -> bytes:
        return text_body(content, self.charset)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields: list[tuple[bytes, bytes]] = []
        if self._x_string is not None:
            fields.append(sf_string_field(b"x-string", self._x_string))
        if self._x_token is not None:
            fields.append(sf_token_field(b"x-token", self._x_token))
        if self._x_integer is not None:
            fields.append(sf_integer_field(b"x-integer", self._x_integer))
        if self._x_decimal is not None:
            fields.append(sf_decimal_field(b"x-decimal", self._x_decimal))
        if self._x_boolean is not None:
            fields.append(sf_boolean_field(b"x-boolean", self._x_boolean))
        if self._x_bytes is not None:
            fields.append(sf_bytes_field(b"x-bytes", self._x_bytes))
        if self._x_date is not None:
            fields.append(sf_date_field(b"x-date", self._x_date))
        if self._x_list is not None:
            fields += sf_list_fields(b"x-list", self._x_list)
        if self._x_dict is not None:
            fields += sf_dict_fields(b"x-dict", self._x_dict)
        self.raw_headers = complete_headers(self, fields, headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(
            cls,
            response: Response,
            /,
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
        ) -> None: ...

    else:
        apply = APPLY


class Constant(PlainTextResponse):
    """Constant: text/plain, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
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
            (b"x-string", b'"say \\"hi\\""'),
            (b"x-bytes", b":aGVsbG8=:"),
            (b"accept-ch", b"Sec-CH-UA, DPR;q=0.5"),
            (b"x-limits", b"burst=10;w=60, quota=5"),
        ]
        self.raw_headers = complete_headers(self, fields, headers)
