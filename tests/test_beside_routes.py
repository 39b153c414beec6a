"""A project whose routes, functions and types of content share a module, from end to end.

`shop/web.py` imports the generated module, and the generated module uses what is in `shop/web.py`.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.building import files_of

SCHEMA = """\
respgen: 1
headers: {safe: {X-Content-Type-Options: nosniff}}
cookies:
  region: {domain: {from: "shop.web:settings.domain"}}
  basket: {sign: {secret: {from: "shop.web:secret"}, max_age: 1d}}
responses:
  ItemPage:
    media_type: text/html
    content: shop.web.Item
    render: "shop.web:page"
    params: {locale: str, title: {type: str, default: Item}, trace: {type: int, default: 1}}
    headers: {use: [safe], X-Region: {from: "shop.web:settings.region"}}
    cookies: [region, basket]
  Listing:
    media_type: application/json
    content: "list[shop.web.Line]"
    render: {json: {default: "shop.web:plain"}}
    headers: {Link: {type: link}}
"""
WEB = '''\
"""Routes."""

from dataclasses import dataclass
from datetime import date
from typing import TypedDict

from fastapi import FastAPI
from pydantic import BaseModel

from generated.api import ItemPage, Link, Listing, delete_region_cookie


class Item(BaseModel):
    name: str


class Line(TypedDict):
    made: date


@dataclass
class Settings:
    domain: str = "shop.example"
    region: str = "eu"


settings = Settings()
app = FastAPI()


def secret() -> str:
    return "k" * 32


def page(content: Item, *, locale: str, title: str = "") -> bytes:
    return f"<p lang={locale}>{title} {content.name}</p>".encode()


def plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(value)


@app.get("/item")
def item() -> ItemPage:
    response = ItemPage(Item(name="Tea"), locale="en")
    response.set_region_cookie("eu")
    return response


@app.get("/signed")
def signed() -> ItemPage:
    response = ItemPage(Item(name="Tea"), locale="en")
    response.set_basket_cookie("full")
    return response


@app.get("/lines")
def lines() -> Listing:
    response = Listing([{"made": date(2026, 1, 2)}], link=[Link("/item", "item")])
    delete_region_cookie(response)
    return response
'''
USE = """\
from fastapi.testclient import TestClient

from shop.web import app

client = TestClient(app)
item, lines = client.get("/item"), client.get("/lines")
assert item.text == "<p lang=en>Item Tea</p>"
assert item.headers["x-region"] == "eu"
assert "Domain=shop.example" in item.headers["set-cookie"]
assert lines.json() == [{"made": "2026-01-02"}]
assert lines.headers["link"] == '</item>; rel="item"'
assert client.get("/openapi.json").status_code == 200
"""


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project, generated."""
    root = tmp_path_factory.mktemp("beside")
    settings = {"typeCheckingMode": "strict", "include": ["shop", "generated"]}
    texts = {
        "pyproject.toml": "[tool.respgen]\n",
        "pyrightconfig.json": json.dumps(settings),
        "schemas/api.yaml": SCHEMA,
        "shop/__init__.py": "",
        "shop/web.py": WEB,
        "use.py": USE,
    }
    for name, text in texts.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    (root / "generated").mkdir()
    for file in files_of(root):
        (root / "generated" / file.path).write_text(file.text, encoding="utf-8")
    return root


def _python(shop: Path, *words: str) -> str:
    """What Python has to say to these words; nothing where all is well."""
    run = subprocess.run(
        [sys.executable, *words], cwd=shop, capture_output=True, text=True, check=False
    )
    return run.stdout + run.stderr if run.returncode else ""


FIRST = {"the routes": "", "the generated module": "import generated.api\n"}


@pytest.mark.parametrize("first", FIRST.values(), ids=FIRST)
def test_is_served(shop: Path, first: str) -> None:
    """Whichever of the two is imported first."""
    assert _python(shop, "-c", first + USE) == ""


def test_only_what_is_used_is_imported(shop: Path) -> None:
    """Neither the routes nor what signs cookies: other modules do without itsdangerous."""
    code = "import generated.api, sys; assert not {'shop.web', 'itsdangerous'} & {*sys.modules}"
    assert _python(shop, "-c", code) == ""


def test_serves_without_what_signs(shop: Path) -> None:
    """What signs is missed by what signs alone, and by its name."""
    block = "import sys\nsys.modules['itsdangerous'] = None\n"
    assert _python(shop, "-c", block + USE) == ""
    signs = block + "from shop.web import signed\nsigned()"
    assert "import of itsdangerous halted" in _python(shop, "-c", signs)


def test_imports_are_sorted(shop: Path) -> None:
    """ruff takes the project's modules for its own, and so does the generated package."""
    select = "E,W,F,I,B,C4,UP,TC,ARG001"
    command = ["-m", "ruff", "check", "--no-cache", "--select", select]
    assert _python(shop, *command, "--ignore", "E501", "generated", "shop") == ""


@pytest.mark.slow
@pytest.mark.parametrize(
    "checker",
    [["mypy", "--strict", "."], ["basedpyright", "--pythonpath", sys.executable]],
    ids=["mypy", "pyright"],
)
def test_type_checks(shop: Path, checker: list[str]) -> None:
    """The functions are held to what they are called with, in strict modes."""
    assert _python(shop, "-m", *checker) == ""


MISUSES = {
    "content": ("content: Item", "content: int"),
    "param": ("locale: str,", "locale: int,"),
    "result": (") -> bytes:", ") -> str:"),
}


@pytest.mark.slow
@pytest.mark.parametrize(("right", "wrong"), MISUSES.values(), ids=MISUSES)
def test_a_function_that_does_not_fit(shop: Path, right: str, wrong: str) -> None:
    """mypy reports the call in the generated module."""
    web = shop / "shop" / "web.py"
    web.write_text(WEB.replace(right, wrong), encoding="utf-8")
    try:
        assert "generated/api.py:" in _python(shop, "-m", "mypy", "--strict", ".")
    finally:
        web.write_text(WEB, encoding="utf-8")
