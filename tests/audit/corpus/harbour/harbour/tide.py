"""Cookies whose scope comes from the environment."""

import os

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

PREFIX = os.environ.get("TIDE_PREFIX", "/")


def cookie_domain() -> str | None:
    return os.getenv("TIDE_DOMAIN") or None


async def show(request: Request) -> Response:
    response = PlainTextResponse("high")
    response.set_cookie("tide", "high", path=PREFIX)
    response.set_cookie("moon", "full", domain=cookie_domain())
    response.set_cookie("wind", "north", path=os.getenv("WIND_PATH", "/"))
    return response


async def hide(request: Request) -> Response:
    response = PlainTextResponse("gone")
    response.delete_cookie("tide", path="/")  # R931
    response.delete_cookie("moon", domain=cookie_domain())
    response.delete_cookie("wind", path=os.getenv("WIND_PATH", "/"))
    return response


async def hide_again(request: Request) -> Response:
    response = PlainTextResponse("gone")
    response.delete_cookie("tide", path=PREFIX)
    response.delete_cookie("moon")  # R931
    return response


routes = [Route("/tide", show), Route("/hide", hide), Route("/again", hide_again)]
