"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
    form_body,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

    from ._support import (
        FormContent,
    )

__all__ = [
    "Form",
    "Token",
]


class Form(Response):
    """Form: application/x-www-form-urlencoded, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-www-form-urlencoded"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: FormContent,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: FormContent) -> bytes:
        return form_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Token(Response):
    """Token: application/x-www-form-urlencoded, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/x-www-form-urlencoded"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: dict[str, str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: dict[str, str]) -> bytes:
        return form_body(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
