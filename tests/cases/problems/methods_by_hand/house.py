"""Classes with methods that generated ones have, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, StreamingResponse
from starlette.types import Receive, Scope, Send


class Housed(JSONResponse):
    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        super().init_headers({"X-House": "shop", **(headers or {})})

    def render(self, content: Any) -> bytes:
        return super().render({"data": content})


class Below(Housed):
    pass


class Watched(StreamingResponse):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)


class Noted:
    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        super().init_headers(headers)  # type: ignore[misc] # of the class behind it

    def render(self, content: Any) -> bytes:
        return b"noted"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)  # type: ignore[misc] # the same


class Declared:
    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """What another class has."""

    def render(self, content: Any) -> bytes: ...
