"""What is raised in middleware, no handler sees."""

from fastapi import FastAPI, HTTPException, Request
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import JSONResponse

app = FastAPI()


class Gate(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        if "x-key" not in request.headers:
            raise HTTPException(status_code=403, detail="no key")  # R952
        return await call_next(request)


@app.middleware("http")
async def slow_down(request: Request, call_next):
    if request.headers.get("x-fast"):
        raise HTTPException(429, "slow down")  # R952
    return await call_next(request)


class PureGate:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and not scope.get("client"):
            raise HTTPException(status_code=400)  # R952
        await self.app(scope, receive, send)


class Answering(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        if "x-key" not in request.headers:
            return JSONResponse({"detail": "no key"}, status_code=403)
        return await call_next(request)


class Catching(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        try:
            if "x-key" not in request.headers:
                raise HTTPException(status_code=403, detail="no key")
            return await call_next(request)
        except HTTPException as error:
            return JSONResponse({"detail": error.detail}, status_code=error.status_code)


class Reraising(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        try:
            return await call_next(request)
        except ValueError:
            return JSONResponse({"detail": "bad"}, status_code=400)


def guard(request: Request) -> None:
    if "x-key" not in request.headers:
        raise HTTPException(403, "no key")


@app.get("/")
def home(request: Request):
    guard(request)
    return {"home": True}


app.add_middleware(Gate)
app.add_middleware(PureGate)
app.add_middleware(Answering)
app.add_middleware(Catching)
app.add_middleware(Reraising)
