"""Headers of one response on another."""

import httpx
from fastapi import APIRouter
from starlette.responses import PlainTextResponse, Response, StreamingResponse

router = APIRouter()


@router.get("/1")
async def one(client: httpx.AsyncClient):
    upstream = await client.get("https://flint.example/")
    return Response(upstream.content, headers=dict(upstream.headers))


@router.get("/2")
def two():
    first = PlainTextResponse("2")
    first.set_cookie("spark", "2")
    second = StreamingResponse(iter(["2"]))
    second.raw_headers.extend(first.raw_headers)
    return second


@router.get("/3")
def three():
    first = PlainTextResponse("3")
    first.headers["X-Three"] = "3"
    second = PlainTextResponse("3", headers={"X-Three": first.headers["X-Three"]})
    second.set_cookie("flame", "3")
    return second
