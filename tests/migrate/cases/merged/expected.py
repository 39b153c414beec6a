"""Classes whose headers are merged with those of callers."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse
from merged_catalogue.api import (
    Before,
    Displayed,
    Envelope,
    Keywords,
    Noted,
    Placed,
    Replaced as Replaced_,
)

FIXED = {"Cache-Control": "no-store", "X-Library": "central"}


class Twice(JSONResponse):
    """Somebody gives it a field of its own, otherwise spelled: both are sent."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={"X-Twice": "1", **(headers or {})})


class Open(JSONResponse):
    """Nobody knows what it is given."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={"X-Open": "1", **(headers or {})})


class Replaced(JSONResponse):
    """Its own goes before what callers give."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={**(headers or {}), "X-Replaced": "1"})


def send_plain(value: int) -> Response:
    return Displayed({"n": value}, 202)


def send_more(value: str) -> Response:
    return Displayed({"v": value}, headers={"X-More": "1", "Cache-Control": "private"})


def send_none(value: str) -> Response:
    return Displayed({"v": value})


def send_placed(value: int) -> Response:
    return Placed({"n": value}, location="/a")


def send_before(value: int) -> Response:
    return Before({"n": value}, headers={"X-More": "1"})


def send_twice(value: int) -> Response:
    return Twice({"n": value}, headers={"x-twice": "2"})


def send_open(value: int) -> Response:
    return Open({"n": value}, dict([("x-open", str(value))]))


def send_replaced(value: int) -> Response:
    return Replaced_({"n": value})


def counted(number: int) -> str:
    COUNTED.append(number)
    return str(number)


COUNTED: list[int] = []


def send_counted(value: int) -> Response:
    return Replaced({"n": value, "before": len(COUNTED)}, {"X-Replaced": counted(value)})


def send_keywords(value: int) -> Response:
    return Keywords({"n": value}, headers={"X-More": "1"}, status_code=202)


def send_no_keywords(value: str) -> Response:
    return Keywords(value)


def send_envelope(value: str) -> Response:
    return Envelope(data=value)


def send_no_envelope() -> Response:
    return Envelope()


def send_whole_envelope(value: int) -> Response:
    return Envelope(message="none", pages=value)


def send_chosen_envelope(value: int) -> Response:
    return Envelope(pages=value if value > 0 else None)


class NotedAlike(Noted):
    """Would become the same class, from which `isinstance` tells it apart."""

    def __init__(self, data: Any) -> None:
        super().__init__(data=data, note="alike")


def send_noted(value: str) -> Response:
    return Noted(data=value)


def send_noted_alike(value: str) -> Response:
    response = NotedAlike(value)
    response.headers["X-Alike"] = "yes" if isinstance(Noted(data=value), NotedAlike) else "no"
    return response


class Asked(JSONResponse):
    """Somebody calls it by its name."""

    def __init__(self, asked: Any, note: str) -> None:
        super().__init__({"asked": asked, "note": note})


def send_asked(value: str) -> Response:
    return Asked(value, "a")


def send_by_name(value: str) -> Response:
    return globals()["Asked"](value, "b")
