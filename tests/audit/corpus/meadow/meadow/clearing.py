"""Everything of the site is cleared at once."""

from fastapi import APIRouter, Response

router = APIRouter(prefix="/clearing")


@router.post("/login")
def login(response: Response):
    response.set_cookie("clearing_session", "s", secure=True, httponly=True)
    response.set_cookie("clearing_auth_token", "t", secure=True, httponly=True)
    return {"ok": True}


@router.post("/logout")
def logout(response: Response):
    response.delete_cookie("clearing_session")
    response.headers["Clear-Site-Data"] = '"cookies"'
    return {"ok": True}
