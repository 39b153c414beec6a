"""What the documents show is what comes out: their schemas compile, their excerpts are true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, meta

from generated import openapi
from respgen.audit.findings import Skipped
from respgen.audit.report import Result
from respgen.audit.statements import Identity
from respgen.cli.commands.audit import command as audit
from respgen.cli.commands.jsonschema import document
from respgen.cli.gates import gates
from respgen.cli.main import main
from respgen.cli.reporters.audit import FORMATS
from respgen.cli.reporters.audit import page as reported
from respgen.cli.reporters.audit.shown import Shown
from respgen.diagnostics import Subject
from respgen.fields import TYPES
from respgen.grade import GRADES
from respgen.grade.scores import grade
from respgen.kinds import KINDS
from respgen.pipeline import Build, build
from respgen.project import Project
from respgen.project.sources import SourceSettings
from respgen.renderers import WORDS
from respgen.resources import templates
from respgen.rules import RULES
from respgen.schema.cookie_keys import Preset
from respgen.schema.module_keys import ModuleKeys
from respgen.schema.problem_keys import ProblemKeys
from respgen.schema.response_keys import ResponseKeys
from respgen.vocabulary.targets import TARGETS
from tests.support.audits import FOUND, SHOP, audited

ROOT = Path(__file__).resolve().parent.parent
ACTION = (ROOT / "action.yml").read_text(encoding="utf-8")
HOOKS = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
START = (ROOT / "schemas" / "README.md").read_text(encoding="utf-8")
AUDIT = (ROOT / "docs" / "audit.md").read_text(encoding="utf-8")
CI = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
TESTING = (ROOT / "docs" / "testing.md").read_text(encoding="utf-8")
PAGES = sorted((ROOT / "docs").glob("*.md"))
LANGUAGE = "".join(page.read_text(encoding="utf-8") for page in PAGES)
CONTRACT = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
DOCUMENTS = sorted(
    path
    for pattern in ("*.md", "*/README.md", "docs/*.md")
    for path in ROOT.glob(pattern)
    if not path.parent.name.startswith(".")
)


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language, in order."""
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    return [block for word, block in found if word == language]


def compiled(schema: str, folder: Path) -> Build:
    """A project with this one schema."""
    path = folder / "api.yaml"
    path.write_text(schema, encoding="utf-8")
    return build(Project(root=folder, schemas=(path,), output=folder / "generated"))


def written(files: Mapping[str, str], folder: Path) -> None:
    for path, text in files.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")


@pytest.fixture
def started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder in which README's first commands ran."""
    monkeypatch.chdir(tmp_path)
    assert [main(["init"]), main(["generate"])] == [0, 0]
    return tmp_path


def test_readme_shows_what_init_writes(started: Path) -> None:
    """The schema in README.md is the one of `respgen init`, letter for letter."""
    assert blocks(README, "yaml")[0] == (started / "schemas/api.yaml").read_text()


def test_readme_shows_true_output(started: Path) -> None:
    """Every line of the class in README.md stands in what `generate` writes, in that order."""
    module = (started / "generated/api.py").read_text()
    rest = iter(module[module.index("class Created") :].split("\n"))
    shown = blocks(README, "python")[0].strip().split("\n")
    missing = [line for line in shown if line not in rest]
    assert missing == []


