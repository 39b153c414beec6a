"""PEP 695, for Python 3.12 and later."""
# python >= 3.12

from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.responses import Response

type Answer = JSONResponse | PlainTextResponse


def mark[T: Response](response: T, number: int) -> T:
    response.headers["X-Mark"] = number  # R944
    return response


def keep[T: Response](response: T) -> T:
    response.headers["X-Keep"] = "yes"
    return response


class Box[T]:
    def __init__(self, content: T) -> None:
        self.content = content
        self.headers: dict[str, int] = {}

    def fill(self) -> JSONResponse:
        self.headers["X-Box"] = 1
        return JSONResponse({"box": self.content}, headers={"ETag": "box"})  # R223
