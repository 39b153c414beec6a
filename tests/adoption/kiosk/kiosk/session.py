"""Signing in and out."""

from __future__ import annotations

from . import cookies, data
from .http import HTTPException, RedirectResponse, Request, Response
from .settings import settings


async def login(request: Request) -> Response:
    form = await request.form()
    name, pin = str(form.get("name")), str(form.get("pin"))
    if data.PINS.get(name) != pin:
        raise HTTPException(401, "Name or PIN is wrong.", headers={"WWW-Authenticate": "Form"})
    response = RedirectResponse("/account", status_code=303)
    cookies.begin(response, data.token(name)); cookies.say(response, "signed-in")
    return response


async def logout(request: Request) -> Response:
    response = RedirectResponse("/", status_code=303)
    cookies.end(response)
    if cookies.CART in request.cookies:
        response.delete_cookie(cookies.CART)
    response.set_cookie("flash", "signed-out", max_age=60, httponly=True); return response


async def leave(request: Request) -> Response:
    """The machine was left alone: whoever comes next is somebody else."""
    response = Response(status_code=204)
    for key in (cookies.SESSION, cookies.FLASH):
        response.delete_cookie(key)
    response.delete_cookie("lang")
    return response


async def embed(request: Request) -> Response:
    """The web site of the museum shows a machine in a frame."""
    response = RedirectResponse("/", status_code=303)
    response.set_cookie(
        "embedded", "1", domain=settings.embed_domain, secure=True, httponly=True, samesite="none"
    )
    return response


async def unembed(request: Request) -> Response:
    response = Response(status_code=204)
    response.delete_cookie("embedded", domain=settings.embed_domain)
    return response
