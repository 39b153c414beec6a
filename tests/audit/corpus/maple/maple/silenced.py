"""Suppressions that silence something, and some that do not."""

from fastapi import APIRouter, Response
from starlette.responses import JSONResponse

router = APIRouter()


@router.get("/1")
def one():
    return JSONResponse({}, headers={"E-Tag": '"v1"'})  # respgen: ignore[R202] an old client reads it


@router.get("/2")
def two():
    return JSONResponse({}, headers={"ETag": '"2"'})  # respgen: ignore[R202] # R901


@router.get("/3")
def three(response: Response):
    response.headers["X-Size"] = 3  # respgen: ignore[R9]
    return {}


@router.get("/4")
def four(response: Response):
    response.headers["X-Size"] = "4"  # respgen: ignore[R944, R940] # R901
    return {}


@router.get("/5")
def five():
    return JSONResponse(  # respgen: ignore[R207, R944]
        {},
        headers={
            "Connection": "close",
            "X-Count": 5,
        },
    )


@router.get("/6")
def six():
    return JSONResponse(
        {},
        headers={"Connection": "close"},  # respgen: ignore[R207]
    )


@router.get("/7")
def seven():
    text = "# respgen: ignore[R207]"
    return JSONResponse({"text": text})


@router.get("/8")
def eight():
    return JSONResponse({}, headers={"Connection": "close"})  # respgen: ignore[R944] # R207, R901


@router.get("/9")
def nine():
    number = 9  # respgen: ignore[R930] nothing is here # R901
    return JSONResponse({"nine": number})
