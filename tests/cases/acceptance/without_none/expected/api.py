"""Responses of api."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from fastapi.responses import JSONResponse
from pydantic import TypeAdapter

from ._framework import APPLY_CONSTANTS, RESPONSES, ROUTE
from ._support import (
    complete_headers,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic import BaseModel
    from starlette.background import BackgroundTask

__all__ = [
    "ModelResponse",
]


@cache
def _any_adapter() -> TypeAdapter[Any]:
    return TypeAdapter(Any)


class ModelResponse(JSONResponse):
    """Any pydantic model, without what is None.

    Return an instance, or data from a CatalogueRoute: on other routes FastAPI hands
    pydantic what its JSON encoder makes of the data.
    """

    openapi = RESPONSES
    route = ROUTE
    media_type = "application/json"
    apply = APPLY_CONSTANTS

    def __init__(
        self,
        content: BaseModel,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        super().__init__(content, status_code, headers, media_type, background)

    def render(self, content: BaseModel) -> bytes:
        return _any_adapter().dump_json(content, exclude_none=True)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
