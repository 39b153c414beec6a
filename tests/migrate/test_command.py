"""`respgen migrate` as a command: what it refuses as a whole, and what it says then."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import Shop

SCHEMA = """\
respgen: 1
responses:
  Accepted:
    description: Later.
    media_type: application/json
    status_code: {value: 202, locked: true}
    content: Any
"""
OTHER = SCHEMA.replace("Accepted", "Taken")
CODE = """\
from fastapi.responses import JSONResponse
def later(data: object) -> JSONResponse:
    return JSONResponse(data, 202)
"""
KEYS = ["diagnostics", "outdated", "changes", "refusals", "failed", "diff"]


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    made = Shop(tmp_path.resolve() / "shop", capsys)
    made.write("pyproject.toml", "[tool.respgen]\n")
    made.write("schemas/one.yaml", SCHEMA)
    made.write("app.py", CODE)
    return made


def test_a_catalogue_that_is_out_of_date_is_a_document(shop: Shop) -> None:
    """JSON has what differs, as `respgen check` has it, and nothing is done."""
    ran = shop.run("migrate", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.status, [*document]) == (1, KEYS)
    assert {each["kind"] for each in document["outdated"]} == {"missing"}
    assert document["diagnostics"] == document["changes"] == []
    assert ran.err == "error: the catalogue is out of date: run `respgen generate`\n"


def test_schemas_with_mistakes_are_a_document(shop: Shop) -> None:
    shop.edit("schemas/one.yaml", "content: Any", "contents: Any")
    ran = shop.run("migrate", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.status, [*document]) == (1, KEYS)
    assert [each["code"] for each in document["diagnostics"]] == ["R003"]
    assert ran.err == ("error: the schemas have mistakes: `respgen check` shows them\n")


def test_what_is_done_is_a_document_with_the_same_keys(shop: Shop) -> None:
    assert shop.run("generate").status == 0
    ran = shop.run("migrate", "--format", "json")
    document = json.loads(ran.out)
    assert (ran.status, [*document]) == (0, KEYS)
    assert [each["to"] for each in document["changes"]] == ["Accepted"]


@pytest.mark.parametrize("command", ["migrate", "adopt", "audit"])
@pytest.mark.parametrize("path", ["../far.py", "..", "../shop-2"])
def test_paths_are_the_projects(command: str, path: str, shop: Shop) -> None:
    """What is outside is neither read nor written."""
    shop.write("../far.py", CODE)
    shop.write("../shop-2/far.py", CODE)
    assert shop.run("generate").status == 0
    ran = shop.run("-C", ".", command, path)
    assert (ran.status, ran.out) == (2, "")
    assert f"{path} is outside of the project in {shop.root}: " in ran.err


def test_a_link_inside_is_the_projects(shop: Shop) -> None:
    shop.write("../far.py", CODE)
    (shop.root / "near.py").symlink_to("../far.py")
    assert shop.run("generate").status == 0
    assert shop.run("migrate", "near.py").status == 0


@pytest.mark.parametrize("module", ["one", "generated.one"])
def test_a_preferred_module_chooses(module: str, shop: Shop) -> None:
    shop.write("schemas/two.yaml", OTHER)
    assert shop.run("generate").status == 0
    assert "would both do: choose with --prefer MODULE" in shop.run("migrate").err
    assert "+    return Accepted(data)\n" in shop.run("migrate", "--prefer", module).out


@pytest.mark.parametrize("module", ["other.one", "three", "Accepted", "generated"])
def test_a_preferred_module_has_to_be_one(module: str, shop: Shop) -> None:
    shop.write("schemas/two.yaml", OTHER)
    assert shop.run("generate").status == 0
    ran = shop.run("migrate", "--prefer", module)
    assert (ran.status, ran.out) == (2, "")
    known = "generated.one, generated.two"
    assert f"--prefer {module}: the catalogue has {known}\n" in ran.err
