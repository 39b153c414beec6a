"""Deletions that browsers ignore: what is mended sends something else, so it is done on request alone."""

from fastapi import Response


def mend_path(response: Response) -> None:
    response.delete_cookie("token")


def mend_domain(response: Response) -> None:
    response.delete_cookie("token", path="/app", domain="shop.example")


def mend_sites(response: Response) -> None:
    response.delete_cookie("embedded")


def send_sites(response: Response) -> None:
    response.delete_cookie("embedded", secure=True, samesite="none")


def send_refused(response: Response) -> None:
    response.delete_cookie("theme")


def send_set(response: Response) -> None:
    response.set_cookie("token", "abc", max_age=3600, secure=True, httponly=True)