@pytest.mark.slow
def test_readme_shows_what_mypy_says(started: Path) -> None:
    """mypy says of the mistakes in README.md what stands there, and nothing else."""
    (started / "use.py").write_text(blocks(README, "python")[1])
    command = [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", "use.py"]
    run = subprocess.run(
        command, cwd=started, capture_output=True, text=True, check=False
    )
    said = [line for line in run.stdout.splitlines() if ": note: " not in line]
    assert "\n".join([*said, ""]) == blocks(README, "")[1]


COMMANDS = [
    shlex.split(line, comments=True)[1:]
    for line in blocks(README, "")[0].splitlines()
    if line.startswith("respgen ")
]


def test_readme_commands_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The commands of README.md, in their order in an empty folder, all end with 0."""
    monkeypatch.chdir(tmp_path)
    assert [main(words) for words in COMMANDS] == [0] * len(COMMANDS)


def test_the_test_client_keeps_secure_cookies(started: Path) -> None:
    """The test client of docs/testing.md sends back what a route has set; one over http does not."""
    program = f"""
from fastapi import FastAPI, Request
from fastapi.testclient import TestClient
from generated.api import ApiJSON, Created, read_session_cookie

app = FastAPI()

@app.post("/items")
def create() -> Created:
    created = Created({{"id": 7}}, location="/items/7")
    created.set_session_cookie("f3b1c0")
    return created

@app.get("/session")
def session(request: Request) -> ApiJSON:
    return ApiJSON(read_session_cookie(request.cookies))

{blocks(TESTING, "python")[0]}
for each in (client, TestClient(app)):
    each.post("/items")
    print(each.get("/session").json())
"""
    command = [sys.executable, "-W", "ignore", "-c", program]
    run = subprocess.run(
        command, cwd=started, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == ("f3b1c0\nNone\n", "")


def test_the_test_of_a_response_shows_the_difference(started: Path) -> None:
    """docs/testing.md shows what assert_declared says of a response by hand."""
    program = """
from fastapi.responses import JSONResponse
from generated.api import Created
from respgen.testing import assert_declared

fields = {"X-Content-Type-Options": "nosniff", "Cache-Control": "private"}
assert_declared(JSONResponse({"id": 7}, headers=fields), Created)
"""
    command = [sys.executable, "-c", program]
    run = subprocess.run(
        command, cwd=started, capture_output=True, text=True, check=False
    )
    [shown] = blocks(TESTING, "")[:1]
    assert run.stderr.endswith(shown)


def test_readme_answers_and_documents_errors(started: Path) -> None:
    """The application of README.md sends what it says, and its document says what it sends."""
    (started / "schemas/errors.yaml").write_text(blocks(README, "yaml")[1])
    assert main(["generate"]) == 0
    program = f"""
from fastapi.testclient import TestClient

{blocks(README, "python")[2]}

client = TestClient(app)
for path in ("/orders?pieces=5", "/orders?pieces=many", "/nowhere"):
    print(client.post(path).json())
order = client.get("/openapi.json").json()["paths"]["/orders"]["post"]["responses"]
print(sorted(order), order["201"]["headers"]["Location"]["required"])
print(*order["403"]["content"]["application/problem+json"]["schema"]["properties"])
"""
    command = [sys.executable, "-W", "ignore", "-c", program]
    run = subprocess.run(
        command, cwd=started, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == (
        """\
{'type': 'https://shop.example/problems/out-of-credit', \
'title': 'You do not have enough credit.', 'status': 403, \
'detail': 'Your balance is 30, but that costs 50.', 'balance': 30, 'cost': 50}
{'type': 'about:blank', 'title': 'Unprocessable Content', 'status': 422, \
'errors': [{'pointer': '#/pieces', 'detail': 'Input should be a valid integer, \
unable to parse string as an integer', 'location': 'query', 'type': 'int_parsing'}]}
{'type': 'about:blank', 'title': 'Not Found', 'status': 404}
['201', '403', '422', 'default'] True
type title status detail instance balance cost
""",
        "",
    )


def test_readme_shows_kinds_and_bodies(started: Path) -> None:
    """The classes of README.md send what stands beside them."""
    (started / "schemas/more.yaml").write_text(blocks(README, "yaml")[2])
    assert main(["generate"]) == 0
    program = """
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.requests import Request
from generated.more import Answers, Envelope, Export, Invoice, SignedIn

app = FastAPI()
ROUTES = {
    "/envelope": lambda request: Envelope(7, message="Saved"),
    "/silent": lambda request: Envelope(7, message=None),
    "/export": lambda request: Export([{"sku": "t1", "name": "=Tea", "stock": 3}]),
    "/answers": lambda request: Answers([Answers.Event("Hi", "token")]),
    "/invoice": lambda request: Invoice("../secrets.pdf"),
    "/in": lambda request: SignedIn("//evil.example", origin=request),
}
for path, route in ROUTES.items():
    app.add_route(path, route)
client = TestClient(app, follow_redirects=False)
for path in ROUTES:
    answer = client.get(path)
    print(answer.status_code, answer.headers.get("location", repr(answer.text)))
"""
    command = [sys.executable, "-W", "ignore", "-c", program]
    run = subprocess.run(
        command, cwd=started, capture_output=True, text=True, check=False
    )
    assert (run.stdout, run.stderr) == (
        """\
200 '{"success":true,"message":"Saved","data":7}'
200 '{"success":true,"data":7}'
200 "sku,name,stock\\r\\nt1,'=Tea,3\\r\\n"
200 'event: token\\ndata: "Hi"\\n\\n'
404 '{"detail":"Not Found"}'
303 /
""",
        "",
    )


@pytest.mark.parametrize("page", [CI, AUDIT], ids=["ci", "audit"])
def test_snippets_for_ci_name_what_is_there(page: str) -> None:
    """The action has the input, and pre-commit the hook, that the pages set."""
    for snippet, name in zip(blocks(page, "yaml"), (ACTION, HOOKS), strict=True):
        [word] = re.findall(r"with: \{(\w+):|\{id: ([\w-]+)\}", snippet)
        assert re.search(rf"^ *(- id: )?{''.join(word)}:?$", name, re.MULTILINE)


def test_excludes_are_those_of_init(started: Path) -> None:
    """The lines for ruff and coverage are those that init prints for a project that has both."""
    [tables] = blocks(CI, "toml")
    (started / "pyproject.toml").write_text(
        re.sub(r"^.* = .*$", "", tables, flags=re.M)
    )
    assert [gate.line in tables for gate in gates(started, "generated")] == [True] * 2
    (started / "pyproject.toml").write_text(tables)
    assert gates(started, "generated") == ()


def test_the_languages_first_example_compiles(tmp_path: Path) -> None:
    """The schema at the top of schemas/README.md has nothing to be said about."""
    assert list(compiled(blocks(START, "yaml")[0], tmp_path).problems) == []


def test_the_page_of_audit_has_every_rule() -> None:
    """docs/audit.md has a row for each rule for Python, with its severity and title."""
    rows = re.findall(r"^\| (R9\d\d) \| ([ENW]) \| (.*) \|$", AUDIT, re.MULTILINE)
    python = [rule for rule in RULES.values() if rule.subject is Subject.PYTHON]
    assert rows == [(r.code, r.severity.value[0].upper(), r.title) for r in python]


def test_the_page_of_audit_has_every_option() -> None:
    """docs/audit.md names each option of the command, each format and each setting."""
    options = {name for each in audit.params for name in each.opts if name[:2] == "--"}
    assert {
        name for name in options - {"--project"} if f"`{name}" not in AUDIT
    } == set()
    formats = re.findall(r"^\| `(\w+)` \|", AUDIT, re.MULTILINE)
    assert tuple(formats) == FORMATS
    [table] = blocks(AUDIT, "toml")
    settings = tomllib.loads(table)["tool"]["respgen"]["source"]
    assert [*settings] == [each.name for each in fields(SourceSettings)]


def test_the_page_of_audit_shows_the_keys_of_json(tmp_path: Path) -> None:
    """The document of docs/audit.md has the keys of a report, wherever it has an object."""
    [text] = blocks(AUDIT, "json")
    shown = json.loads(text)
    seen = audited(tmp_path, SHOP)
    summary = replace(seen.summary, codes={"R930": 1})
    results = (Result(FOUND[0], Identity("", "", "", "")),)
    skipped = (Skipped(FOUND[0].span, "", ""),)
    report = replace(seen, results=results, skipped=skipped, summary=summary)
    made = json.loads(reported(Shown(report, lambda name: name), "json"))
    assert keys_of(shown) == keys_of(made)


def keys_of(document: Any) -> Any:
    """The keys at every depth."""
    if isinstance(document, list):
        return [keys_of(each) for each in document]
    if isinstance(document, dict):
        return {key: keys_of(value) for key, value in document.items()}
    return None


@pytest.mark.parametrize("word", [*TYPES, *WORDS, *KINDS, *TARGETS])
def test_the_language_reference_knows_every_word(word: str) -> None:
    """docs/ names every header type, renderer, kind and target in a table."""
    assert re.search(rf"^\|.*`{word}(\[|`)", LANGUAGE, re.MULTILINE)


@pytest.mark.parametrize(
    "word",
    sorted({**ModuleKeys.rows, **ResponseKeys.rows, **Preset.rows, **ProblemKeys.rows}),
)
def test_the_index_knows_every_key(word: str) -> None:
    """schemas/README.md leads to the page of each key of a file, a response, a cookie and a problem."""
    assert re.search(rf"^\|.*`(\w+: )?{word}`", START, re.MULTILINE)


@pytest.mark.parametrize("name", openapi.__all__)
def test_the_index_knows_what_routes_need(name: str) -> None:
    """schemas/README.md leads to the page of each name of generated/openapi.py."""
    assert re.search(rf"^\|.*`{name}`", START, re.MULTILINE)


def test_the_index_knows_every_page() -> None:
    """schemas/README.md has a link to each file of docs/."""
    assert {page for page in PAGES if f"(../docs/{page.name}" not in START} == set()


PLANNED = {
    *ResponseKeys.planned,
    *ModuleKeys.planned,
}


def test_the_language_reference_lists_what_is_not_built() -> None:
    """The words that are reserved stand in one list, and no others do."""
    section = START.partition("\n## Not built yet\n")[2]
    assert {*re.findall("`([A-Za-z_]+)`", section)} == PLANNED


def test_the_language_reference_has_the_grades() -> None:
    """docs/grades.md says from how many points on there is each grade."""
    head, _, points = LANGUAGE[LANGUAGE.index("| grade |") :].splitlines()[:3]
    letters, lowest = (line.strip("| ").split(" | ")[1:] for line in (head, points))
    assert tuple(letters) == GRADES
    assert [grade(int(least)) for least in lowest] == letters
    assert [grade(int(least) - 1) for least in lowest[:-1]] == letters[1:]


@pytest.mark.parametrize(
    "template", sorted(templates().glob("*.jinja")), ids=lambda path: str(path.name)
)
def test_the_template_contract_names_every_part(template: Path) -> None:
    """templates/README.md has a row for each template, and in it every part that it prints."""
    row = next(
        line for line in CONTRACT.split("\n") if line.startswith(f"| `{template.name}`")
    )
    used = meta.find_undeclared_variables(Environment().parse(template.read_text()))
    assert {part for part in used if f"`{part}`" not in row} == set()


def headings(page: Path) -> set[str]:
    """The names that links to a page's headings have."""
    text = re.sub(
        r"^(```+|~~~+).*?^\1$", "", page.read_text("utf-8"), flags=re.M | re.S
    )
    titles = re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-") for title in titles}


def leads(page: Path, link: str, heading: str) -> bool:
    target = page.parent / link if link else page
    return target.exists() and (not heading or heading in headings(target))


@pytest.mark.parametrize("page", DOCUMENTS, ids=lambda path: str(path.name))
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link in a document leads to a file or a folder, and to a heading of that file."""
    links = re.findall(r"\]\(([^)#]*)#?([^)]*)\)", page.read_text(encoding="utf-8"))
    relative = [(link, at) for link, at in links if "://" not in link]
    missing = [f"{link}#{at}" for link, at in relative if not leads(page, link, at)]
    assert missing == []


def test_the_published_json_schema_is_up_to_date() -> None:
    """schemas/.respgen.schema.json is what `respgen jsonschema` prints."""
    text = (ROOT / "schemas" / ".respgen.schema.json").read_text(encoding="utf-8")
    assert text == document() + "\n"
