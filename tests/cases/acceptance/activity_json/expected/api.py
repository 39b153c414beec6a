"""Responses of api."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fastapi.responses import JSONResponse

from ._framework import RESPONSES, ROUTE
from ._support import (
    APPLY,
    JsonValue,
    complete_headers,
    render_json,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from fastapi import Response
    from starlette.background import BackgroundTask

__all__ = [
    "ActivityJSON",
    "JsonValue",
]


class ActivityJSON(JSONResponse):
    """An ActivityPub object."""

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/activity+json"
    render = render_json

    def __init__(
        self,
        content: JsonValue,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)

    if TYPE_CHECKING:

        @classmethod
        def apply(cls, response: Response, /) -> None: ...

    else:
        apply = APPLY
