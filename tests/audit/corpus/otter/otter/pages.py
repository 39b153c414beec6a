"""Starlette alone: endpoints, templates, mounts."""

from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import *
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.templating import Jinja2Templates
from starlette.websockets import WebSocket

templates = Jinja2Templates(directory="templates")


class Items(HTTPEndpoint):
    async def get(self, request: Request) -> Response:
        return JSONResponse({"items": []}, headers={"Accept-Range": "items"})  # R202

    async def post(self, request: Request) -> Response:
        body = await request.json()
        response = JSONResponse(body, status_code=201)
        response.headers["Location"] = "/items/1"
        return response

    async def delete(self, request: Request) -> Response:
        response = Response(status_code=204)
        response.headers["X-Deleted"] = 1  # R944
        return response


async def page(request: Request) -> Response:
    return templates.TemplateResponse(request, "page.html", {"title": "otter"})


async def form(request: Request) -> Response:
    data = await request.form()
    if not data:
        raise HTTPException(400, "empty")
    return RedirectResponse("/", status_code=303)


async def download(request: Request) -> Response:
    return FileResponse("/srv/otter.bin", headers={"Content-Type": "application/x-otter"})  # R940


async def socket(websocket: WebSocket) -> None:
    await websocket.accept(headers=[(b"x-otter", b"1")])
    await websocket.send_json({"headers": {"X-Size": 1}})


class Plain:
    """An ASGI application without a framework's class."""

    async def __call__(self, scope, receive, send):
        headers = [(b"content-type", b"text/plain"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": b"plain"})


app = Starlette(
    routes=[
        Route("/items", Items),
        Route("/", page),
        Route("/form", form, methods=["POST"]),
        Route("/download", download),
        WebSocketRoute("/ws", socket),
        Mount("/plain", Plain()),
        Mount("/static", StaticFiles(directory="static")),
    ]
)
