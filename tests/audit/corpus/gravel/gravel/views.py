from fastapi import APIRouter
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse

from . import shared
from .shared import BASE, NO_STORE

router = APIRouter()
LOCAL_HEADERS = {"X-Local": "yes"}


@router.get("/1")
def one(item: str):
    NO_STORE["X-Item"] = "1"  # R942
    return JSONResponse({"item": item}, headers=NO_STORE)


@router.get("/2")
def two():
    shared.BASE.update({"X-Two": "2"})  # R942
    return PlainTextResponse("2", headers=shared.BASE)


@router.get("/3")
def three():
    headers = LOCAL_HEADERS
    headers["X-Three"] = "3"  # R942
    return PlainTextResponse("3", headers=headers)


def page(text: str, headers: dict[str, str] = {}) -> HTMLResponse:
    headers["X-Page"] = "1"  # R942, R943?
    return HTMLResponse(text, headers=headers)


def sheet(text: str, headers={}):
    headers.setdefault("X-Sheet", "1")  # R942, R943?
    return HTMLResponse(text, headers=headers)


@router.get("/4")
def four():
    headers = dict(BASE)
    headers["X-Four"] = "4"
    return PlainTextResponse("4", headers=headers)


@router.get("/5")
def five():
    headers = {**BASE, **NO_STORE}
    headers["X-Five"] = "5"
    return PlainTextResponse("5", headers=headers)


@router.get("/6")
def six():
    headers = BASE.copy()
    headers.update(shared.PAGE)
    return PlainTextResponse("6", headers=headers)


@router.get("/7")
def seven():
    headers = BASE | {"X-Seven": "7"}
    headers["X-Also"] = "7"
    return PlainTextResponse("7", headers=headers)


@router.get("/8")
def eight():
    headers = shared.base()
    headers["X-Eight"] = "8"
    return PlainTextResponse("8", headers=headers)


def plain(text: str, headers: dict[str, str] = {}):
    return PlainTextResponse(text, headers={**headers, "X-Plain": "1"})


@router.get("/9")
def nine():
    LOCAL_HEADERS = {"X-Mine": "9"}
    LOCAL_HEADERS["X-Nine"] = "9"
    return PlainTextResponse("9", headers=LOCAL_HEADERS)
