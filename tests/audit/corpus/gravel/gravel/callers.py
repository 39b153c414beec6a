"""What a caller passed in is the caller's."""

from typing import Any

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response, StreamingResponse


class Envelope(JSONResponse):
    def __init__(
        self, content: Any, status_code: int = 200, headers: dict[str, str] | None = None
    ) -> None:
        headers = headers or {}
        headers["X-Envelope"] = "1"  # R943
        super().__init__({"data": content}, status_code, headers)


class Parcel(Response):
    media_type = "application/x-parcel"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("headers", {}).update({"X-Parcel": "1"})  # R943
        super().__init__(*args, **kwargs)


def stream(chunks, headers: dict[str, str]) -> StreamingResponse:
    headers.update({"X-Stream": "1"})  # R943
    return StreamingResponse(chunks, headers=headers)


def crate(content: bytes, headers: dict[str, str] | None = None) -> Response:
    if headers is None:
        headers = {}
    headers["X-Crate"] = "1"  # R943
    return Response(content, headers=headers)


def carton(content: bytes, *, headers: dict[str, str]) -> Response:
    headers.setdefault("X-Carton", "1")  # R943
    return Response(content, media_type="application/x-carton", headers=headers)


def basket(content: bytes, headers: dict[str, str] | None = None) -> Response:
    headers = {**(headers or {}), "X-Basket": "1"}
    return Response(content, headers=headers)


def barrel(content: bytes, headers: dict[str, str] | None = None) -> Response:
    headers = dict(headers or {})
    headers["X-Barrel"] = "1"
    return Response(content, headers=headers)


def bucket(content: bytes, headers: dict[str, str]) -> Response:
    merged = headers.copy()
    merged.update({"X-Bucket": "1"})
    return Response(content, headers=merged)


def tub(content: bytes, headers: dict[str, str]) -> Response:
    response = Response(content, headers=headers)
    response.headers["X-Tub"] = "1"
    return response


class Sack(JSONResponse):
    def __init__(self, content: Any, background: BackgroundTask | None = None, **kwargs: Any):
        headers = {"X-Sack": "1", **kwargs.pop("headers", {})}
        headers["X-Kind"] = "sack"
        super().__init__(content, headers=headers, background=background, **kwargs)


def remember(headers: dict[str, str]) -> dict[str, str]:
    """Of a letter: nothing is sent here."""
    lines = dict(headers)
    lines["Seen"] = "yes"
    return lines
