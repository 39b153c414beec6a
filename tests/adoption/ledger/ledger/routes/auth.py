"""Logging in and out."""

from typing import Any

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import JSONResponse

from .. import books
from ..envelope import fail, ok
from ..models import Credentials
from ..security import Current
from ..settings import settings

router = APIRouter(prefix="/auth", tags=["auth"])


def signed_in(response: Response, name: str, max_age: int | None) -> None:
    response.set_cookie(
        settings.cookie.name,
        books.sign(name),
        max_age=max_age,
        domain=settings.cookie.domain,
        secure=settings.cookie.secure,
        httponly=True,
        samesite="strict",
    )


@router.post("/login")
def login(credentials: Credentials) -> JSONResponse:
    if books.PASSWORDS.get(credentials.name) != credentials.password:
        return fail("credentials", "Name or password is wrong", 401)
    response = ok({"name": credentials.name, "role": books.ROLES[credentials.name]})
    signed_in(response, credentials.name, settings.lifetime if credentials.remember else None)
    response.set_cookie(key="theme", value="plain", max_age=31536000, samesite="lax")
    return response


@router.post("/token")
def token(credentials: Credentials) -> dict[str, Any]:
    if books.PASSWORDS.get(credentials.name) != credentials.password:
        raise HTTPException(
            status_code=400,
            detail="Incorrect username or password",
            headers={"WWW-Authenticate": "Bearer"},
        )
    return {"access_token": books.sign(credentials.name), "token_type": "bearer"}


@router.post("/logout")
def logout(response: Response, everywhere: bool = False) -> dict[str, bool]:
    response.delete_cookie(
        settings.cookie.name,
        domain=settings.cookie.domain,
        secure=settings.cookie.secure,
        httponly=True,
        samesite="strict",
    )
    if everywhere:
        response.headers["Clear-Site-Data"] = '"cookies", "storage"'
    return {"success": True}


@router.delete("/me")
def forget_me(user: Current) -> JSONResponse:
    response = JSONResponse({"success": True, "data": user.name}, headers={"Cache-Control": "no-store"})
    response.delete_cookie(settings.cookie.name)
    response.delete_cookie("theme")
    return response


@router.get("/me")
def me(request: Request, user: Current) -> JSONResponse:
    response = ok(user.model_dump())
    if "theme" not in request.cookies:
        response.set_cookie("theme", "plain", 31536000)
    return response


@router.post("/theme/{name}")
def theme(name: str) -> Response:
    response = Response(status_code=204)
    match name:
        case "plain" | "dark" as known:
            response.set_cookie("theme", known, max_age=31536000)
        case "none":
            response.set_cookie("theme", "", max_age=0)
        case _:
            return fail("theme", f"There is no theme {name}")
    return response
