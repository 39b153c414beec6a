"""Cookies of an application: constants, settings, literals."""

import uuid
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response


@dataclass
class Settings:
    path: str = "/app"
    secure: bool = True


class Names:
    theme: str = "t"


settings = Settings()
names = Names()
SESSION_COOKIE = "sid"
AGE = 14 * 24 * 3600


def signed_in(response: Response, token: str) -> None:
    response.set_cookie(
        SESSION_COOKIE, token, AGE, path=settings.path, secure=settings.secure, httponly=True
    )


def signed_out(response: Response) -> None:
    response.delete_cookie("sid", path=settings.path)


def given(response: Response, config: Settings) -> None:
    response.set_cookie("__Host-given", "a", 90, secure=True, domain=None)
    response.set_cookie("held", "b c", path=config.path, samesite=None)


def plain(response: Response, number: int) -> None:
    response.set_cookie("plain", str(uuid.uuid4()), secure=True, httponly=True)
    response.set_cookie("theme-x", "dark")


def gone(response: Response) -> None:
    response.set_cookie("theme-x", "", max_age=0)


def unseen(response: Response, request: Request, path: str) -> None:
    response.set_cookie("by-caller", "x", path=path)
    response.set_cookie("expiring", "x", expires=60)
    response.set_cookie("whole", "x", **request.state.attributes)
    response.set_cookie("pathless", "x", path=None)
    response.set_cookie("framed", "x", samesite="none")
    response.set_cookie("Lax", "x", samesite="Lax")
    response.delete_cookie("never-set")
    response.set_cookie(request.url.path, "x")
    response.set_cookie("number", 5)


def named_by_settings(response: Response) -> None:
    response.set_cookie(names.theme, "x", secure=True, httponly=True)


def forgotten(response: Response) -> None:
    response.delete_cookie(names.theme)
