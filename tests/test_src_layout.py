"""A package below src, with ruff and pre-commit, as a team would use it from its first commit on.

Models and the functions that render them stand beside the routes, which import what is generated.
"""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.command_line import REPOSITORY
from tests.support.projects import PYRIGHT, edit, imports, ran, run, served, write

pytestmark = pytest.mark.slow

FILES = {
    "pyproject.toml": """\
[project]
name = "atelier"
version = "0.3.0"
requires-python = ">=3.12"
dependencies = ["fastapi", "itsdangerous"]

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[tool.hatch.build.targets.wheel]
packages = ["src/atelier"]

[tool.ruff]
line-length = 120
extend-exclude = ["src/atelier/responses"]
src = ["src"]

[tool.ruff.lint]
select = ["E", "F", "I", "UP", "B", "C4", "ARG"]

[tool.ruff.format]
quote-style = "single"

[tool.mypy]
strict = true
mypy_path = "src"
packages = ["atelier"]

[tool.basedpyright]
typeCheckingMode = "strict"
include = ["src"]

[tool.respgen]
schemas = "schemas"
output = "src/atelier/responses"
target = "fastapi"
""",
    ".pre-commit-config.yaml": """\
repos:
  - repo: https://github.com/astral-sh/ruff-pre-commit
    rev: v0.14.0
    hooks: [{id: ruff-check, args: [--fix]}, {id: ruff-format}]
  - repo: https://example.com/respgen
    rev: v0.1.0
    hooks: [{id: respgen-lint}, {id: respgen-check}]
""",
    "schemas/common.yaml": """\
# yaml-language-server: $schema=.respgen.schema.json
respgen: 1
description: What every response of the atelier has in common.

headers:
  safe:
    X-Content-Type-Options: nosniff
    Referrer-Policy: no-referrer
  private:
    Cache-Control: {no_store: true}

cookies:
  locale: {max_age: 1y, httponly: false, encoding: percent}

responses:
  ApiJSON:
    description: Every JSON answer.
    media_type: application/json
    headers:
      use: [safe]
      X-Request-ID: {type: str, as: request_id}
  Page:
    description: Every page.
    media_type: text/html
    headers:
      use: [html]
    cookies: [locale]
""",
    "schemas/orders.yaml": """\
# yaml-language-server: $schema=.respgen.schema.json
respgen: 1
description: Orders and their customers.
uses: [common]

responses:
  OrderJSON:
    description: One order.
    extends: common.ApiJSON
    content: atelier.api.orders.Order
    render: {json: {default: "atelier.api.orders:plain"}}
    headers:
      use: [common.private]
      ETag: {type: etag, of: body}
  OrderList:
    description: Orders, newest first.
    extends: common.ApiJSON
    content: "list[atelier.api.orders.Line]"
    headers:
      Link: {type: link}
      X-Total-Count: {type: int, required: true}
      Vary: [Accept-Language]
  OrderCreated:
    description: An order was placed.
    extends: OrderJSON
    status_code: {value: 201, locked: true}
    params: {order_id: uuid.UUID}
    headers:
      Location: {template: "/orders/{order_id}"}
      Cache-Control: {merge: true, private: true}
""",
    "schemas/pages.yaml": """\
# yaml-language-server: $schema=.respgen.schema.json
respgen: 1
description: Pages.
uses: [common]

responses:
  Receipt:
    description: An order to print.
    extends: common.Page
    content: atelier.api.orders.Order
    render: "atelier.api.orders:receipt"
    params: {lang: str, title: {type: str, default: "Your order"}}
    headers:
      Content-Security-Policy: {merge: true, nonce: [script-src], img-src: ["'self'", "data:"]}
      X-Region: {from: "atelier.api.orders:region"}
""",
    "schemas/session.yaml": """\
# yaml-language-server: $schema=.respgen.schema.json
respgen: 1
description: Signing in and out.
uses: [common]

cookies:
  session:
    key: __Host-session
    max_age: 14d
    sign: {secret: {from: "atelier.config:session_secret"}}
    samesite: strict

responses:
  SignedIn:
    description: Somebody signed in.
    extends: common.ApiJSON
    content: atelier.api.session.Who
    headers: {use: [common.private]}
    cookies: [session]
  SignedOut:
    kind: empty
    description: Somebody signed out.
    status_code: 204
    headers:
      use: [common.safe, common.private]
      Clear-Site-Data: [cookies]
    cookies: {session: null}
""",
    "src/atelier/__init__.py": "",
    "src/atelier/config.py": '''\
"""Settings."""

from dataclasses import dataclass


@dataclass
class Settings:
    region: str = 'eu-north'
    secrets: tuple[str, ...] = ('an-old-secret-of-the-atelier-000', 'the-secret-of-the-atelier-000000')


settings = Settings()


def session_secret() -> list[str]:
    return list(settings.secrets)
''',
    "src/atelier/main.py": '''\
"""The application."""

from fastapi import FastAPI

from atelier.api import orders, session

app = FastAPI(title='Atelier')
app.include_router(orders.router)
app.include_router(session.router)
''',
    "src/atelier/api/__init__.py": "",
    "src/atelier/api/orders.py": '''\
"""Orders."""

from datetime import date
from typing import TypedDict
from uuid import UUID

from fastapi import APIRouter
from pydantic import BaseModel

from atelier.config import settings
from atelier.responses.orders import Link, OrderCreated, OrderJSON, OrderList
from atelier.responses.pages import Receipt

router = APIRouter(prefix='/orders')


class Order(BaseModel):
    id: UUID
    name: str
    due: date


class Line(TypedDict):
    id: str
    name: str


def plain(value: object) -> object:
    """What JSON holds of a model."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode='json')
    raise TypeError(f'{type(value).__name__} is no model')


def region() -> str:
    return settings.region


def receipt(content: Order, *, lang: str, title: str, nonce: str = '') -> bytes:
    return f'<html lang={lang}><title>{title}</title><script nonce="{nonce}"></script>{content.name}'.encode()


TABLE = Order(id=UUID(int=7), name='Table', due=date(2026, 12, 24))


@router.get('')
def orders() -> OrderList:
    lines = [Line(id=str(TABLE.id), name=TABLE.name)]
    return OrderList(lines, request_id='r1', x_total_count=1, link=[Link('/orders?page=2', 'next')])


@router.post('', status_code=201)
def place(order: Order) -> OrderCreated:
    return OrderCreated(order, request_id='r2', order_id=order.id)


@router.get('/{order_id}')
def order(order_id: UUID) -> OrderJSON:
    return OrderJSON(TABLE.model_copy(update={'id': order_id}), request_id='r3')


@router.get('/{order_id}/receipt')
def print_order(order_id: UUID) -> Receipt:
    page = Receipt(TABLE.model_copy(update={'id': order_id}), lang='en', nonce='bm9uY2U')
    page.set_locale_cookie('en GB')
    return page
''',
    "src/atelier/api/session.py": '''\
"""Signing in and out."""

from typing import TypedDict

from fastapi import APIRouter, Request

from atelier.responses.session import SignedIn, SignedOut, read_session_cookie

router = APIRouter(prefix='/session')


class Who(TypedDict):
    name: str | None


@router.post('')
def sign_in(name: str) -> SignedIn:
    answer = SignedIn({'name': name}, request_id='r4')
    answer.set_session_cookie(name)
    return answer


@router.get('')
def who(request: Request) -> SignedIn:
    return SignedIn({'name': read_session_cookie(request.cookies)}, request_id='r5')


@router.delete('')
def sign_out() -> SignedOut:
    return SignedOut()
''',
}

