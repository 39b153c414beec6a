"""Classes: those that give values on, and those that do more."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse


class ShopJSON(JSONResponse):
    """Every answer."""

    media_type = "application/vnd.shop+json"

    def __init__(
        self,
        content: Any,
        status_code: int = 200,
        headers: Mapping[str, str] | None = None,
    ) -> None:
        super().__init__(content, status_code, headers)
        self.headers.setdefault("Cache-Control", "no-store")


class Created(ShopJSON):
    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, {"Location": location})


class Counted(ShopJSON):
    def __init__(self, content: Any, *, total: int) -> None:
        super().__init__(content, headers={"X-Total": str(total)})


class NotFound(JSONResponse):
    media_type = "application/problem+json"

    def __init__(self, detail: str) -> None:
        problem = {"title": "Not Found", "status": 404, "detail": detail}
        super().__init__(problem, status_code=404)


class Slow(JSONResponse):
    def __init__(self, content: Any) -> None:
        self.seconds = 3
        super().__init__(content, headers={"X-Slow": "3"})


class Optional(ShopJSON):
    def __init__(self, content: Any, extra: str | None = None) -> None:
        headers = {}
        if extra is not None:
            headers["X-Extra"] = extra
        super().__init__(content, headers=headers)


class Late(JSONResponse):
    def render(self, content: Any) -> bytes:
        return super().render({"late": content})


def send_plain(data: object) -> Response:
    return ShopJSON(data, 202)


def send_given(data: object) -> Response:
    known = {"Cache-Control": "public", "X-More": "1"}
    return ShopJSON(data, headers=known.copy() if data else None)


def send_created(title: str) -> Response:
    return Created({"title": title}, f"/books/{title}")


def send_counted(data: object, number: int) -> Response:
    return Counted(data, total=int(number))


def send_missing(detail: str) -> Response:
    return NotFound(detail)


def send_slow(data: object) -> Response:
    return Slow(data)


def send_optional(data: object) -> Response:
    return Optional(data, "more")


def send_late(data: object) -> Response:
    return Late(data, 202)



class Passing(JSONResponse):
    """It is given what another response sends, every line of it."""

    media_type = "application/vnd.shop+json"

    def __init__(self, content: Any, headers: Mapping[str, str]) -> None:
        super().__init__(content, headers=headers)
        self.headers.setdefault("Cache-Control", "no-store")


def send_repeated(data: object) -> Response:
    first = Response(headers={"X-Twice": "1"})
    first.headers.append("X-Twice", "2")
    return Passing(data, first.headers)
