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
    response.set_cookie("token", "abc", path="/other", secure=True, httponly=True)


def send_kept(response: Response) -> None:
    response.set_cookie("kept", "abc", secure=True, httponly=True)


def send_kept_gone(response: Response) -> None:
    """What the call above sets is deleted here, wherever the preset has it."""
    response.delete_cookie("kept")


def mend_dropped(response: Response) -> None:
    response.set_cookie("embedded", "abc", httponly=True, samesite="none")


def mend_prefix(response: Response) -> None:
    response.set_cookie("__Host-a", "abc", path="/a", domain="shop.example", httponly=True)


def send_prefix_otherwise(response: Response) -> None:
    response.set_cookie("__Host-a", "abc", httponly=True, max_age=60)


def send_any_path(response: Response, path: str) -> None:
    """What callers give may well be right."""
    response.delete_cookie("token", path=path)
