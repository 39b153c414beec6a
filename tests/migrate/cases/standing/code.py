"""Classes that stay, and what the program asks of values that are of them."""

from collections.abc import Callable
from typing import Any

from fastapi import HTTPException, Response
from fastapi.responses import HTMLResponse, JSONResponse


class ShopBase(JSONResponse):
    """It stays, since no class of the catalogue is so bare."""

    media_type = "application/vnd.shop+json"

    def __init__(
        self, content: Any, status_code: int, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(content, status_code, headers)


class Created(ShopBase):
    """It stays below a class for which functions are annotated."""

    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, {"Location": location})


class Named(ShopBase):
    """It stays: a function is annotated with the class above it in a text."""

    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, {"Location": location})


class AskedBase(JSONResponse):
    """It stays, and is asked for."""

    media_type = "application/vnd.shop+json"

    def __init__(
        self, content: Any, status_code: int, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(content, status_code, headers)


class Asked(AskedBase):
    """It stays below it."""

    def __init__(self, content: Any, location: str) -> None:
        super().__init__(content, 201, {"Location": location})


class Passed(JSONResponse):
    """It stays, and calls of it can be of another class where nobody is told."""

    media_type = "application/vnd.list+json"

    def __init__(self, content: Any, status_code: int = 200) -> None:
        super().__init__(content, status_code, headers={"X-List": "1"})


class ListBase(JSONResponse):
    """It stays, and nobody asks for it where one below it goes."""

    media_type = "application/vnd.list+json"

    def __init__(self, content: Any, headers: dict[str, str] | None = None) -> None:
        super().__init__(content, 200, headers)


class Listed(ListBase):
    """It goes."""

    def __init__(self, content: Any) -> None:
        super().__init__(content, {"X-List": "1"})


class Kept(ListBase):  # respgen: ignore[R910] it is wanted as it is
    """It stays, and gives what it is given to the class above it."""

    def __init__(self, content: Any) -> None:
        super().__init__(content, {"X-List": "1"})


class Lost(HTTPException):
    """It is caught by its own name."""

    def __init__(self, what: str) -> None:
        super().__init__(410, f"no {what}")


def send_asked_base(data: object) -> Response:
    return AskedBase(data, 202)


def send_base(data: object) -> ShopBase:
    return ShopBase(data, 202)


def send_created(title: str) -> ShopBase:
    return Created({"title": title}, f"/books/{title}")


def send_named(title: str) -> "ShopBase":
    return Named({"title": title}, f"/books/{title}")


def send_asked(title: str) -> Response:
    return Asked({"title": title}, f"/books/{title}")


def is_asked(response: Response) -> bool:
    return isinstance(response, AskedBase)


def send_passed(data: object) -> Passed:
    return Passed(data, 202)


def send_passed_as_any(data: object) -> Response:
    made: Response = Passed(data, 202)
    return made


def send_made(data: object) -> Response:
    makers = {"passed": Passed}
    return makers["passed"](data)


def send_kept(data: object) -> Response:
    return Kept(data)


def send_list_base(data: object) -> ListBase:
    return ListBase(data, {"X-More": "1"})


def send_listed(data: object) -> Listed:
    return Listed(data)


def send_lost(what: str) -> Response:
    try:
        raise Lost(what)
    except Lost as error:
        return JSONResponse({"lost": error.detail}, headers={"X-Lost": "1"})


def marked(page: HTMLResponse) -> HTMLResponse:
    page.headers["X-Marked"] = "1"
    return page


def send_marked(text: str) -> Response:
    page = HTMLResponse(
        text, headers={"X-Sheet": "1"}, media_type="application/xhtml+xml"
    )
    return marked(page)
