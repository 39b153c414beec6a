# sites labelled
from fastapi import APIRouter
from starlette.responses import HTMLResponse, Response

router = APIRouter(prefix="/tables")


@router.get("/1")
def one():
    return Response("a", media_type="text/csv", headers={"X-Rows": "1"})  # R911, R916


@router.get("/2")
def two():
    return Response("a\nb", media_type="text/csv", headers={"X-Rows": "2"})  # R911


@router.get("/3")
def three():
    return Response(content="", headers={"X-Rows": "0"}, media_type="text/csv")  # R911


@router.get("/4")
def four():
    return Response("a", media_type="text/csv", headers={"X-Columns": "1"})  # R911


@router.get("/5")
def five():
    return Response("a", media_type="text/tab-separated-values", headers={"X-Rows": "1"})  # R911


@router.get("/6")
def six():
    return HTMLResponse("<table/>")
