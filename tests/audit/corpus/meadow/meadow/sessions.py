"""Login and logout that forget a part."""

from fastapi import APIRouter
from fastapi.responses import JSONResponse

router = APIRouter()


@router.post("/login")
def login():
    response = JSONResponse({"ok": True})
    response.set_cookie("meadow_access_token", "a", secure=True, httponly=True)
    response.set_cookie("meadow_refresh_token", "r", secure=True, httponly=True)
    response.set_cookie("theme", "dark")
    return response


@router.post("/logout")
def logout():  # R934
    response = JSONResponse({"ok": True})
    response.delete_cookie("meadow_access_token")
    return response
