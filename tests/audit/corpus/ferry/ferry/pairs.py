"""Cookies that go away in other ways than by delete_cookie."""

from functools import partial

from fastapi import APIRouter, Request, Response
from starlette.responses import PlainTextResponse

router = APIRouter()
NAMES = {"deck": "/deck", "cabin": "/cabin"}


@router.get("/board")
def board(response: Response, seat: str = "a1"):
    response.set_cookie("deck", seat, path=NAMES["deck"])
    response.set_cookie("cabin", seat, path="/cabin")
    response.set_cookie("meal", "fish", path="/galley")
    response.set_cookie("queue", "7", path="/queue")
    return {"seat": seat}


@router.get("/land")
def land(response: Response):
    for name, path in NAMES.items():
        response.delete_cookie(name, path=path)
    response.set_cookie("meal", "", max_age=0, path="/galley")
    return {"landed": True}


@router.get("/land-hungry")
def land_hungry(response: Response):
    response.set_cookie("meal", "", max_age=0)  # R930
    return {"landed": True}


@router.get("/land-late")
def land_late():
    answer = PlainTextResponse("late")
    answer.set_cookie("queue", value="", expires=0)  # R930
    return answer


@router.get("/land-early")
def land_early():
    answer = PlainTextResponse("early")
    answer.set_cookie("queue", value="", expires=0, path="/queue")
    return answer


@router.get("/island")
def island(request: Request, response: Response, code: str = "n"):
    put = partial(response.set_cookie, path="/island", httponly=True)
    put("island", code)
    put("pier", "1")
    return {"island": code}


@router.get("/mainland")
def mainland(response: Response):
    drop = partial(response.delete_cookie, path="/island", httponly=True)
    drop("island")
    drop("pier")
    return {"island": None}
