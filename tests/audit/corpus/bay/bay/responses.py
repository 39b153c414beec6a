# sites labelled
"""Classes and helpers of the application."""

from typing import Any

from fastapi.responses import JSONResponse, PlainTextResponse
from pydantic import BaseModel
from starlette.responses import Response


class Feed(Response):  # R910
    media_type = "application/atom+xml"


class Envelope(JSONResponse):  # R910
    def __init__(self, content: Any, **kwargs: Any) -> None:
        super().__init__({"data": content}, **kwargs)


class Sealed(Envelope):  # R910
    def init_headers(self, headers=None):
        super().init_headers(headers)
        self.headers["X-Sealed"] = "1"  # R912?


class FeedItem(BaseModel):
    title: str
    headers: dict[str, str] = {}


class Message(Exception):
    status_code = 400


def ok(data: Any) -> JSONResponse:  # R915
    return JSONResponse({"data": data})


def failed(message: str, code: int) -> JSONResponse:  # R915
    return JSONResponse({"message": message, "code": code}, status_code=400)  # R911?


def is_ok(response: Response) -> bool:
    return response.status_code < 400


def describe(item: FeedItem) -> dict[str, Any]:
    item.headers["X-Item"] = "1"
    return {"title": item.title}


def plain_or_not(plain: bool) -> Response | None:
    if plain:
        return PlainTextResponse("plain")
    return None
