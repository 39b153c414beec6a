"""Content-Type in the wrong place."""

import httpx
from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse, StreamingResponse

from pebble.send import CSV_HEADERS, answer

router = APIRouter()


@router.get("/1")
def one():
    return Response("a,b", headers={"Content-Type": "text/csv"})  # R940


@router.get("/2")
def two():
    return JSONResponse({"a": 1}, headers={"content-type": "application/hal+json"})  # R940


@router.get("/3")
def three():
    response = Response("a,b")
    response.headers["Content-Type"] = "text/csv"  # R940
    return response


@router.get("/4")
def four(response: Response):
    response.headers["content-type"] = "application/vnd.pebble+json"  # R940
    return {"a": 1}


@router.get("/5")
def five():
    return StreamingResponse(iter(["a"]), headers=CSV_HEADERS)  # R940 =csv


@router.get("/6")
def six():
    response = Response(b"x")
    response.headers.update({"Content-Type": "text/x-pebble", "X-Pebble": "6"})  # R940
    return response


@router.get("/7")
def seven():
    return Response("a,b", media_type="text/csv", headers={"X-Content-Type": "csv"})


@router.get("/8")
def eight():
    return Response("x", headers={"X-Content-Type-Options": "nosniff"})


@router.get("/9")
async def nine():
    async with httpx.AsyncClient(headers={"Content-Type": "application/json"}) as client:
        got = await client.post(
            "https://stones.example/", content=b"{}", headers={"Content-Type": "application/json"}
        )
    return Response(got.content, media_type=got.headers["Content-Type"])


@router.get("/10")
async def ten(client: httpx.AsyncClient):
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    got = await client.post("https://stones.example/", headers=headers)
    got.headers["Content-Type"] = "text/plain"
    return answer(got.json())


@router.get("/11")
def eleven():
    response = Response("x", media_type="text/plain")
    kind = response.headers["Content-Type"]
    return {"kind": kind, "Content-Type": "in a body"}
