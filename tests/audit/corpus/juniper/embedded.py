"""SessionMiddleware for pages in frames of other sites."""

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route


async def leave(request: Request) -> Response:
    response = PlainTextResponse("left")
    response.delete_cookie("juniper_frame")  # R932
    return response


async def leave_well(request: Request) -> Response:
    request.session.clear()
    return PlainTextResponse("left")


app = Starlette(
    routes=[Route("/leave", leave), Route("/leave-well", leave_well)],
    middleware=[
        Middleware(
            SessionMiddleware,
            secret_key="s" * 32,
            session_cookie="juniper_frame",
            same_site="none",
            https_only=True,
        )
    ],
)
