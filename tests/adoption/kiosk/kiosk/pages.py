"""What people see."""

from __future__ import annotations

from html import escape

from starlette import responses as r
from starlette.requests import Request

from . import cookies, data

TITLES = {"en": "Tickets", "de": "Eintrittskarten", "fr": "Billets"}


def page(title: str, *lines: str) -> str:
    return f"<!doctype html><title>{escape(title)}</title>" + "".join(
        f"<p>{escape(line)}</p>" for line in lines
    )


async def home(request: Request) -> r.Response:
    language = data.language(request.cookies.get(cookies.LANGUAGE))
    prices = [f"{kind}: {price} €" for kind, price in data.PRICES.items()]
    response = r.HTMLResponse(page(TITLES[language], *prices))
    response.headers["Cache-Control"] = "public, max-age=300"
    response.headers.append("Vary", "Cookie")
    return response


async def account(request: Request) -> r.Response:
    name = data.member(request.cookies.get(cookies.SESSION))
    if name is None:
        return r.RedirectResponse("/login", status_code=303)
    own = [f"{one.number}: {one.kind}" for one in data.tickets.values() if one.owner == name]
    response = r.HTMLResponse(page(name, *own))
    response.headers["Cache-Control"] = "no-store"
    if flash := cookies.said(request, response):
        response.headers["X-Flash"] = flash
    cookies.protect(response, f"{name}-form")
    return response


async def receipt(request: Request) -> r.Response:
    number = int(request.path_params["number"])
    if (ticket := data.tickets.get(number)) is None:
        return r.HTMLResponse(page("No such ticket"), status_code=404)
    return r.HTMLResponse(
        page(f"Ticket {number}", ticket.kind),
        headers={"Cache-Control": "no-store"},  # it has a name on it
    )


async def login_form(request: Request) -> r.Response:
    response = r.HTMLResponse(page("Sign in", "Name", "PIN"))
    response.headers["Cache-Control"] = "no-store"
    return response


async def choose(request: Request) -> r.Response:
    """/language/de"""
    response = r.RedirectResponse("/", status_code=303)
    cookies.speak(response, data.language(request.path_params["language"]))
    return response


async def forget_language(request: Request) -> r.Response:
    response = r.RedirectResponse("/", status_code=303)
    response.set_cookie("lang", "", max_age=0)
    return response


async def robots(request: Request) -> "r.PlainTextResponse":  # noqa: UP037  # older than the import
    return r.PlainTextResponse("User-agent: *\nDisallow: /\n")


async def image(request: Request) -> r.Response:
    name = request.path_params["name"]
    return r.Response(
        f"<svg xmlns='http://www.w3.org/2000/svg'><title>{escape(name)}</title></svg>",
        media_type="image/svg+xml",
        headers={"Content-Disposition": f'inline; filename="{name}.svg"'},
    )
