"""The cookies of a machine: who uses it, in which language, and what was said last."""

from __future__ import annotations

from functools import partial
from typing import Literal

from starlette.requests import Request
from starlette.responses import Response

from .settings import settings

SESSION = "kiosk_session"
LANGUAGE = "lang"
FLASH = "flash"
CART = "cart"

Language = Literal["en", "de", "fr"]
Flash = Literal["signed-in", "signed-out", "saved"]


def begin(response: Response, token: str) -> None:
    response.set_cookie(
        SESSION,
        token,
        max_age=settings.session_age,
        secure=settings.https,
        httponly=True,
        samesite="strict",
    )


def end(response: Response) -> None:
    response.delete_cookie(SESSION, secure=settings.https, httponly=True, samesite="strict")


def speak(response: Response, language: Language) -> None:
    """For a year; scripts read it, too."""
    response.set_cookie(LANGUAGE, language, max_age=365 * 24 * 60 * 60)


def say(response: Response, flash: Flash) -> None:
    response.set_cookie(FLASH, flash, max_age=60, httponly=True)


def said(request: Request, response: Response) -> str | None:
    """What was said last, once."""
    if (flash := request.cookies.get(FLASH)) is not None:
        response.delete_cookie(FLASH)
    return flash


def protect(response: Response, token: str) -> None:
    """The token that forms send back, for the forms of two areas."""
    remember = partial(response.set_cookie, "csrf", samesite="strict", secure=True)
    remember(token, path="/account")
    remember(token, path="/tickets")
