"""The cookie once lived elsewhere: both places are cleaned."""

from fastapi import APIRouter, Depends, Response
from fastapi.responses import RedirectResponse

router = APIRouter(prefix="/legacy")
OLD_PATH = "/legacy"


@router.get("/ticket")
def ticket(response: Response):
    response.set_cookie("ticket", "t", path="/tickets")
    return {"ticket": "t"}


@router.get("/refund")
def refund(response: Response):
    response.delete_cookie("ticket", path="/tickets")
    response.delete_cookie("ticket", path=OLD_PATH)
    response.delete_cookie("ticket")
    return {"ticket": None}


@router.get("/pass")
def travel_pass(response: Response, child: bool = False):
    if child:
        response.set_cookie("pass_kind", "child", path="/pass")
    else:
        response.set_cookie("pass_kind", "adult", path="/pass")
    return {"child": child}


@router.get("/pass/end")
def end(quick: bool = False):
    if quick:
        response = RedirectResponse("/", status_code=303)
        response.delete_cookie("pass_kind", path="/pass")
    else:
        response = RedirectResponse("/bye", status_code=303)
        response.delete_cookie("pass_kind", path="/pass")
    return response


@router.get("/pass/end-badly")
def end_badly(quick: bool = Depends(lambda: True)):
    response = RedirectResponse("/" if quick else "/bye", status_code=303)
    if quick:
        response.delete_cookie("pass_kind", path="/")  # R930
    else:
        response.delete_cookie("pass_kind", path="/pass")
    return response