PACKAGE = "src/atelier/responses"
TABLE = "00000000-0000-0000-0000-000000000007"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated once, and committed."""
    root = tmp_path_factory.mktemp("atelier").resolve()
    write(root, FILES)
    run(root, "git", "init", "--quiet", ".")
    assert f"wrote {PACKAGE}/session.py\n" in run(root, "respgen", "generate")
    run(root, "git", "add", ".")
    run(root, "git", "commit", "--quiet", "-m", "The atelier")
    return root


def test_ruff_changes_nothing(project: Path) -> None:
    """Neither in the project nor in what is generated, which is asked for by name here."""
    files = [str(file) for file in (project / PACKAGE).glob("*.py")]
    run(project, "ruff", "check", "--no-cache")
    # texts of authors, and parameters that the base has
    run(project, "ruff", "check", "--no-cache", "--ignore", "E501,ARG002", *files)
    said = run(project, "ruff", "format", "--no-cache", "--check", ".", *files)
    assert said == "16 files already formatted\n"


def test_check_is_clean(project: Path) -> None:
    """So it is below src, too."""
    for folder in ("", "src/atelier"):
        said = run(project / folder, "respgen", "check", "--strict")
        assert said == "11 files up to date\n"


@pytest.mark.parametrize("module", ["api.orders", "main", "responses.pages"])
def test_any_module_is_imported_first(project: Path, module: str) -> None:
    """The routes and the classes that name their models, in either order."""
    imports(project / "src", f"atelier.{module}")


def test_serves(project: Path) -> None:
    """Over a socket, with values of cookies that only the server can make."""
    order = {"id": TABLE, "name": "Chair", "due": "2026-12-31"}
    with served(project / "src", "atelier.main:app") as client:
        placed = client.post("/orders", json=order)
        assert (placed.status_code, placed.json()) == (201, order)
        assert placed.headers["location"] == f"/orders/{TABLE}"
        assert placed.headers["cache-control"] == "no-store, private"
        assert placed.headers["x-content-type-options"] == "nosniff"
        assert client.get(placed.headers["location"]).headers["etag"]
        listed = client.get("/orders").headers
        assert listed["link"] == '</orders?page=2>; rel="next"'
        page = client.get(f"/orders/{TABLE}/receipt")
        assert page.text.startswith("<html lang=en><title>Your order</title>")
        assert "'nonce-bm9uY2U'" in page.headers["content-security-policy"]
        assert page.headers["x-region"] == "eu-north"
        assert page.headers["set-cookie"].startswith("locale=en%20GB; ")
        cookie = client.post("/session?name=ann").headers["set-cookie"].split(";")[0]
        for sent, name in ((cookie, "ann"), (f"{cookie}x", None)):
            said = client.get("/session", headers={"Cookie": sent})
            assert said.json() == {"name": name}
        assert client.delete("/session").headers["clear-site-data"] == '"cookies"'
        assert client.get("/openapi.json").status_code == 200


@pytest.mark.parametrize("checker", [["mypy"], PYRIGHT], ids=["mypy", "pyright"])
def test_type_checks(project: Path, checker: list[str]) -> None:
    """In strict modes, by the settings in pyproject.toml."""
    run(project, *checker)


def hook(project: Path, name: str) -> tuple[bool, str]:
    """What pre-commit makes of a hook: it fails, too, where a file that git knows changes."""
    rows = yaml.safe_load((REPOSITORY / ".pre-commit-hooks.yaml").read_text())
    row = next(row for row in rows if row["id"] == name)
    before = run(project, "git", "diff")
    done = ran(project, *shlex.split(row["entry"]), *passed(project, row))
    changed = run(project, "git", "diff") != before
    return done.returncode == 0 and not changed, done.stdout + done.stderr


def passed(project: Path, row: Mapping[str, Any]) -> list[str]:
    """The files of the commit that pre-commit hands to a hook."""
    if not row.get("pass_filenames", True):
        return []
    assert row["types"] == ["python"]
    staged = run(project, "git", "diff", "--cached", "--name-only").splitlines()
    return python(staged)


def test_the_hook_of_audit(project: Path) -> None:
    """It reads the whole project, and reports the files of the commit alone."""
    wrong = "from fastapi import Response\n\nR = Response(headers={'X-Total': 3})\n"
    for name in ("old.py", "new.py"):
        write(project, {f"src/{name}": wrong})
        run(project, "git", "add", ".")
        passes, said = hook(project, "respgen-audit")
        assert not passes
        assert f"src/{name}:3:" in said
        run(project, "git", "commit", "-qm", name)
    assert "old.py" not in said


def test_hooks(project: Path) -> None:
    """A commit without what is generated is stopped; what the hooks write is added to it."""
    hooks = ("respgen-lint", "respgen-check", "respgen-generate")
    edit(project / "schemas/common.yaml", "no-referrer", "same-origin")
    run(project, "git", "add", ".")
    passed, said = hook(project, "respgen-check")
    assert not passed
    assert f"{PACKAGE}/common.py: schema changed (_SAFE)\n" in said
    assert hook(project, "respgen-lint") == (True, "4 files without findings\n")
    assert not hook(project, "respgen-generate")[0]
    run(project, "git", "add", ".")
    staged = run(project, "git", "diff", "--cached", "--name-only").splitlines()
    for words in (("check", "--fix"), ("format",)):  # the hooks of ruff
        run(project, "ruff", *words, "--no-cache", "--force-exclude", *python(staged))
    assert [hook(project, name)[0] for name in hooks] == [True, True, True]


def python(paths: list[str]) -> list[str]:
    """The modules among paths."""
    return [path for path in paths if path.endswith(".py")]
