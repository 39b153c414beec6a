"""Numbers that are written as text: a caller may give True for an int, and that is another text."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Response
from fastapi.responses import JSONResponse, RedirectResponse
from numbers_catalogue.api import Counted, Framed, Missing, Texted

router = APIRouter()


def send_any(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(total)})


def send_formatted(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": f"{total}"})


def send_missing(number: int) -> Response:
    raise HTTPException(404, f"There is no book {number}.", {"X-Missing": "1"})


def send_none(books: str) -> Response:
    raise Missing.Error(number=len(books))


def send_onward(number: int) -> Response:
    return RedirectResponse(f"/books/{number}", 302)


def send_framed(number: int) -> Response:
    return Framed(number=number)


def send_text(number: int) -> Response:
    return Texted("", text=str(number))


def send_made(data: object, total: int) -> Response:
    return Counted(data, total=int(total))


def send_length(text: str) -> Response:
    return Counted(text, total=len(text))


def send_rounded(total: int) -> Response:
    return Counted(None, total=round(total))


def send_half_rounded(total: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(round(total, 2))})


def is_odd(number: int) -> int:
    return number % 2 == 1


def send_odd(number: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(is_odd(number))})


def counted(data: object, total: int) -> Response:
    return Counted(data, total=total)


def send_counted(text: str) -> Response:
    return counted(text, len(text))


def send_nothing() -> Response:
    return counted([], 0)


def flagged(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(total)})


def send_flag(text: str) -> Response:
    return flagged(text, bool(text))


def page(number: int) -> Response:
    return Counted(None, total=number)


@router.get("/books/{number}")
def book(number: Annotated[int, Path()], paged: Annotated[Response, Depends(page)]) -> Response:
    if number:
        return paged
    return Counted(None, total=number)
