"""Flow: match, walrus, loops, try, conditional expressions."""

from contextvars import ContextVar

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, PlainTextResponse
from starlette.datastructures import MutableHeaders

app = FastAPI()
request_id: ContextVar[str] = ContextVar("request_id", default="-")
NOT_READY = HTTPException(503, "not ready", headers={"Retry-After": "2 minutes"})  # R224
BUSY = HTTPException(503, "busy", headers={"Retry-After": "120"})


@app.get("/1")
def one(kind: str):
    match kind:
        case "json":
            response = JSONResponse({"kind": kind})
        case "text":
            response = PlainTextResponse(kind)
        case _:
            raise BUSY
    response.headers["X-Kind"] = kind
    response.headers["X-Length"] = len(kind)  # R944
    return response


@app.get("/2")
def two(name: str):
    if (response := JSONResponse({"name": name})) and name:
        response.headers["E-Tag"] = '"2"'  # R202
    return response


@app.get("/3")
def three():
    raise NOT_READY


@app.get("/4")
def four():
    if request_id.get() == "-":
        raise NOT_READY
    raise BUSY


@app.get("/5")
def five(ready: bool = True):
    response = PlainTextResponse("5") if ready else JSONResponse({"five": 5})
    response.headers["X-Request-ID"] = request_id.get()
    return response


class Stamp:
    """Pure ASGI."""

    def __init__(self, app) -> None:
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def stamped(message):
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                headers["X-Request-ID"] = request_id.get()
                headers.append("Vary", "Cookie")
            await send(message)

        await self.app(scope, receive, stamped)


class Deny:
    def __init__(self, app) -> None:
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/denied":
            response = PlainTextResponse("no", status_code=403, headers={"X-Why": 1})  # R944
            await response(scope, receive, send)
            return
        await self.app(scope, receive, send)


@app.middleware("http")
async def remember(request: Request, call_next) -> Response:
    token = request_id.set(request.headers.get("x-request-id", "-"))
    try:
        response = await call_next(request)
        response.headers["X-Request-ID"] = request_id.get()
        return response
    finally:
        request_id.reset(token)


def no_store(view):
    """A decorator that touches what its view returns."""

    def inner(*args, **kwargs):
        response = view(*args, **kwargs)
        response.headers["Cache-Control"] = "no-store"
        return response

    return inner


@app.get("/6")
@no_store
def six():
    return JSONResponse({"six": 6})


app.add_middleware(Stamp)
app.add_middleware(Deny)
