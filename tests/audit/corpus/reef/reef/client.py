# sites labelled
"""A client beside the server: its responses are not ours."""

from typing import Protocol

import httpx
from fastapi import APIRouter, Depends
from httpx import Response
from starlette.responses import JSONResponse
from starlette.responses import Response as Reply

router = APIRouter()


class HasHeaders(Protocol):
    headers: dict[str, str]
    status_code: int


def note(response: Response) -> None:
    response.headers["X-Noted"] = "1"
    response.status_code = 201


def note_any(response: HasHeaders) -> None:
    response.headers["X-Noted"] = "1"
    response.status_code = 201


def note_reply(response: Reply) -> None:
    response.headers["X-Noted"] = "1"  # R912


async def fetch(client: httpx.AsyncClient) -> Response:
    response = await client.get("https://reef.example/", headers={"X-Reef": "1"})
    response.headers["X-Fetched"] = "1"
    return response


@router.get("/fetch")
async def fetched(client: httpx.AsyncClient = Depends(httpx.AsyncClient)):
    response = await fetch(client)
    note(response)
    if response.status_code != 200:
        return JSONResponse({"upstream": response.status_code}, status_code=502)  # R911
    return JSONResponse(response.json())


@router.get("/both")
async def both(reply: Reply, client: httpx.AsyncClient = Depends(httpx.AsyncClient)):
    response = await fetch(client)
    reply.headers["X-Upstream"] = str(response.status_code)  # R912
    response.headers["X-Seen"] = "1"
    return response.json()
