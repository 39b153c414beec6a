"""A small shop and tests of it, as a team has them."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import fastapi.testclient  # noqa: F401  # else each run inside of the process loads it anew

from tests.support.building import files_of
from tests.support.projects import write

# the repository's own package may be loaded already where these run
OUTPUT = "shop_responses"
SETTINGS = f'[tool.respgen]\noutput = "{OUTPUT}"\n'
SCHEMA = """
respgen: 1
responses:
  Item:
    media_type: application/json
    content: "dict[str, int]"
    headers: {X-Shop: tea}
  Gone: {status_code: 204}
problems:
  NotFound: {status: 404}
errors: {404: NotFound}
"""
MAIN = f"""
from fastapi import FastAPI
from starlette.responses import JSONResponse
from {OUTPUT}.api import Item, install_error_handlers


def create():
    app = FastAPI()
    install_error_handlers(app)

    @app.get("/item")
    def item() -> Item:
        return Item({{"id": 1}})

    @app.get("/hand/{{n}}")
    def hand(n: int):
        return JSONResponse({{"n": n}})

    @app.get("/bug")
    def bug():
        raise KeyError

    return app


app = create()
inner = create()


async def bare(scope, receive, send):
    await inner(scope, receive, send)
"""

_START = """
import pytest
from fastapi.testclient import TestClient
from shop.main import app, bare, create

client = TestClient(app, raise_server_exceptions=False)
"""
PAGES = {
    "fine": f"""{_START}
def test_item():
    assert client.get("/item").status_code == 200

def test_nowhere():
    assert client.get("/nowhere").status_code == 404
""",
    "undeclared": f"""{_START}
def test_declared():
    client.get("/item")

def test_by_hand():
    client.get("/hand/3")
""",
    "failing": f"""{_START}
def test_both():
    client.get("/hand/3")
    assert 1 == 2
""",
    "fixtures": f"""{_START}
@pytest.fixture
def asked():
    client.get("/hand/3")

def test_fixture(asked):
    pass

@pytest.mark.xfail(strict=True)
def test_expected():
    client.get("/hand/3")
""",
    "late": f"""{_START}
def test_item():
    client.get("/item")
""",
    "bug": f"""{_START}
def test_bug():
    assert client.get("/bug").status_code == 500
""",
    "made": f"""{_START}
def test_made():
    TestClient(create()).get("/hand/3")
""",
    "bare": f"""{_START}
def test_bare():
    TestClient(bare).get("/hand/3")
""",
}

BETWEEN = f"""{_START}
def pytest_runtest_logfinish():
    client.get("/hand/3")
"""
"""A conftest.py that asks when a test has ended."""


@cache
def shop_files() -> dict[str, str]:
    """The files of the project, its package among them."""
    own = {
        "pyproject.toml": SETTINGS,
        "schemas/api.yaml": SCHEMA,
        "shop/__init__.py": "",
        "shop/main.py": MAIN,
        "shop/bug.py": "{}['a']",
        "shop/lib.py": "import nowhere",
    }
    with TemporaryDirectory() as folder:
        write(Path(folder), own)
        made = files_of(Path(folder))
    return own | {f"{OUTPUT}/{file.path}": file.text for file in made}
