"""Classes of the project's own: those that give values on, and those that do more."""

from collections.abc import Mapping
from typing import Any

from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send


class Answer(JSONResponse):
    """Every answer. Nothing is stored."""

    media_type = "application/vnd.answers+json"

    def __init__(
        self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(content, status_code, headers)
        self.headers.setdefault("Cache-Control", "no-store")


class Made(Answer):
    def __init__(self, data: Any, location: str) -> None:
        super().__init__(data, 201, {"Location": location})


class Page(Answer):
    def __init__(self, content: Any, total: int) -> None:
        super().__init__(content, headers={"X-Total": str(total)})


class Missing(JSONResponse):
    media_type = "application/problem+json"

    def __init__(self, detail: str) -> None:
        super().__init__({"title": "{Missing}", "detail": detail}, status_code=404)


class Plain(Response):
    media_type = "text/csv"


class Unescaped(Response):
    def __init__(self, content: bytes, name: str) -> None:
        super().__init__(content, headers={"Content-Disposition": f'attachment; filename="{name}"'})


class Counting(Answer):
    made = 0

    def __init__(self, content: Any) -> None:
        Counting.made += 1
        super().__init__(content)


class Own(Response):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await super().__call__(scope, receive, send)


def send_all(number: int, place: str) -> Response:
    if number == 1:
        return Answer({"a": 1}, headers={"Cache-Control": "public"})
    if number == 2:
        return Made({"b": number}, place)
    if number == 3:
        return Page([], 7)
    if number == 4:
        return Missing(f"no {place}")
    return Plain(place)
