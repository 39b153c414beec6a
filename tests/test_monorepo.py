"""Two services in one repository with black's settings at its root, as a team would use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.projects import PYRIGHT, edit, imports, ran, run, served, write

pytestmark = pytest.mark.slow

FILES = {
    "pyproject.toml": """\
[tool.black]
line-length = 100
skip-string-normalization = true

[tool.respgen.workspace]
members = ["services/*"]
""",
    ".pre-commit-config.yaml": "repos: []\n",
    "shared/common.yaml": """\
respgen: 1
cookies:
  session: {key: __Host-session, max_age: 14d}
responses:
  ApiJSON:
    description: Every JSON answer of all services.
    media_type: application/json
    headers:
      X-Content-Type-Options: nosniff
      X-Request-ID: {type: str, as: request_id}
    cookies: [session]
""",
    "services/orders/pyproject.toml": """\
[tool.basedpyright]
typeCheckingMode = "strict"

[tool.respgen]
schemas = ["schemas", "../../shared"]
""",
    "services/orders/schemas/api.yaml": """\
respgen: 1
uses: [common]
responses:
  Created:
    description: An order that was placed, with the address under which customers and the warehouse find it.
    extends: common.ApiJSON
    status_code: {value: 201, locked: true}
    headers:
      Location: {type: url, required: true}
""",
    "services/orders/app.py": """\
from fastapi import FastAPI

from generated.api import Created

app = FastAPI()


@app.post('/')
def answer() -> Created:
    created = Created({'id': 7}, location='/orders/7', request_id='r1')
    created.set_session_cookie('f3b1c0')
    return created
""",
    "services/billing/pyproject.toml": """\
[tool.basedpyright]
typeCheckingMode = "strict"

[tool.respgen]
schemas = ["schemas", "../../shared"]
output = "billing/responses"
target = "starlette"
""",
    "services/billing/billing/__init__.py": "",
    "services/billing/schemas/api.yaml": """\
respgen: 1
uses: [common]
responses:
  Invoice: {extends: common.ApiJSON, content: "dict[str, int]"}
""",
    "services/billing/app.py": """\
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route

from billing.responses.api import Invoice


def answer(request: Request) -> Invoice:
    return Invoice({'total': 990}, request_id='r2')


app = Starlette(routes=[Route('/', answer, methods=['POST'])])
""",
}


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated once, from the root."""
    root = tmp_path_factory.mktemp("mono").resolve()
    write(root, FILES)
    run(root, "git", "init", "--quiet", ".")
    made = run(root, "respgen", "generate")
    assert "wrote services/billing/billing/responses/api.py" in made.splitlines()
    return root


def test_black_changes_nothing(repository: Path) -> None:
    """The output of both services follows the settings at the root."""
    run(repository, "black", "--quiet", "--check", ".")
    module = repository / "services/orders/generated/api.py"
    assert max(map(len, module.read_text().splitlines())) > 88


@pytest.mark.parametrize(
    ("folder", "files"),
    [("", 15), ("services/orders", 9), ("services/billing/billing", 6)],
)
def test_check_is_clean_from_everywhere(
    repository: Path, folder: str, files: int
) -> None:
    """At the root it is one run over both, below it one over that service."""
    said = run(repository / folder, "respgen", "check", "--strict")
    assert said == f"{files} files up to date\n"


@pytest.mark.parametrize(
    ("service", "expected"),
    [("orders", (201, "r1", {"id": 7})), ("billing", (200, "r2", {"total": 990}))],
)
def test_services_type_check_and_answer(
    repository: Path, service: str, expected: tuple[int, str, object]
) -> None:
    """Each runs from its own folder, with classes of the schema that they share."""
    folder = repository / "services" / service
    run(folder, "mypy", "--strict", "app.py")
    run(folder, *PYRIGHT)
    imports(folder, "app")
    with served(folder, "app:app") as client:
        answer = client.post("/")
    request_id = answer.headers["x-request-id"]
    assert (answer.status_code, request_id, answer.json()) == expected


def test_a_change_of_what_is_shared(repository: Path) -> None:
    """It puts both services out of date, and one command writes both anew."""
    schema = repository / "shared/common.yaml"
    before = schema.read_text()
    edit(schema, "nosniff", "nosniff\n      Cache-Control: no-store")
    done = ran(repository / "services", "respgen", "check")
    assert done.returncode == 1
    for path in ("orders/generated/common.py", "billing/billing/responses/common.py"):
        assert f"\n{path}: " in f"\n{done.stdout}"
    run(repository, "respgen", "generate")
    run(repository, "respgen", "check")
    schema.write_text(before)
    run(repository, "respgen", "generate")
