"""Values whose type or origin is unknown: nothing is said."""

import json
from typing import Any

from fastapi import APIRouter, Depends, HTTPException, Request, Response
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse

from fjord import reports

router = APIRouter()


def extra_headers(kind: str) -> dict[str, str]:
    return reports.headers_for(kind)


@router.get("/1")
def one():
    return JSONResponse({"one": 1}, headers=extra_headers("one"))


@router.get("/2")
def two(chunks: Any = None):
    return StreamingResponse(chunks, media_type="text/event-stream", headers=extra_headers("sse"))


@router.get("/3")
def three(kind: str = "text/event-stream"):
    return StreamingResponse(iter(["3"]), media_type=kind)


@router.get("/4")
def four(response: Response):
    response.headers["X-Report"] = reports.number()
    return {}


@router.get("/5")
def five(text: str = "{}"):
    return JSONResponse(reports.parse(text))


@router.get("/6")
def six(text: str = "{}"):
    return JSONResponse(text)


@router.get("/7")
def seven(age: int = 0):
    response = HTMLResponse("<p>7</p>")
    response.set_cookie("seven", "7", max_age=reports.lifetime())
    response.headers["Age"] = str(age)
    return response


@router.get("/8", response_class=reports.CLASS)
def eight():
    return {"eight": 8}


@router.get("/9", status_code=reports.STATUS)
def nine():
    return JSONResponse({"nine": 9})


@router.get("/10")
def ten(report: Any = Depends(reports.load)):
    if report is None:
        raise HTTPException(404)
    return report


@router.get("/11")
async def eleven(request: Request):
    body = json.loads(await request.body() or b"{}")
    headers = body.get("headers", {})
    headers["Content-Type"] = "text/plain"
    headers.pop("X", None)
    return JSONResponse({"headers": headers})


@router.get("/12")
def twelve(headers: dict[str, str]):
    """The headers are the request's body: nobody's response."""
    headers["X-Twelve"] = "12"
    return headers
