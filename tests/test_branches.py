"""A project in pyright's strict mode whose branches each change a schema, as a team would use it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.projects import PYRIGHT, edit, imports, ran, run, served, write

pytestmark = pytest.mark.slow

FILES = {
    "pyproject.toml": """\
[project]
name = "clinic"
version = "1.4.0"
requires-python = ">=3.11"

[tool.ruff]
line-length = 100

[tool.ruff.lint]
select = ["E", "F", "I", "UP", "B", "C4", "ARG001"]
ignore = ["E501"]

[tool.basedpyright]
typeCheckingMode = "strict"
include = ["clinic"]

[tool.respgen]
output = "clinic/http"
""",
    "schemas/base.yaml": """\
respgen: 1
description: What all answers of the clinic share.

headers:
  guarded:
    X-Content-Type-Options: nosniff
    Cache-Control: {no_store: true}

cookies:
  device: {max_age: 1y, encoding: json}

responses:
  ClinicJSON:
    description: Every JSON answer.
    media_type: application/json
    headers:
      use: [guarded]
      X-Trace: {type: str, as: trace}
    cookies: [device]
""",
    "schemas/visits.yaml": """\
respgen: 1
description: Visits of patients.
uses: [base]

responses:
  VisitJSON:
    description: One visit.
    extends: base.ClinicJSON
    content: clinic.routes.Visit
    render: "clinic.routes:visit_json"
    params: {zone: {type: str, default: UTC}}
    headers:
      Last-Modified: {type: date}

  VisitBooked:
    description: A visit was booked.
    extends: VisitJSON
    status_code: {value: 201, locked: true}
    params: {visit_id: int}
    headers:
      Location: {template: "/visits/{visit_id}"}
      Vary: [Accept]

  VisitCancelled:
    description: A visit was cancelled.
    kind: empty
    status_code: 204
    headers:
      use: [base.guarded]
""",
    "schemas/staff.yaml": """\
respgen: 1
description: Staff, who sign in.
uses: [base]

cookies:
  staff:
    key: __Host-staff
    max_age: 8h
    sign: {secret: {from: "clinic.settings:settings.secret"}}

responses:
  StaffJSON:
    description: Who is signed in.
    extends: base.ClinicJSON
    content: "list[clinic.routes.Member]"
    cookies: [staff]

  Calendar:
    description: A calendar that programs subscribe to.
    media_type: text/calendar
    content: str
    headers:
      use: [base.guarded]
      Cache-Control: {merge: true, private: true}
      X-Region: {from: "clinic.settings:settings.region"}
      Content-Disposition: {type: content_disposition, template: "{name}.ics"}
    params: {name: str}
""",
    "clinic/__init__.py": "",
    "clinic/settings.py": """\
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    region: str = "north"
    secret: str = "a-secret-of-thirty-two-characters"


settings = Settings()
""",
    "clinic/routes.py": '''\
"""The routes, what they take and how it is written."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TypedDict

from fastapi import FastAPI, Request
from pydantic import BaseModel

from clinic.http.staff import Calendar, StaffJSON, read_staff_cookie
from clinic.http.visits import VisitBooked, VisitCancelled, VisitJSON


@dataclass
class Visit:
    id: int
    starts: datetime


class Booking(BaseModel):
    starts: datetime


class Member(TypedDict):
    name: str


def visit_json(content: Visit, *, zone: str) -> bytes:
    starts = content.starts.astimezone(UTC).isoformat()
    return b'{"id":%d,"starts":"%s","zone":"%s"}' % (content.id, starts.encode(), zone.encode())


app = FastAPI()
cancelled: set[int] = set()
CHANGED = datetime(2026, 1, 2, tzinfo=UTC)


@app.get("/visits/{visit_id}")
def visit(visit_id: int) -> VisitJSON:
    answer = VisitJSON(Visit(visit_id, CHANGED), trace="t1", last_modified=CHANGED)
    answer.set_device_cookie({"id": 7})
    return answer


@app.post("/visits", status_code=201)
def book(booking: Booking) -> VisitBooked:
    return VisitBooked(Visit(8, booking.starts), trace="t2", visit_id=8, zone="CET")


@app.delete("/visits/{visit_id}", status_code=204)
def cancel(visit_id: int) -> VisitCancelled:
    cancelled.add(visit_id)
    return VisitCancelled()


@app.post("/staff")
def sign_in(name: str) -> StaffJSON:
    answer = StaffJSON([{"name": name}], trace="t3")
    answer.set_staff_cookie(name)
    return answer


@app.get("/staff")
def staff(request: Request) -> StaffJSON:
    name = read_staff_cookie(request.cookies)
    return StaffJSON([{"name": name}] if name else [], trace="t4")


@app.get("/calendar")
def calendar() -> Calendar:
    return Calendar("BEGIN:VCALENDAR", name="visits")
