"""Deletions that browsers ignore: what is mended sends something else, so it is done on request alone."""

from fastapi import Response
from mended_catalogue.api import (
    delete_embedded_cookie,
    delete_token_cookie,
    set_embedded_cookie,
    set_host_cookie,
)


def mend_path(response: Response) -> None:
    delete_token_cookie(response)


def mend_domain(response: Response) -> None:
    delete_token_cookie(response)


def mend_sites(response: Response) -> None:
    delete_embedded_cookie(response)


def send_sites(response: Response) -> None:
    delete_embedded_cookie(response)


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
    set_embedded_cookie(response, "abc")


def mend_prefix(response: Response) -> None:
    set_host_cookie(response, "abc")


def send_prefix_otherwise(response: Response) -> None:
    response.set_cookie("__Host-a", "abc", httponly=True, max_age=60)


def send_any_path(response: Response, path: str) -> None:
    """What callers give may well be right."""
    response.delete_cookie("token", path=path)
