"""The ready profiles: OWASP's own validator is content with `owasp`, on real servers."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from respgen.grade import graded
from respgen.resolve.ready import NAMES
from tests.behaviour.serving import Implementation, served
from tests.support.building import files_of
from tests.support.corpora import ROOT, corpus, json_corpus
from tests.support.schemas import responses

SUITE = "owasp-secure-headers/subprojects/validator/tests_suite.yml"
SCHEMA = """\
respgen: 1
target: core
responses:
  Page: {media_type: text/html, headers: {use: [owasp]}}
  SignedOut:
    extends: Page
    headers:
      Clear-Site-Data: '"cache", "cookies", "storage"'
"""


@pytest.fixture(scope="module")
def classes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """The classes of the schema."""
    folder = tmp_path_factory.mktemp("owasp")
    return imported(folder, SCHEMA, "owasp_pages")


def imported(folder: Path, schema: str, package: str) -> dict[str, Any]:
    """The names of the module that a schema makes."""
    (folder / "schemas").mkdir()
    (folder / "schemas" / "pages.yaml").write_text(schema, encoding="utf-8")
    (folder / "pyproject.toml").write_text(f'[tool.respgen]\noutput = "{package}"\n')
    (folder / package).mkdir()
    for file in files_of(folder):
        (folder / package / file.path).write_text(file.text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(folder)
        module = __import__(f"{package}.pages", fromlist=["pages"])
    return vars(module)


@cache
def suite() -> dict[str, Any]:
    """The validator's test cases by name."""
    cases = yaml.safe_load(corpus(SUITE).read_text("utf-8"))["testcases"]
    return {case["name"]: case["steps"][0] for case in cases}


@pytest.fixture(scope="module", params=get_args(Implementation))
def received(
    request: pytest.FixtureRequest, classes: dict[str, Any]
) -> Iterator[dict[str, dict[str, str]]]:
    """The fields of a page and of the answer to signing out, as they came from a server."""
    with served(request.param) as client:
        found = {}
        for name, cls in (("site", classes["Page"]), ("logout", classes["SignedOut"])):
            reply = client.reply(cls("<p>"), "GET", _size(cls("<p>")))
            head = reply.decode("latin-1").partition("\r\n\r\n")[0].splitlines()[1:]
            found[name] = {
                key.title(): value
                for key, _, value in (line.partition(": ") for line in head)
            }
        yield found


def _size(response: Any) -> int:
    fields = sum(len(name) + len(value) + 4 for name, value in response.raw_headers)
    return len(b"HTTP/1.1 200 OK\r\n") + fields + 2 + len(response.body)


def test_the_validator_is_content(received: dict[str, dict[str, str]]) -> None:
    """Every assertion of every test case holds.

    One is compared as a list: the blank after a comma means nothing (RFC 9110 5.6.1).
    """
    failed = []
    for name, step in suite().items():
        fields = received["logout" if "logout" in step["url"] else "site"]
        failed += [
            (name, each) for each in step["assertions"] if not holds(each, fields)
        ]
    assert failed == []
    assert len(suite()) > 15


def holds(assertion: Any, fields: Mapping[str, str]) -> bool:
    """Whether one of the validator's assertions is true."""
    if isinstance(assertion, dict):
        return any(holds(each, fields) for each in assertion["or"])
    subject, verb, _, expected = re.fullmatch(r"(\S+) (\S+)( (.*))?", assertion).groups()  # type: ignore[union-attr]  # each has this form
    if subject == "result.statuscode":
        return bool(expected == "200")
    value = fields.get(subject.removeprefix("result.headers.").title())
    if verb in ("ShouldBeNil", "ShouldNotBeNil"):
        return (value is None) == (verb == "ShouldBeNil")
    words = shlex.split(expected)
    match verb:
        case "ShouldEqual":
            return value is not None and bare(value) == bare(words[0])
        case "ShouldBeIn":
            return value in words
        case "ShouldContainSubstring":
            return words[0] in (value or "")
        case "ShouldNotContainSubstring":
            return words[0] not in (value or "")
    raise ValueError(verb)


def bare(value: str) -> str:
    """A quoted list without the blanks after its commas."""
    return value.replace('", "', '","')


def test_owasp_is_the_recommended_set(classes: dict[str, Any]) -> None:
    """Field by field what the project recommends, but Clear-Site-Data."""
    recommended = json_corpus("owasp-secure-headers/ci/headers_add.json")["headers"]
    sent = dict(classes["Page"]("").raw_headers)
    wanted = {
        row["name"].lower().encode(): row["value"].encode() for row in recommended
    }
    del wanted[b"clear-site-data"]
    # RFC 7034 spells it in capitals, and browsers read it without case
    wanted[b"x-frame-options"] = wanted[b"x-frame-options"].upper()
    assert wanted.items() <= sent.items()


@pytest.mark.parametrize("name", NAMES)
def test_each_is_used_by_its_name(name: str, tmp_path: Path) -> None:
    """Without declaring or importing anything, and without a finding."""
    schema = f"respgen: 1\ntarget: core\nresponses:\n  Answer: {{headers: {{use: [{name}]}}}}\n"
    answer = imported(tmp_path, schema, f"ready_{name}")["Answer"]
    arguments = {"file_name": "a.csv"} if name == "download" else {}
    assert len(answer(b"", **arguments).raw_headers) > 1


@pytest.mark.parametrize("name", NAMES)
def test_its_grade_is_documented(name: str) -> None:
    """docs/headers.md says the grade and the score of what a profile sends."""
    (answer,) = responses(f"Answer: {{headers: {{use: [{name}]}}}}").values()
    report = graded(answer.headers)
    assert re.search(
        rf"^\| `{name}` \|.* {re.escape(report.grade)}, {report.score} \|$",
        (ROOT / "docs" / "headers.md").read_text("utf-8"),
        re.MULTILINE,
    )


def test_ones_own_comes_first(tmp_path: Path) -> None:
    """A profile of the schema hides the ready one of its name."""
    schema = (
        "respgen: 1\ntarget: core\nheaders: {api: {X-A: mine}}\n"
        "responses:\n  Answer: {headers: {use: [api]}}\n"
    )
    answer = imported(tmp_path, schema, "ready_own")["Answer"]
    assert answer(b"").raw_headers == [(b"x-a", b"mine"), (b"content-length", b"0")]
