from typing import Any, Generic, TypeVar

from starlette.background import BackgroundTask
from starlette.responses import JSONResponse, Response, StreamingResponse

R = TypeVar("R", bound=Response)
T = TypeVar("T")


def tag(response: R, value: str) -> R:
    response.headers["X-Tag"] = value
    response.headers["X-Tagged"] = True  # R944
    return response


def keep(value: T) -> T:
    return value


class Holder(Generic[T]):
    headers: dict[str, Any]

    def __init__(self) -> None:
        self.headers = {}

    def hold(self, value: T) -> None:
        self.headers["X-Held"] = 1


def made() -> JSONResponse:
    return JSONResponse({"made": True}, background=BackgroundTask(print))


def use() -> Response:
    response = made()
    response.headers["X-Used"] = 1  # R944
    return response


def use_kept() -> Response:
    response = keep(StreamingResponse(iter(["a"])))
    return response
