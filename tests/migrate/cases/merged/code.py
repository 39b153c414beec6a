"""Classes whose headers are merged with those of callers."""

from collections.abc import Mapping
from typing import Any

from fastapi import Response
from fastapi.responses import JSONResponse

FIXED = {"Cache-Control": "no-store", "X-Library": "central"}


class Displayed(JSONResponse):
    def __init__(
        self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(content, status_code, headers={**FIXED, **(headers or {})})


class Placed(Displayed):
    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, headers={"Location": location})


class Before(JSONResponse):
    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={**(headers or {}), "X-Before": "1"})


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
    return Displayed({"v": value}, headers=None)


def send_placed(value: int) -> Response:
    return Placed({"n": value}, "/a")


def send_before(value: int) -> Response:
    return Before({"n": value}, {"X-More": "1"})


def send_twice(value: int) -> Response:
    return Twice({"n": value}, headers={"x-twice": "2"})


def send_open(value: int) -> Response:
    return Open({"n": value}, dict([("x-open", str(value))]))


def send_replaced(value: int) -> Response:
    return Replaced({"n": value}, {"X-Replaced": "2"})


def counted(number: int) -> str:
    COUNTED.append(number)
    return str(number)


COUNTED: list[int] = []


def send_counted(value: int) -> Response:
    return Replaced({"n": value, "before": len(COUNTED)}, {"X-Replaced": counted(value)})


class Keywords(JSONResponse):
    """What it does not name goes on; its own field replaces what callers give."""

    def __init__(self, content: Any, **kwargs: Any) -> None:
        super().__init__(content, **kwargs)
        self.headers["X-Keywords"] = "1"


class Envelope(JSONResponse):
    def __init__(self, data: Any = None, message: str = "done", *, pages: int | None = None) -> None:
        super().__init__({"data": data, "message": message, "pages": pages})


def send_keywords(value: int) -> Response:
    return Keywords({"n": value}, headers={"X-More": "1"}, status_code=202)


def send_no_keywords(value: str) -> Response:
    return Keywords(value)


def send_envelope(value: str) -> Response:
    return Envelope(value)


def send_no_envelope() -> Response:
    return Envelope()


def send_whole_envelope(value: int) -> Response:
    return Envelope(None, "none", pages=value)


def send_chosen_envelope(value: int) -> Response:
    return Envelope(pages=value if value > 0 else None, message="done")


class Noted(JSONResponse):
    def __init__(self, data: Any = None, note: str = "n") -> None:
        super().__init__({"noted": data, "note": note})


class NotedAlike(Noted):
    """Would become the same class, from which `isinstance` tells it apart."""

    def __init__(self, data: Any) -> None:
        super().__init__(data, "alike")


def send_noted(value: str) -> Response:
    return Noted(value)


def send_noted_alike(value: str) -> Response:
    response = NotedAlike(value)
    response.headers["X-Alike"] = "yes" if isinstance(Noted(value), NotedAlike) else "no"
    return response


class Asked(JSONResponse):
    """Somebody calls it by its name."""

    def __init__(self, asked: Any, note: str) -> None:
        super().__init__({"asked": asked, "note": note})


def send_asked(value: str) -> Response:
    return Asked(value, "a")


def send_by_name(value: str) -> Response:
    return globals()["Asked"](value, "b")
