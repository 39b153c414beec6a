"""Deletions that browsers ignore: what is mended sends something else, so it is done on request alone."""

from fastapi import Response
from mended_catalogue.api import delete_embedded_cookie, delete_token_cookie


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
    response.set_cookie("token", "abc", max_age=3600, secure=True, httponly=True)
