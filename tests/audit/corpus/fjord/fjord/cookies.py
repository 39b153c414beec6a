"""Cookies about which nothing can be proved."""

from typing import Any

from fastapi import APIRouter, Request, Response
from starlette.responses import JSONResponse, RedirectResponse

router = APIRouter()
SITE, ADMIN = "/", "/admin"


@router.post("/elsewhere")
def elsewhere(response: Response):
    # the single sign-on of another service has set it
    response.delete_cookie("portal_session")
    return {}


@router.post("/options")
def with_options(response: Response, options: dict[str, Any]):
    response.set_cookie("fjord_options", "1", **options)
    return {}


@router.delete("/options")
def without_options(response: Response):
    response.delete_cookie("fjord_options")
    return {}


@router.post("/site")
def site(response: Response):
    response.set_cookie("fjord_notice", "site", path=SITE)
    return {}


@router.post("/admin")
def admin(response: Response):
    response.set_cookie("fjord_notice", "admin", path=ADMIN)
    return {}


@router.delete("/site")
def no_site(response: Response):
    response.delete_cookie("fjord_notice", path=SITE)
    return {}


@router.delete("/admin")
def no_admin(response: Response):
    response.delete_cookie("fjord_notice", path=ADMIN)
    return {}


@router.post("/empty")
def empty(response: Response):
    response.set_cookie("fjord_filter", "all", path="/list")
    return {}


@router.post("/emptied")
def emptied(response: Response):
    response.set_cookie("fjord_filter", "", path="/list", max_age=3600)
    return {}


@router.post("/named")
def named(request: Request, response: Response, name: str):
    response.set_cookie(name, "1", path=request.url.path)
    return {}


@router.delete("/named")
def unnamed(response: Response, name: str):
    response.delete_cookie(name)
    return {}


@router.delete("/every")
def every(request: Request):
    response = RedirectResponse("/", status_code=303)
    for name in request.cookies:
        response.delete_cookie(name)
    return response


@router.post("/both")
def both(response: Response, secure: bool = True):
    response.set_cookie("fjord_view", "map", path="/view", secure=secure)
    return {}


@router.delete("/both")
def both_gone(request: Request):
    response = JSONResponse({})
    path = "/view"
    response.delete_cookie("fjord_view", path, secure=request.url.scheme == "https")
    return response


@router.post("/quoted")
def quoted(response: Response):
    response.set_cookie("fjord_set_in_tests", "1")
    return {}


@router.delete("/quoted")
def quoted_gone(response: Response):
    response.delete_cookie("fjord_set_in_tests", domain=None, path="/")
    return {}
