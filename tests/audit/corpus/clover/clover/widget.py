"""A widget in pages of other sites."""

from fastapi import APIRouter, Response
from starlette.responses import JSONResponse

from clover.options import CROSS_SITE, Options, options

router = APIRouter(prefix="/widget")


@router.get("/open")
def open_widget(response: Response):
    response.set_cookie("widget", "w", **CROSS_SITE)
    response.set_cookie("helper", "h", secure=True, samesite="none", httponly=True)
    response.set_cookie("panel", "p", samesite=options.samesite, secure=options.secure)
    return {"open": True}


@router.get("/close")
def close_widget(response: Response):
    response.delete_cookie("widget", **CROSS_SITE)
    response.delete_cookie("helper", secure=True, samesite="none", httponly=True)
    response.delete_cookie("panel", samesite=options.samesite, secure=options.secure)
    return {"open": False}


@router.get("/close-badly")
def close_badly():
    answer = JSONResponse({"open": False})
    answer.delete_cookie("widget")  # R932
    return answer


@router.get("/close-worse")
def close_worse():
    answer = JSONResponse({"open": False})
    answer.delete_cookie(key="helper", path="/", httponly=True)  # R932
    return answer


@router.get("/close-panel")
def close_panel():
    answer = JSONResponse({"open": False})
    answer.delete_cookie("panel")  # R933
    return answer


class Panel:
    def __init__(self, settings: Options) -> None:
        self.settings = settings

    def show(self, response: Response) -> None:
        response.set_cookie("side_panel", "1", samesite=self.settings.samesite, secure=True)

    def hide(self, response: Response) -> None:
        response.delete_cookie("side_panel", samesite=self.settings.samesite, secure=True)

    def vanish(self, response: Response) -> None:
        response.delete_cookie("side_panel", path="/")  # R933
