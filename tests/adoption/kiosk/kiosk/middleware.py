"""What every answer gets."""

from __future__ import annotations

from starlette.datastructures import MutableHeaders
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from . import cookies, data
from .settings import settings


class Sessions(BaseHTTPMiddleware):
    """A session lasts as long as somebody uses the machine."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> Response:
        session = request.cookies.get(cookies.SESSION)
        if session and data.member(session) is None:
            response: Response = RedirectResponse("/login", status_code=303)
            response.delete_cookie("kiosk_session", secure=settings.https, samesite="strict")
            return response
        response = await call_next(request)
        if session and request.url.path == "/account":
            cookies.begin(response, session)
        if request.url.path.startswith("/api/"):
            response.headers.setdefault("Cache-Control", "private")
        return response


class Hardened:
    """Headers for what every part of the application sends."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def hardened(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message)["X-Content-Type-Options"] = "nosniff"
            await send(message)

        await self.app(scope, receive, hardened if scope["type"] == "http" else send)
