"""Cookies: what a preset sets and deletes, and what only resembles it."""

import secrets
from functools import partial

from fastapi import Response

NAME = "token"


def send_constant(response: Response) -> None:
    response.set_cookie(NAME, "abc", max_age=60 * 60, path="/app", secure=True, httponly=True)


def set_random(response: Response) -> None:
    response.set_cookie("token", secrets.token_urlsafe(), 3600, path="/app", secure=True, httponly=True)


def send_deleted(response: Response) -> None:
    response.delete_cookie(key=NAME, path="/app")


def send_ended(response: Response) -> None:
    response.set_cookie(NAME, "", max_age=0, path="/app")


def send_theme(response: Response) -> None:
    response.set_cookie("theme", "dark", samesite=None)


def send_two_on_a_line(response: Response) -> None:
    response.set_cookie("theme", "dark", samesite=None); response.delete_cookie("token", "/app")  # fmt: skip


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
    response.set_cookie("theme", "dark" if dark else "light", samesite=None)


def send_on_purpose(response: Response) -> None:
    response.delete_cookie("token", "/app")  # respgen: ignore[R914] as documented


def renew(response: Response) -> None:
    response.set_cookie("renewed", "yes", max_age=60, secure=True, httponly=True)


def send_renewed(response: Response, over: bool) -> None:
    renew(response)
    if over:
        response.delete_cookie("renewed")
