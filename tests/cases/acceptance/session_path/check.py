"""Cookies whose path comes from settings: the deletion carries the same one, and a legacy one."""

import pytest
from case_session_path.api import LoggedOut, set_session_cookie
from fastapi import Response

from tests.support.acme import settings


def _scopes(response: Response) -> list[str]:
    lines = [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]
    parts = [line.split("; ") for line in lines]
    return [
        "; ".join(p for p in line if p.startswith((*"sar", "Domain", "Path")))
        for line in parts
    ]


def the_deletion_has_the_path_of_the_set() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_path", "/shop")
        patch.setattr(settings, "cookie_domain", "shop.example")
        response, gone = Response(), LoggedOut()
        set_session_cookie(response, "1")
        gone.delete_session_cookie()
        assert _scopes(response) == ["session=1; Domain=shop.example; Path=/shop"]
        assert _scopes(gone) == ["session=; Domain=shop.example; Path=/shop"]


def a_logout_clears_both_tokens_on_both_paths() -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_path", "/shop")
        gone = LoggedOut()
        gone.delete_access_cookie()
        gone.delete_refresh_cookie()
        assert _scopes(gone) == [
            "access=; Path=/shop",
            "access=; Path=/legacy",
            "refresh=; Path=/shop",
            "refresh=; Path=/legacy",
        ]
