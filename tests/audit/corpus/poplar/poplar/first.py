"""Login with three session cookies, logout with one deletion too few."""

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from poplar.names import ACCESS, NAMES, REFRESH

router = APIRouter(prefix="/first")


def _put(response: Response, name: str, value: str) -> None:
    response.set_cookie(name, value, secure=True, httponly=True, samesite="lax")


@router.post("/login")
async def login():
    response = JSONResponse({"ok": True})
    _put(response, ACCESS, "a")
    _put(response, REFRESH, "r")
    return response


@router.post("/logout")
async def logout():  # R934
    response = JSONResponse({"ok": True})
    response.delete_cookie(ACCESS)
    return response


@router.post("/language")
async def language(response: Response, code: str = "en"):
    response.set_cookie("language", code)
    return {"code": code, "names": NAMES}
