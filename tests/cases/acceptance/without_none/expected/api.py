"""Responses of api."""

from __future__ import annotations

from collections.abc import Mapping

from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.background import BackgroundTask
from tests.support.acme import dumped

from ._support import complete_headers

__all__ = ["ModelResponse"]


class ModelResponse(JSONResponse):
    """Any pydantic model, without what is None.

    Return an instance: of a route's data FastAPI would hand dumped what its JSON
    encoder makes of it.
    """

    media_type = "application/json"

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
        return dumped(content)

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.raw_headers = complete_headers(self, [], headers)
