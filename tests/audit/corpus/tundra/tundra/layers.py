"""Middleware in other places."""

from fastapi import FastAPI
from fastapi import HTTPException as Refusal
from starlette import status
from starlette.exceptions import HTTPException
from starlette.middleware import base
from starlette.responses import PlainTextResponse


class Limits(base.BaseHTTPMiddleware):
    limit = 10

    async def dispatch(self, request, call_next):
        length = int(request.headers.get("content-length", "0"))
        if length > self.limit:
            raise Refusal(status.HTTP_413_REQUEST_ENTITY_TOO_LARGE)  # R952
        response = await call_next(request)
        return response


class Hosts(base.BaseHTTPMiddleware):
    def __init__(self, app, hosts=()):
        super().__init__(app)
        self.hosts = hosts

    async def dispatch(self, request, call_next):
        try:
            host = request.headers["host"]
        except KeyError:
            raise HTTPException(400, "no host")  # R952
        if host not in self.hosts:
            return PlainTextResponse("no such host", status_code=400)
        return await call_next(request)


def create() -> FastAPI:
    app = FastAPI()
    app.add_middleware(Limits)
    app.add_middleware(Hosts, hosts=("a.example",))

    @app.middleware("http")
    async def closed(request, call_next):
        if request.url.path.startswith("/closed"):
            raise HTTPException(status_code=404)  # R952
        return await call_next(request)

    @app.middleware("http")
    async def open_at_last(request, call_next):
        try:
            if request.url.path.startswith("/soon"):
                raise HTTPException(status_code=404)
        except HTTPException as error:
            return PlainTextResponse(str(error.detail), error.status_code)
        return await call_next(request)

    @app.middleware("http")
    async def shut(request, call_next):
        if request.url.path.startswith("/shut"):
            return PlainTextResponse("shut", status_code=404)
        return await call_next(request)

    @app.get("/raises")
    async def raises():
        raise HTTPException(status_code=404)

    return app


class Gatekeeper:
    """No middleware: a dependency with a __call__ of its own."""

    async def __call__(self, key: str = "") -> str:
        if not key:
            raise HTTPException(status_code=403)
        return key


class Dispatcher:
    async def dispatch(self, job: str) -> str:
        if not job:
            raise HTTPException(status_code=400)
        return job
