"""Two services in one repository with black's settings at its root, as a team would use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

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
ASK = """\
from starlette.testclient import TestClient
from app import app
answer = TestClient(app, base_url="https://testserver").post("/")
print(answer.status_code, answer.headers["x-request-id"], answer.json())
"""


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated once, from the root."""
    root = tmp_path_factory.mktemp("mono").resolve()
    for name, text in FILES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    run(root, "git", "init", "--quiet", ".")
    made = run(root, "respgen", "generate")
    assert "wrote services/billing/billing/responses/api.py" in made.splitlines()
    return root


def run(folder: Path, program: str, *words: str) -> str:
    """What a program prints that must succeed; Python's by the module of its name."""
    command = [program] if program == "git" else [sys.executable, "-m", program]
    done = subprocess.run(
        [*command, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_black_changes_nothing(repository: Path) -> None:
    """The output of both services follows the settings at the root."""
    run(repository, "black", "--quiet", "--check", ".")
    module = repository / "services/orders/generated/api.py"
    assert max(map(len, module.read_text().splitlines())) > 88


@pytest.mark.parametrize("folder", ["", "services/orders", "services/billing/billing"])
def test_check_is_clean_from_everywhere(repository: Path, folder: str) -> None:
    """At the root it is one run over both, below it one over that service."""
    said = run(repository / folder, "respgen", "check", "--strict")
    assert said == f"{5 if folder else 10} files up to date\n"


@pytest.mark.parametrize(
    ("service", "answer"),
    [("orders", "201 r1 {'id': 7}\n"), ("billing", "200 r2 {'total': 990}\n")],
)
def test_services_type_check_and_answer(
    repository: Path, service: str, answer: str
) -> None:
    """Each runs from its own folder, with classes of the schema that they share."""
    folder = repository / "services" / service
    run(folder, "mypy", "--strict", "app.py")
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ASK],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.stdout, done.stderr) == (answer, "")


def test_a_change_of_what_is_shared(repository: Path) -> None:
    """It puts both services out of date, and one command writes both anew."""
    schema = repository / "shared/common.yaml"
    before = schema.read_text()
    schema.write_text(
        before.replace("nosniff", "nosniff\n      Cache-Control: no-store")
    )
    done = subprocess.run(
        [sys.executable, "-m", "respgen", "check"],
        cwd=repository / "services",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    for path in ("orders/generated/common.py", "billing/billing/responses/common.py"):
        assert f"\n{path}: " in f"\n{done.stdout}"
    run(repository, "respgen", "generate")
    run(repository, "respgen", "check")
    schema.write_text(before)
    run(repository, "respgen", "generate")
