"""Signed values: what a client made, changed or kept too long reads as None."""

import time

import pytest
from case_cookie_sign import api
from fastapi import Response

from tests.support.acme import settings

NEW = "a new one that is 32 bytes long."


def _jar(response: Response) -> dict[str, str]:
    lines = [v.decode() for n, v in response.raw_headers if n == b"set-cookie"]
    pairs = [line.split(";")[0] for line in lines if "Max-Age=0" not in line]
    return dict(pair.split("=", 1) for pair in pairs)


def _guest(value: str = "a") -> dict[str, str]:
    response = Response()
    api.set_guest_cookie(response, {"name": value})
    return _jar(response)


def reads_what_was_signed() -> None:
    assert _guest()["guest"].startswith("%7B%22name%22%3A%22a%22%7D.")
    assert api.read_guest_cookie(_guest()) == {"name": "a"}
    assert api.read_guest_cookie({}) is None


def reads_none_for_anything_else() -> None:
    signed = _guest()["guest"]
    value, time_, signature = signed.split(".")
    for wrong in (
        value,
        f"{value}.{time_}",
        f"{value}.{time_}.",
        f"{value}..{signature}",
        f"{value}.{signature}.{time_}",
        f"{_guest('b')['guest'].split('.')[0]}.{time_}.{signature}",
        signed[1:],
        signed[:-1],
        f"{signed}a",
        f"{signed}\xe9",
        f'"{signed}"',
    ):
        assert api.read_guest_cookie({"guest": wrong}) is None


def expires() -> None:
    jar = _guest()
    now = int(time.time())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: now + 30 * 86_400 - 5)
        assert api.read_guest_cookie(jar) is not None
        patch.setattr(time, "time", lambda: now + 30 * 86_400 + 5)
        assert api.read_guest_cookie(jar) is None


def follows_a_rotation_of_secrets() -> None:
    old = _guest()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(settings, "secrets", (*settings.secrets, NEW))
        new = _guest()
        assert api.read_guest_cookie(old) == api.read_guest_cookie(new)
        patch.setattr(settings, "secrets", (NEW,))
        assert api.read_guest_cookie(old) is None
        assert api.read_guest_cookie(new) is not None
        patch.setattr(settings, "secrets", ())
        with pytest.raises(ValueError, match="cookie secret"):
            api.set_guest_cookie(Response(), {})


def is_bound_to_the_name() -> None:
    response = Response()
    api.set_access_cookie(response, "a" * 5000, client="web")
    jar = _jar(response)
    assert api.read_access_cookie(jar, client="web") == "a" * 5000
    moved = {name.replace("web", "app"): value for name, value in jar.items()}
    assert api.read_access_cookie(moved, client="app") is None
    assert api.read_access_cookie(jar | {"access-web-parts-1": ""}, client="web") is None


def is_bound_to_each_argument() -> None:
    response = Response()
    api.set_seat_cookie(response, "a", shop="1", place="2-3")
    jar = _jar(response)
    assert list(jar) == ["seat-1-2-3"]
    assert api.read_seat_cookie(jar, shop="1", place="2-3") == "a"
    with pytest.raises(ValueError, match="cookie 'seat-{}-{}': "):
        api.read_seat_cookie(jar, shop="1-2", place="3")


def is_signed_on_every_response() -> None:
    assert api.read_campaign_cookie(_jar(api.Listed(""))) == "spring"
