"""SessionMiddleware as it comes."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


async def home(request: Request) -> Response:
    request.session["visits"] = request.session.get("visits", 0) + 1
    return PlainTextResponse(str(request.session["visits"]))


async def reset(request: Request) -> Response:
    response = PlainTextResponse("reset")
    response.delete_cookie("session")
    return response


app = Starlette(
    routes=[Route("/", home), Route("/reset", reset)],
    middleware=[Middleware(SessionMiddleware, secret_key="s" * 32, https_only=True)],
)
