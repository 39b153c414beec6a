"""Adoptions of OpenAPI documents: folders of `documents` with `openapi.yaml` or `openapi.json`.

`expected.yaml` is what is printed, `left.txt` what is left and why. `pytest --update-cases` writes both.
What is no document of OpenAPI 3 is refused with its place, and nothing that a document holds gives a traceback.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.command_line import Ran, Shop

HERE = Path(__file__).parent / "documents"
CASES = sorted(HERE.glob("*/openapi.*"))
every_case = pytest.mark.parametrize("case", CASES, ids=lambda c: c.parent.name)
RESPONSE = {"description": "One.", "content": {"text/html": {}}}


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", '[tool.respgen]\noutput = "catalogue"\n')
    return made


def adopt(shop: Shop, document: object, *words: str) -> Ran:
    text = document if isinstance(document, str) else json.dumps(document)
    shop.write("api.json", text)
    return shop.run("adopt", "--openapi", "api.json", *words)


def operation(**responses: object) -> dict[str, object]:
    """A document of one operation."""
    found = {name.strip("_"): each for name, each in responses.items()}
    return {"openapi": "3.0.3", "paths": {"/a": {"get": {"responses": found}}}}


@every_case
def test_what_is_printed(
    case: Path, shop: Shop, request: pytest.FixtureRequest
) -> None:
    shop.write(case.name, case.read_bytes())
    ran = shop.run("adopt", "--openapi", case.name)
    assert ran.status == 0, ran.err
    if request.config.getoption("--update-cases"):
        (case.parent / "expected.yaml").write_text(ran.out, encoding="utf-8")
        (case.parent / "left.txt").write_text(ran.err, encoding="utf-8")
    assert ran.out == (case.parent / "expected.yaml").read_text(encoding="utf-8")
    assert ran.err == (case.parent / "left.txt").read_text(encoding="utf-8")
    assert shop.run("adopt", "--openapi", case.name) == ran


@every_case
def test_what_is_written_compiles_and_is_written_once(case: Path, shop: Shop) -> None:
    """Entries that were edited stay, too."""
    shop.write(case.name, case.read_bytes())
    assert "wrote" in shop.run("adopt", "--openapi", case.name, "--write").err
    written = shop.root / "schemas" / "adopted.yaml"
    text = written.read_text(encoding="utf-8").replace("no-store", "private")
    written.write_text(text, encoding="utf-8")
    assert shop.run("generate").status == 0
    again = shop.run("adopt", "--openapi", case.name, "--write")
    assert "there is nothing to adopt" in again.err
    assert written.read_text(encoding="utf-8") == text


def test_no_code_is_read(shop: Shop) -> None:
    shop.write("app.py", "def (:\n")
    ran = adopt(shop, operation(_200=RESPONSE))
    assert (ran.status, "app.py" in ran.err) == (0, False)
    assert "media_type: text/html" in ran.out


@pytest.mark.parametrize(
    "words", [("--verify",), ("--unsafe",), ("--min", "3"), (".",)]
)
def test_what_is_about_code_is_a_usage_error(
    shop: Shop, words: tuple[str, ...]
) -> None:
    ran = adopt(shop, operation(_200=RESPONSE), *words)
    assert (ran.status, ran.out) == (2, "")
    assert "leave out" in ran.err


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ('{"openapi": "3.0.0",\n "paths": }', "api.json:2:11: "),
        ('{"swagger": "2.0"}', "api.json:1:2: this is a document of Swagger 2"),
        ('{\n"openapi": "4.0.0"}', "api.json:2:12: its version is not known"),
        ("[]", "api.json:1:1: "),
        ("{}", "api.json:1:1: "),
        ("", "api.json:1:1: "),
        ("[" * 100_000, "api.json:1:65: nested more than 64 levels deep"),
    ],
)
def test_what_is_no_document_is_refused(shop: Shop, document: str, said: str) -> None:
    ran = adopt(shop, document)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_broken_yaml_and_missing_files_are_refused(shop: Shop) -> None:
    shop.write("api.yaml", "openapi: 3.1.0\npaths: [\n")
    ran = shop.run("adopt", "--openapi", "api.yaml")
    assert (ran.status, "api.yaml:2:8: " in ran.err) == (2, True)
    for name in ("nothing.yaml", "."):
        ran = shop.run("adopt", "--openapi", name)
        assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)


ODD: tuple[object, ...] = (
    None, True, 7, 1.5, "text", "", [], {}, [[{}]], {"a": {"b": []}},
    {"$ref": "#"}, {"$ref": "#/"}, {"$ref": "#a"}, {"$ref": ""}, {"$ref": 7},
    {"$ref": "#/x"}, {"$ref": "#/list/9"}, {"$ref": "#/list/0"}, {"$ref": "%ff#/~2"},
)  # fmt: skip
PLACES = (
    "get", "get.operationId", "get.responses", "get.responses.200",
    "get.responses.200.description", "get.responses.200.headers",
    "get.responses.200.headers.X-A", "get.responses.200.headers.X-A.required",
    "get.responses.200.headers.X-A.schema",
    "get.responses.200.headers.X-A.schema.const",
    "get.responses.200.headers.X-A.schema.enum",
    "get.responses.200.headers.X-A.schema.type",
    "get.responses.200.headers.X-A.schema.items", "get.responses.200.content",
    "get.responses.200.content.application/json",
    "get.responses.200.content.application/json.schema",
    "get.responses.200.content.application/json.schema.properties",
    "get.responses.404.content.application/problem+json.schema.properties.a",
    "get.responses.404.content.application/problem+json.schema.properties.title",
)  # fmt: skip
LIST: dict[str, object] = {
    "openapi": "3.1.0",
    "x": {"$ref": "#/list/0"},
    "list": [{"$ref": "#/x"}],
}


def below(place: str, value: object) -> object:
    """Mappings that lead to a value."""
    for key in reversed(place.split(".")):
        value = {key: value}
    return value


def test_odd_values_are_left_or_mean_nothing(shop: Shop) -> None:
    """Each at each place of an operation, all in one document."""
    paths = {
        f"/{number}/{place}": below(place, odd)
        for place in PLACES
        for number, odd in enumerate(ODD)
    }
    paths["/good"] = {"get": {"responses": {"418": {"description": "Good."}}}}
    ran = adopt(shop, {**LIST, "paths": paths})
    assert ran.status == 0, ran.err
    assert "description: Good." in ran.out
    assert "#/list/0 refers to itself" in ran.err


@pytest.mark.parametrize("place", ["paths", "components", "components.responses"])
@pytest.mark.parametrize("odd", [None, 7, [], "a", {"$ref": "#/x"}, {"a": 1}])
def test_odd_values_stand_anywhere(shop: Shop, place: str, odd: object) -> None:
    found = below(place, odd)
    assert isinstance(found, dict)
    ran = adopt(shop, {**LIST, **found})
    assert (ran.status, ran.out) == (0, ""), ran.err


def test_texts_of_a_document_stay_texts(shop: Shop) -> None:
    """Neither YAML nor Python is made of them, nor what a terminal would obey."""
    text = '"""\n# {x} \'\\ """: [- *a &b\n\u009b31m \u202e'
    said = {"description": text, "headers": {"X-A": {"schema": {"const": "'\"# a"}}}}
    document = operation(_200=said, default=said, **{text: said})
    ran = adopt(shop, document, "--write")
    assert "wrote 1 entry" in ran.err
    assert "\u009b" not in ran.err
    assert shop.run("generate").status == 0
    made = (shop.root / "catalogue" / "adopted.py").read_text(encoding="utf-8")
    compile(made, "adopted.py", "exec")


def test_a_name_that_is_taken_gets_a_number(shop: Shop) -> None:
    shop.write(
        "schemas/a.yaml", "respgen: 1\nresponses: {Html: {media_type: text/plain}}\n"
    )
    ran = adopt(shop, operation(_200=RESPONSE), "--write")
    assert "wrote 1 entry" in ran.err
    assert "Html2:" in (shop.root / "schemas/adopted.yaml").read_text()
    assert "nothing to adopt" in adopt(shop, operation(_200=RESPONSE), "--write").err
