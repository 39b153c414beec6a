"""The shop inside other people's pages."""

from fastapi import APIRouter
from starlette.responses import HTMLResponse, RedirectResponse, Response

from .store import get_store

router = APIRouter(prefix="/embed")


@router.get("/frame")
def frame():
    page = HTMLResponse("<p>apples</p>")
    page.set_cookie("frame_session", "x1", secure=True, httponly=True, samesite="none")
    return page


@router.get("/close")
def close():
    page = RedirectResponse("/embed/frame", status_code=303)
    page.delete_cookie("frame_session")  # R932
    return page


@router.get("/close-well")
def close_well():
    page = RedirectResponse("/embed/frame", status_code=303)
    page.delete_cookie("frame_session", secure=True, httponly=True, samesite="none")
    return page


def _forget(response: Response, name: str) -> None:
    response.delete_cookie(name)


@router.get("/hint")
def hint():
    page = Response("seen")
    page.set_cookie("hint", "1", samesite="lax", secure=True)
    return page


@router.get("/hint/close")
def close_hint():
    page = Response("gone")
    _forget(page, "hint")
    get_store().delete_cookie("frame_session")
    return page