''',
}

REMINDER = """\
responses:
  Reminder:
    description: A text that is sent the day before.
    media_type: text/plain
    content: str
    headers:
      Retry-After: {type: duration}

"""
MOVED = """\
    headers:
      use: [base.guarded]

  VisitMoved:
    description: A visit has another time.
    extends: VisitJSON
    headers:
      Content-Location: {type: url, required: true}
"""
GUARDED = "    headers:\n      use: [base.guarded]\n"
SCHEMA = "schemas/visits.yaml"
MODULE = "clinic/http/visits.py"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Generated once, and committed."""
    root = tmp_path_factory.mktemp("clinic").resolve()
    write(root, FILES)
    run(root, "git", "init", "--quiet", "--initial-branch", "main", ".")
    committed(root)
    return root


@pytest.fixture(autouse=True)
def main(project: Path) -> None:
    """Each test begins on a clean main."""
    run(project, "git", "checkout", "--quiet", "--force", "main")


def committed(project: Path) -> None:
    run(project, "respgen", "generate")
    run(project, "git", "add", ".")
    run(project, "git", "commit", "--quiet", "--message", "change")


def branch(project: Path, name: str, *changes: tuple[str, str]) -> None:
    """A branch off main with changes of the schema and what is generated from it."""
    run(project, "git", "checkout", "--quiet", "-b", name, "main")
    for old, new in changes:
        edit(project / SCHEMA, old, new)
    committed(project)


def accepted(project: Path) -> None:
    """Every gate of the project."""
    run(project, "ruff", "check", "--no-cache")
    run(project, "ruff", "format", "--no-cache", "--check")
    run(project, "respgen", "check", "--strict")
    run(project, "mypy", "--strict", "clinic")
    run(project, *PYRIGHT)


def test_gates(project: Path) -> None:
    """What is generated passes them as the team's own modules do."""
    accepted(project)


@pytest.mark.parametrize("module", ["routes", "http.visits", "http.staff"])
def test_any_module_is_imported_first(project: Path, module: str) -> None:
    """The routes and the classes that name what stands there, in either order."""
    imports(project, f"clinic.{module}")


def test_serves(project: Path) -> None:
    """Over a socket, with values of cookies that only the server can make."""
    with served(project, "clinic.routes:app") as client:
        visit = client.get("/visits/7")
        assert visit.json()["zone"] == "UTC"
        assert visit.headers["last-modified"] == "Fri, 02 Jan 2026 00:00:00 GMT"
        booked = client.post("/visits", json={"starts": "2026-02-03T10:00:00Z"})
        assert (booked.status_code, booked.json()["zone"]) == (201, "CET")
        assert booked.headers["location"] == "/visits/8"
        gone = client.delete("/visits/8")
        assert (gone.status_code, gone.content) == (204, b"")
        assert gone.headers["x-content-type-options"] == "nosniff"
        cookie = client.post("/staff?name=eve").headers["set-cookie"].split(";")[0]
        for sent, staff in ((cookie, [{"name": "eve"}]), (f"{cookie}x", [])):
            said = client.get("/staff", headers={"Cookie": sent})
            assert said.json() == staff
        calendar = client.get("/calendar").headers
        assert calendar["x-region"] == "north"
        assert calendar["content-disposition"] == 'attachment; filename="visits.ics"'
        assert calendar["cache-control"] == "no-store, private"
        assert client.get("/openapi.json").status_code == 200


def test_branches_merge(project: Path) -> None:
    """Each adds a class and one changes another: nothing is left to do after git's merge."""
    branch(project, "reminder", ("responses:\n", REMINDER))
    vary = ("Vary: [Accept]", "Vary: [Accept, Accept-Language]")
    branch(project, "moved", (GUARDED, MOVED), vary)
    run(project, "git", "merge", "--quiet", "--no-edit", "reminder")
    accepted(project)
    text = (project / MODULE).read_text(encoding="utf-8")
    assert "class Reminder(" in text
    assert "class VisitMoved(" in text
    imports(project, "clinic.routes")


def test_a_conflict(project: Path) -> None:
    """In the schema it is named at its marker; in the module `generate` repairs it."""
    branch(project, "left", ("default: UTC", "default: CET"))
    branch(project, "right", ("default: UTC", "default: GMT"))
    assert ran(project, "git", "merge", "left").returncode == 1
    lines = (project / SCHEMA).read_text(encoding="utf-8").split("\n")
    line = lines.index("<<<<<<< HEAD") + 1
    for command in ("check", "generate", "lint"):
        stopped = ran(project, "respgen", command)
        assert stopped.returncode == 1
        message = "error[R001]: a merge conflict is left in the file\n"
        assert stopped.stderr.startswith(f"{SCHEMA}:{line}:1: {message}")
    run(project, "git", "checkout", "--quiet", "--theirs", SCHEMA)
    assert (
        f"{MODULE}: conflict markers (line " in ran(project, "respgen", "check").stdout
    )
    assert f"wrote {MODULE}: conflict" in run(project, "respgen", "generate")
    accepted(project)
    run(project, "git", "commit", "--quiet", "--all", "--no-edit")
