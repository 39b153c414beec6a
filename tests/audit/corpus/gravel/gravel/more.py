"""Mappings of modules and classes, once more."""

from fastapi import APIRouter, HTTPException
from starlette.responses import JSONResponse, Response

from gravel import shared

router = APIRouter(prefix="/more")
CORS = {"Access-Control-Allow-Origin": "https://gravel.example"}
CHALLENGE = {"WWW-Authenticate": "Bearer"}


@router.get("/1")
def one(origin: str):
    CORS["Access-Control-Allow-Origin"] = "https://other.example"  # R942
    return JSONResponse({"one": 1}, headers=CORS)


@router.get("/2")
def two():
    headers = shared.NO_STORE
    headers.setdefault("X-Two", "2")  # R942
    return JSONResponse({"two": 2}, headers=headers)


@router.get("/3")
def three():
    raise HTTPException(401, headers=CHALLENGE | {"X-Three": "3"})


@router.get("/4")
def four():
    headers: dict[str, str] = {}
    headers.update(CORS)
    headers["X-Four"] = "4"
    return JSONResponse({"four": 4}, headers=headers)


@router.get("/5")
def five():
    response = Response("5", headers=CORS)
    response.headers["X-Five"] = "5"
    return response


class Reply(JSONResponse):
    """Takes the headers of its caller as they are."""

    def __init__(self, content, headers=None, **kwargs):
        kwargs["headers"] = {**CORS, **(headers or {})}
        super().__init__(content, **kwargs)


class Answer(JSONResponse):
    def __init__(self, content, *args, headers=None, **kwargs):
        if headers:
            headers["X-Answer"] = "1"  # R943
        super().__init__(content, *args, headers=headers, **kwargs)
