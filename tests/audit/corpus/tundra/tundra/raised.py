"""Exceptions that are returned, responses that are raised."""

from fastapi import APIRouter, HTTPException, Request
from fastapi.responses import JSONResponse, PlainTextResponse, Response

router = APIRouter()


@router.get("/1")
def one(key: str):
    if key == "x":
        raise JSONResponse({"detail": "no"}, status_code=404)  # R951 error
    return {"key": key}


@router.get("/2")
def two(key: str):
    if key == "x":
        return HTTPException(status_code=404, detail="no such key")  # R951 warning
    return {"key": key}


@router.get("/3")
def three(key: str):
    if key == "x":
        HTTPException(404, "no such key")  # R951 warning
    return {"key": key}


@router.get("/4")
def four():
    answer = PlainTextResponse("4")
    answer.headers = {"X-Four": "4"}  # R951 error
    return answer


@router.get("/5")
def five():
    answer = PlainTextResponse("5")
    answer.headers.pop("content-length")  # R951 error
    return answer


@router.get("/6")
def six(key: str):
    if key == "x":
        return {"error": "no such key"}, 404  # R951 warning
    return {"key": key}


async def strip(request: Request, call_next):
    response = await call_next(request)
    response.headers.pop("server", None)  # R951 error
    return response


def not_found(what: str) -> HTTPException:
    return HTTPException(404, f"no such {what}")


def pick(kind: str) -> HTTPException:
    error = HTTPException(400, kind)
    error.headers = {"X-Kind": kind}
    return error


@router.get("/7")
def seven(key: str):
    if key == "x":
        raise not_found("key")
    return {"key": key}


@router.get("/8")
def eight():
    answer = PlainTextResponse("8")
    del answer.headers["content-length"]
    if "x-eight" in answer.headers:
        answer.headers["x-eight"] = "8"
    return answer


@router.get("/9")
def nine(settings: dict):
    settings.pop("x", None)
    error = HTTPException(409, "nine")
    raise error


def pair(key: str):
    return key, 404


@router.get("/10")
def ten() -> Response:
    body, status = pair("k")
    return PlainTextResponse(body, status_code=status)


@router.get("/11")
def eleven(request: Request):
    headers = dict(request.headers)
    headers.pop("host", None)
    return headers
