"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi import Response

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    Deferred,
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Lines",
    "Tuple",
]


class Lines(Response):
    """Lines: text/plain, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    joined what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        lines: list[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(lines, status_code, headers, media_type, background)

    def render(self, content: list[str]) -> bytes:
        return acme.joined(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)


class Tuple(Lines):
    """Tuple: text/plain, status 200.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    joined what its JSON encoder makes of the data.
    """

    def __init__(
        self,
        content: tuple[str, ...],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super(Lines, self).__init__(
            content, status_code, headers, media_type, background
        )

    def render(self, content: Any) -> bytes:
        document: tuple[str, ...] = content
        return acme.joined(document)
