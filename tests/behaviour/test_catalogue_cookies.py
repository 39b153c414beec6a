"""Every preset of our own catalogue in a user agent."""

from __future__ import annotations

import re
from functools import partial
from importlib import import_module
from inspect import signature
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


def with_arguments(function: Any) -> Any:
    """The function with texts for what callers have to give by keyword."""
    texts = {"path": "/account", "secret": "0123456789abcdef" * 2}
    found = signature(function).parameters.values()
    required = [
        p.name for p in found if p.kind is p.KEYWORD_ONLY and p.default is p.empty
    ]
    return partial(function, **{name: texts.get(name, "web") for name in required})


@pytest.mark.parametrize(("module", "preset"), PRESETS)
def test_set_read_delete(module: ModuleType, preset: str) -> None:
    """The agent keeps one cookie, which reads back as it was; after the deletion, none."""
    agent, response, gone = Agent(), Response(), Response()
    set_cookie, delete, read = (
        with_arguments(getattr(module, f"{action}_{preset}_cookie"))
        for action in ("set", "delete", "read")
    )
    set_cookie(response, "abc")
    received(agent, response)
    assert len(agent.cookies) == 1
    assert read(cookie_parser(agent.header(REQUEST))) == "abc"
    delete(gone)
    received(agent, gone)
    assert agent.cookies == []
