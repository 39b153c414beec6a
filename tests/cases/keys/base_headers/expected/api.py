"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.acme import Housed

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    based_headers,
    given_names,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.background import BackgroundTask

__all__ = [
    "Receipt",
    "Sealed",
]


class Receipt(Housed):
    """Receipt: a body, status 200."""

    openapi = RESPONSES
    route = ROUTE
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: object,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        fields = [(b"cache-control", b"no-store"), (b"vary", b"Accept")]
        self.raw_headers = based_headers(
            self, fields, headers, self._given, append=(b"vary",)
        )


class Sealed(Housed):
    """Sealed: application/vnd.acme+json, status 200."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/vnd.acme+json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: object,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        self._given = given_names(headers)
        super().__init__(
            content,
            status_code=status_code,
            headers=headers,
            media_type=media_type,
            background=background,
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = based_headers(
            self,
            [(b"cache-control", b"no-store")],
            headers,
            self._given,
            locked=(b"cache-control",),
            typed=True,
        )
