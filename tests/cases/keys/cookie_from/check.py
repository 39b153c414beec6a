"""Attributes that each set and each deletion reads from settings, or calls for."""

import pytest
from case_cookie_from import api
from fastapi import Response

from tests.support.acme import Settings, settings


def _sent(response: Response) -> list[bytes]:
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


def _set() -> list[bytes]:
    response = Response()
    api.set_session_cookie(response, "1")
    return _sent(response)


def _deleted() -> list[bytes]:
    response = Response()
    api.delete_session_cookie(response)
    return _sent(response)


def reads_the_settings_of_the_moment() -> None:
    usual = b"session=1; HttpOnly; Max-Age=3600; Path=/; SameSite=lax; Secure"
    assert _set() == [usual]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_path", "/shop")
        patch.setattr(settings, "cookie_domain", "shop.example")
        patch.setattr(settings, "cookie_samesite", "none")
        patch.setattr(settings, "cookie_partitioned", True)
        assert _set() == [
            b"session=1; Domain=shop.example; HttpOnly; Max-Age=3600; Partitioned; Path=/shop; SameSite=none; Secure"
        ]
        past = b"Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Partitioned"
        assert _deleted() == [
            b"session=; Domain=shop.example; expires=" + past + path
            for path in (
                b"; Path=/shop; SameSite=none; Secure",
                b"; Path=/old; SameSite=none; Secure",
            )
        ]
    assert _set() == [usual]


def refuses_what_browsers_would_drop() -> None:
    wrong = {
        "cookie_path": ("shop", "cookie Path: "),
        "cookie_domain": ("https://shop.example", "cookie Domain: "),
        "cookie_samesite": ("laxer", "cookie SameSite: "),
    }
    for name, (value, message) in wrong.items():
        response = Response()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(settings, name, value)
            with pytest.raises(ValueError, match=message):
                api.set_session_cookie(response, "1")
            with pytest.raises(ValueError, match=message):
                api.delete_session_cookie(response)
        assert _sent(response) == []


def is_set_on_every_response() -> None:
    seen = b"seen=1; HttpOnly; Path=/; SameSite=lax; Secure"
    assert _sent(api.Listed("")) == [seen]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "cookie_domain", "shop.example")
        assert _sent(api.Listed("")) == [
            seen.replace(b"1;", b"1; Domain=shop.example;")
        ]
        patch.setattr(settings, "cookie_domain", "a b")
        with pytest.raises(ValueError, match="cookie Domain"):
            api.Listed("")


def leaves_the_settings_alone() -> None:
    assert settings == Settings()
