"""Numbers that are written as text: a caller may give True for an int, and that is another text."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Path, Response
from fastapi.responses import JSONResponse, PlainTextResponse, RedirectResponse

router = APIRouter()


def send_any(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(total)})


def send_formatted(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": f"{total}"})


def send_missing(number: int) -> Response:
    raise HTTPException(404, f"There is no book {number}.", {"X-Missing": "1"})


def send_none(books: str) -> Response:
    raise HTTPException(404, f"There is no book {len(books)}.", {"X-Missing": "1"})


def send_onward(number: int) -> Response:
    return RedirectResponse(f"/books/{number}", 302)


def send_framed(number: int) -> Response:
    return JSONResponse({"number": number}, 203)


def send_text(number: int) -> Response:
    return PlainTextResponse("", headers={"X-Text": str(number)})


def send_made(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(int(total))})


def send_length(text: str) -> Response:
    return JSONResponse(text, headers={"X-Total": f"{len(text)}"})


def send_rounded(total: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(round(total))})


def send_half_rounded(total: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(round(total, 2))})


def is_odd(number: int) -> int:
    return number % 2 == 1


def send_odd(number: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(is_odd(number))})


def counted(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(total)})


def send_counted(text: str) -> Response:
    return counted(text, len(text))


def send_nothing() -> Response:
    return counted([], 0)


def flagged(data: object, total: int) -> Response:
    return JSONResponse(data, headers={"X-Total": str(total)})


def send_flag(text: str) -> Response:
    return flagged(text, bool(text))


def page(number: int) -> Response:
    return JSONResponse(None, headers={"X-Total": str(number)})


@router.get("/books/{number}")
def book(number: Annotated[int, Path()], paged: Annotated[Response, Depends(page)]) -> Response:
    if number:
        return paged
    return JSONResponse(None, headers={"X-Total": str(number)})
