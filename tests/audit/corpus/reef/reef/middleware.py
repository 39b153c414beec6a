# sites labelled
"""Middleware of three kinds."""

import time

from fastapi import FastAPI, Request
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.responses import PlainTextResponse, Response

app = FastAPI()


class Security(BaseHTTPMiddleware):
    HEADERS = {"X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff"}

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        response = await call_next(request)
        for name, value in self.HEADERS.items():
            response.headers[name] = value  # R912
        if request.url.path.startswith("/private"):
            response.headers.setdefault("Cache-Control", "no-store")  # R912
        return response


@app.middleware("http")
async def timed(request: Request, call_next):
    start = time.monotonic()
    answer = await call_next(request)
    answer.headers["Server-Timing"] = f"app;dur={time.monotonic() - start:.1f}"  # R912
    return answer


class Raw:
    def __init__(self, app) -> None:
        self.app = app

    async def __call__(self, scope, receive, send) -> None:
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        if Headers(scope=scope).get("x-blocked"):
            blocked = PlainTextResponse("blocked", status_code=403)  # R911
            return await blocked(scope, receive, send)

        async def wrapped(message):
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).append("X-Raw", "1")
                message["headers"].append((b"x-rawer", b"1"))
            await send(message)

        return await self.app(scope, receive, wrapped)


app.add_middleware(Security)
app.add_middleware(Raw)
