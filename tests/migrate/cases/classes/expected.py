"""Classes: those that give values on, and those that do more."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse
from classes_catalogue.api import (
    Base as ShopJSON,
    Counted,
    Made as Created,
    Missing as NotFound,
)


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
    return Created({"title": title}, location=f"/books/{title}")


def send_counted(data: object, number: int) -> Response:
    return Counted(data, total=int(number))


def send_missing(detail: str) -> Response:
    return NotFound(detail=detail)


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
