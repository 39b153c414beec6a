# sites labelled
"""Shapes over functions: names of fields have no case, and keys no order."""

from fastapi import APIRouter
from starlette.responses import JSONResponse, PlainTextResponse

router = APIRouter(prefix="/shapes")


@router.get("/1")
def one():
    return JSONResponse({"error": "x", "code": 1}, 422)  # R911, R916


@router.get("/2")
def two():
    return JSONResponse({"code": 2, "error": "y"}, status_code=422)  # R911


@router.get("/3")
def three(reason: str):
    return JSONResponse(status_code=422, content={"error": reason, "code": len(reason)})  # R911


@router.get("/4")
def four():
    return JSONResponse({"error": "x", "code": 4}, 423)  # R911


@router.get("/5")
def five():
    return PlainTextResponse("5", headers={"X-Shape": "5", "X-Side": "1"})  # R911


@router.get("/6")
def six():
    return PlainTextResponse("6", headers={"X-Shape": "6"})  # R911


@router.get("/7")
def seven():
    return PlainTextResponse("7", headers={"X-Side": "7"})  # R911
