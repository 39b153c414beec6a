"""Every preset of our own catalogue in a user agent."""

from __future__ import annotations

import re
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Any

import pytest
from starlette.requests import cookie_parser
from starlette.responses import Response

import generated
from tests.behaviour.agent import Agent, Request

MODULES = [
    import_module(f"generated.{found.name}")
    for found in iter_modules(generated.__path__)
]
PRESETS = [
    pytest.param(module, match[1], id=match[1])
    for module in MODULES
    for name in vars(module).get("__all__", [])
    if (match := re.fullmatch(r"set_(\w+)_cookie", name))
]
REQUEST = Request(host="shop.example", path="/account/session")


def received(agent: Agent, response: Any) -> None:
    for name, value in response.raw_headers:
        if name == b"set-cookie":
            assert agent.receive(value, REQUEST) is None


@pytest.mark.parametrize(("module", "preset"), PRESETS)
def test_set_read_delete(module: ModuleType, preset: str) -> None:
    """The agent keeps one cookie, which reads back as it was; after the deletion, none."""
    agent, response, gone = Agent(), Response(), Response()
    getattr(module, f"set_{preset}_cookie")(response, "abc")
    received(agent, response)
    assert len(agent.cookies) == 1
    cookies = cookie_parser(agent.header(REQUEST))
    assert getattr(module, f"read_{preset}_cookie")(cookies) == "abc"
    getattr(module, f"delete_{preset}_cookie")(gone)
    received(agent, gone)
    assert agent.cookies == []
