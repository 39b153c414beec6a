"""Cookies: what a preset sets and deletes, and what only resembles it."""

import secrets
from functools import partial

from fastapi import Response
from cookies_catalogue.api import (
    delete_token_cookie,
    set_theme_cookie,
    set_token_cookie,
)

NAME = "token"


def send_constant(response: Response) -> None:
    set_token_cookie(response, "abc")


def set_random(response: Response) -> None:
    set_token_cookie(response, secrets.token_urlsafe())


def send_deleted(response: Response) -> None:
    delete_token_cookie(response)


def send_ended(response: Response) -> None:
    delete_token_cookie(response)


def send_theme(response: Response) -> None:
    set_theme_cookie(response, "dark")


def send_two_on_a_line(response: Response) -> None:
    set_theme_cookie(response, "dark"); delete_token_cookie(response)  # fmt: skip


def send_unknown_text(response: Response, value: str) -> None:
    response.set_cookie("theme", value, samesite=None)


def send_other_path(response: Response) -> None:
    response.delete_cookie("token")


def send_other_age(response: Response) -> None:
    response.set_cookie("token", "abc", max_age=60, path="/app", secure=True, httponly=True)


def send_partial(response: Response) -> None:
    put = partial(response.set_cookie, "theme", samesite=None)
    put("dark")


def send_twice(response: Response) -> None:
    response.delete_cookie("token", "/app")
    response.set_cookie("token", "abc", max_age=3600, path="/app", secure=True, httponly=True)


def send_either(response: Response, dark: bool) -> None:
    set_theme_cookie(response, "dark" if dark else "light")


def send_on_purpose(response: Response) -> None:
    response.delete_cookie("token", "/app")  # respgen: ignore[R914] as documented


def renew(response: Response) -> None:
    response.set_cookie("renewed", "yes", max_age=60, secure=True, httponly=True)


def send_renewed(response: Response, over: bool) -> None:
    renew(response)
    if over:
        response.delete_cookie("renewed")
