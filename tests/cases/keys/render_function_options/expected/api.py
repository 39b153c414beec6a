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

    from starlette.background import BackgroundTask

    from tests.support import acme
else:
    acme = Deferred("tests.support.acme", "acme", globals())

__all__ = [
    "Listing",
]


class Listing(Response):
    """Listing: text/plain, status 200.

    Takes heading, wide.
    Return an instance: FastAPI cannot build one from a route's data, since it does not
    know heading.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "text/plain"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: list[str],
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
        *,
        heading: str,
        wide: bool = False,
    ) -> None:
        self.heading = heading
        self.wide = wide
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: list[str]) -> bytes:
        return acme.listing(
            content, wide=self.wide, title=self.heading, widths=(4, 2), mark="*"
        )

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
