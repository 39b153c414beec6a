"""A proxy: headers of others on responses of ours."""

import logging

import httpx
from fastapi import APIRouter, Request
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import Response, StreamingResponse

log = logging.getLogger(__name__)
router = APIRouter()
HOP_BY_HOP = {"connection", "keep-alive", "transfer-encoding", "upgrade"}


@router.api_route("/{path:path}", methods=["GET", "POST"])
async def forward(path: str, request: Request):
    headers = dict(request.headers)
    headers.pop("host", None)
    headers["Connection"] = "close"
    headers["Content-Type"] = "application/json"
    async with httpx.AsyncClient() as client:
        answer = await client.request(request.method, f"https://fjord.example/{path}", headers=headers)
    passed = {k: v for k, v in answer.headers.items() if k.lower() not in HOP_BY_HOP}
    return Response(answer.content, answer.status_code, headers=passed)


@router.get("/stream")
async def stream(client: httpx.AsyncClient):
    sent = await client.send(client.build_request("GET", "https://fjord.example/"), stream=True)
    return StreamingResponse(
        sent.aiter_raw(), status_code=sent.status_code, headers=dict(sent.headers)
    )


class Logged(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next) -> Response:
        response = await call_next(request)
        log.info("%s %s", response.status_code, dict(response.headers))
        return response


class Rebuilt(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next) -> Response:  # R946 error
        response = await call_next(request)
        body = b"".join([chunk async for chunk in response.body_iterator])
        headers = dict(response.headers)
        headers.pop("content-length", None)
        return Response(body, response.status_code, headers=headers)


class RebuiltWell(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next) -> Response:
        response = await call_next(request)
        body = b"".join([chunk async for chunk in response.body_iterator])
        rebuilt = Response(body, response.status_code)
        rebuilt.raw_headers = [
            pair for pair in response.raw_headers if pair[0] != b"content-length"
        ]
        return rebuilt


class Stripped(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next) -> Response:
        response = await call_next(request)
        if "server" in response.headers:
            del response.headers["server"]
        return response
