"""Classes of another protocol, with the names of Starlette's."""

from typing import Any


class Response:
    def __init__(self, body: Any, headers: dict[str, Any] | None = None) -> None:
        self.body = body
        self.headers = headers or {}

    def set_cookie(self, name: str, value: str, path: str = "/x") -> None:
        self.headers[name] = value


class JSONResponse(Response):
    def delete_cookie(self, name: str) -> None:
        self.headers.pop(name, None)


def exchange() -> Response:
    response = JSONResponse({}, headers={"Content-Type": "json"})
    response.set_cookie("other_session", "1")
    response.delete_cookie("other_session")
    return response
