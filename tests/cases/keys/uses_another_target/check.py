"""The functions of a preset are for the responses of its module's target; methods are for any."""

import time

import pytest
from case_uses_another_target import common, shop
from case_uses_another_target._support import Response


def sends_the_same_cookies() -> None:
    response, same = shop.Item({}), Response()
    response.set_session_cookie("1")
    response.set_preferences_cookie({"a": 1})
    common.set_session_cookie(same, "1")
    common.set_preferences_cookie(same, {"a": 1})
    assert len(same.raw_headers[1:]) == 2
    assert response.raw_headers[2:] == same.raw_headers[1:]
    response.delete_session_cookie()
    response.delete_preferences_cookie()
    common.delete_session_cookie(same)
    common.delete_preferences_cookie(same)
    assert len(same.raw_headers[1:]) == 3
    assert response.raw_headers[2:] == same.raw_headers[1:]


def so_do_those_that_run_time_decides() -> None:
    response, same = shop.Item({}), Response()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(time, "time", lambda: 1_900_000_000)
        response.set_tenant_cookie("a" * 5000, name="x", path="/x")
        common.set_tenant_cookie(same, "a" * 5000, name="x", path="/x")
    assert response.raw_headers[2:] == same.raw_headers[1:]
    response.delete_tenant_cookie(name="x", path="/x")
    common.delete_tenant_cookie(same, name="x", path="/x")
    assert response.raw_headers[2:] == same.raw_headers[1:]
