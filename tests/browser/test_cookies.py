"""Cookies as a browser keeps them: with what the schema declares, and no longer than it says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from selenium.webdriver.support.expected_conditions import url_to_be
from selenium.webdriver.support.wait import WebDriverWait
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from respgen.specs import CookieSpec
from tests.behaviour.test_catalogue_cookies import with_arguments
from tests.browser.chromium import HOST, cookies, fetched, visiting
from tests.shop.main import app
from tests.test_catalogue import built

pytestmark = pytest.mark.slow

SESSION = {
    "domain": HOST,
    "path": "/",
    "secure": True,
    "httpOnly": True,
    "sameSite": "Strict",
    "session": False,
}
LIVES = {"__Host-session": 14 * 86400, "__Host-access-web": 3600}
"""How long each cookie of who signs in is kept, in seconds."""


def remaining(cookie: dict[str, Any]) -> float:
    return float(cookie["expires"]) - time.time()


def test_signing_in_and_out(tmp_path: Path) -> None:
    """A script signs in and out: its cookies are as declared, hidden from it, and gone after."""
    with visiting(app, tmp_path) as (browser, shop):
        browser.get(f"{shop}/session")
        before = set(cookies(browser))
        who = '{"name": "ada", "password": "bergamot"}'
        assert fetched(browser, "POST", "/session", who) == 200
        kept = {name: cookies(browser)[name] for name in LIVES}
        for name, life in LIVES.items():
            assert SESSION.items() <= kept[name].items()
            assert remaining(kept[name]) == pytest.approx(life, abs=60)
        seen = browser.execute_script("return document.cookie")
        assert not [name for name in LIVES if name in seen]
        assert fetched(browser, "GET", "/account") == 200
        assert fetched(browser, "DELETE", "/session") == 204
        assert set(cookies(browser)) == before
        assert fetched(browser, "GET", "/account") == 401


def test_signing_in_with_the_form(tmp_path: Path) -> None:
    """The answer to the form is a redirect: the browser follows it with the new cookie."""
    with visiting(app, tmp_path) as (browser, shop):
        browser.get(f"{shop}/session")
        for name, text in (("name", "ada"), ("password", "bergamot")):
            browser.find_element("name", name).send_keys(text)
        browser.find_element("tag name", "button").click()
        WebDriverWait(browser, 9).until(url_to_be(f"{shop}/account"))
        assert "ada@shop.example" in browser.page_source
        assert SESSION.items() <= cookies(browser)["__Host-session"].items()


PRESETS = [(module.name, each) for module in built().specs for each in module.cookies]


def described(spec: CookieSpec) -> dict[str, Any]:
    """How the browser describes a cookie of the preset; visitor's domain is the demo's setting."""
    known = dict[str, Any](spec.known)
    path = known["path"] or "/set"
    if "path" in spec.origins:
        path = with_arguments(lambda *, path: None).keywords["path"]
    domain = HOST if known["domain"] is None else f".{known['domain'].lstrip('.')}"
    if "domain" in spec.origins:
        domain = f".{HOST}"
    found = {
        "domain": domain,
        "path": path,
        "secure": known["secure"],
        "httpOnly": known["httponly"],
        "session": known["max_age"] is None,
        "priority": known["priority"] or "Medium",
    }
    if known["samesite"] is not None:
        found["sameSite"] = known["samesite"].title()
    return found


def functions(module: str, preset: str) -> dict[str, Any]:
    home = import_module(f"generated.{module}")
    actions = ("set", "delete")
    return {each: getattr(home, f"{each}_{preset}_cookie") for each in actions}


def routes() -> Iterator[Route]:
    """For each preset a route that sets its cookie, and one that deletes it."""
    for module, spec in PRESETS:
        for action, function in functions(module, spec.name).items():
            value = ("abc",) if action == "set" else ()
            yield Route(
                f"/account/session/{action}/{spec.name}", acting(function, value)
            )


def acting(function: Any, value: tuple[str, ...]) -> Any:
    def route(_: Request) -> Response:
        response = Response()
        with_arguments(function)(response, *value)
        return response

    return route


def test_every_preset_of_the_catalogue(tmp_path: Path) -> None:
    """Each is kept with the attributes that its schema says, and its deletion leaves nothing."""
    with visiting(Starlette(routes=[*routes()]), tmp_path) as (browser, shop):
        browser.get(f"{shop}/account/session/")
        for _, spec in PRESETS:
            assert cookies(browser) == {}
            path = "/account/session/{}/" + spec.name
            assert fetched(browser, "GET", path.format("set")) == 200
            [kept] = cookies(browser).values()
            assert described(spec).items() <= kept.items(), spec.name
            assert ("partitionKey" in kept) == spec.known["partitioned"]
            if spec.known["max_age"] is not None:
                assert remaining(kept) == pytest.approx(spec.known["max_age"], abs=60)
            assert fetched(browser, "GET", path.format("delete")) == 200
        assert cookies(browser) == {}
