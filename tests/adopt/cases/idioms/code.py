"""How people write the headers of a class: those of its own below those of its callers."""

from collections.abc import Mapping
from typing import Any

from fastapi.responses import JSONResponse, Response

FIXED = {"Cache-Control": "no-store", "X-Library": "central"}


class Displayed(JSONResponse):
    """Merged in a display."""

    def __init__(
        self, content: Any, status_code: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(content, status_code, headers={**FIXED, **(headers or {})})


class BelowDisplayed(Displayed):
    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, headers={"Location": location})


class Chosen(JSONResponse):
    """The same with a condition."""

    def __init__(self, content: Any, headers: dict[str, str] | None = None) -> None:
        mine = {"X-Answer": "yes", **({} if headers is None else headers)}
        super().__init__(content, headers=mine)


class Given(JSONResponse):
    def __init__(self, content: Any, headers: dict[str, str] | None = None) -> None:
        given = headers if headers is not None else {}
        super().__init__(content, headers={"X-Given": "1", **given})


class Defaulted(JSONResponse):
    """With setdefault."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        merged = dict(headers or {})
        merged.setdefault("X-Default", "1")
        super().__init__(content, headers=merged)


class BelowDefaulted(Defaulted):
    def __init__(self, content: Any, place: str) -> None:
        super().__init__(content, {"X-Default": "2", "X-Place": place})


class Updated(Response):
    """With update."""

    media_type = "application/xml"

    def __init__(self, content: str, status_code: int = 200) -> None:
        merged = {"X-Updated": "0"}
        merged.update({"X-Updated": "1"}, **{"X-Other": "2"})
        super().__init__(content=content, status_code=status_code, headers=merged | FIXED)


class Before(JSONResponse):
    """Its own goes before."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={**(headers or {}), "X-Before": "1"})


class Twice(JSONResponse):
    """What callers give has a field of its own, otherwise spelled: both are sent."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={"X-Twice": "1", **(headers or {})})


class Open(JSONResponse):
    """Nobody knows what callers give."""

    def __init__(self, content: Any, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(content, headers={"X-Open": "1", **(headers or {})})


class Keywords(JSONResponse):
    """What it does not name goes on."""

    def __init__(self, content: Any, **kwargs: Any) -> None:
        super().__init__(content, **kwargs)
        self.headers["X-Keywords"] = "1"


class BelowKeywords(Keywords):
    def __init__(self, *, place: str, **kwargs: Any) -> None:
        super().__init__(status_code=201, **kwargs)
        self.headers["Location"] = place


class Changed(JSONResponse):
    """Nobody knows what goes on."""

    def __init__(self, content: Any, **kwargs: Any) -> None:
        kwargs.setdefault("status_code", 202)
        super().__init__(content, **kwargs)


class Depending(JSONResponse):
    def __init__(self, content: Any, etag: str | None = None) -> None:
        super().__init__(content, headers={"ETag": etag} if etag else None)


class Envelope(JSONResponse):
    """Parameters that callers may leave out."""

    def __init__(
        self,
        data: Any = None,
        message: str = "done",
        *,
        pages: int | None = None,
        errors: list[str] | None = None,
        status_code: int = 200,
    ) -> None:
        content = {"data": data, "message": message, "pages": pages, "errors": errors}
        super().__init__(content, status_code=status_code)


class Tagged(JSONResponse):
    """A header, and a status, that callers may leave out."""

    def __init__(self, message: str, tag: str = "t", status_code: int = 400) -> None:
        super().__init__({"message": message}, status_code, headers={"X-Tag": tag})


class Enveloped(JSONResponse):
    """A body of its own, and what it does not name goes on."""

    def __init__(self, data: Any, **kwargs: Any) -> None:
        super().__init__({"enveloped": data}, **kwargs)


def send_all(number: int, place: str) -> Response:
    if number == 1:
        return Displayed({"a": 1}, 202, {"X-More": place, "Cache-Control": "private"})
    if number == 2:
        return BelowDisplayed({"b": number}, place)
    if number == 3:
        return Chosen([])
    if number == 4:
        return Given([])
    if number == 5:
        return Defaulted(place)
    if number == 6:
        return BelowDefaulted(place, place)
    if number == 7:
        return Before([], {"X-More": place})
    if number == 8:
        return Twice([], headers={"x-twice": "2"})
    if number == 9:
        return Open([], dict(pair.split("=") for pair in place.split()))
    if number == 10:
        return Envelope()
    if number == 11:
        return Envelope([number], place, pages=2, status_code=201)
    if number == 12:
        return Envelope(message="done", errors=[place])
    if number == 13:
        return Keywords([], headers={"X-More": place}, status_code=202)
    if number == 14:
        return BelowKeywords(content=[], place=place)
    if number == 15:
        return Changed([])
    if number == 16:
        return Depending([], place)
    if number == 17:
        return Tagged("wrong")
    if number == 18:
        return Tagged("wrong", "other", 404)
    if number == 19:
        return Enveloped([], status_code=202)
    return Updated("<x/>")
