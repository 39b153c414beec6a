# sites labelled
from starlette.exceptions import HTTPException
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import Response


class Timing(BaseHTTPMiddleware):
    async def dispatch(self, request: Request, call_next):
        response = await call_next(request)
        response.headers["X-Process-Time"] = "1"  # R912
        return response


async def visit(request: Request, call_next) -> Response:
    response = await call_next(request)
    if response.status_code == 200:
        response.set_cookie("visited", "1")  # R914
    return response


def forbid(reason: str) -> HTTPException:  # R915
    return HTTPException(403, reason, headers={"X-Reason": "policy"})  # R913?


def check(request: Request) -> None:
    if not request.headers.get("x-key"):
        raise forbid("no key")
    if len(request.headers["x-key"]) > 100:
        raise HTTPException(431)
