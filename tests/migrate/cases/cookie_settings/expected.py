"""Presets whose attributes callers give, and values that the reference quotes."""

from dataclasses import dataclass
from typing import Literal

from fastapi import Response
from cookie_settings_catalogue.api import (
    delete_visit_cookie,
    set_lang_cookie,
    set_visit_cookie,
)


@dataclass
class Settings:
    path: str = "/app"
    domain: str | None = None
    age: int | None = 60
    secure: bool = True
    samesite: Literal["lax", "strict", "none"] = "none"


class Visits:
    def __init__(self) -> None:
        self.settings = Settings()
        self.response = Response()

    def put(self, value: str) -> Response:
        response = Response()
        set_visit_cookie(
            response,
            value,
            max_age=self.settings.age,
            path=self.settings.path,
            domain=self.settings.domain,
            secure=self.settings.secure,
            samesite=self.settings.samesite,
        )
        return response

    def gone(self) -> Response:
        response = Response()
        delete_visit_cookie(response, path=self.settings.path, domain=self.settings.domain, secure=True, samesite="none")
        return response

    def kept(self, value: str) -> Response:
        self.response.set_cookie("lang", value, 365 * 24 * 3600)
        return self.response


def send_put(value: str) -> Response:
    return Visits().put(value)


def send_gone() -> Response:
    return Visits().gone()


def send_kept(value: str) -> Response:
    return Visits().kept(value)


def send_defaults(response: Response, value: str) -> None:
    set_visit_cookie(response, value, path="/")


def send_number(response: Response, number: int) -> None:
    set_lang_cookie(response, str(number))


def send_plain_gone(response: Response) -> None:
    delete_visit_cookie(response, path="/", domain=None)


def send_any_path(response: Response, path: str) -> None:
    response.set_cookie("visit", "1", path=path, httponly=True)


def send_no_path(response: Response) -> None:
    response.set_cookie("visit", "1", path=None, httponly=True)
