"""`rule` and `jsonschema` print what is published."""

from __future__ import annotations

import json

import pytest

from respgen.cli.main import main
from respgen.rules import RULES


@pytest.mark.parametrize("code", RULES)
def test_a_page_for_every_rule(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every code is explained: title, severity, reason, source, and a schema wrong and right."""
    rule = RULES[code]
    assert main(["rule", code]) == 0
    page = capsys.readouterr().out
    lines = [*rule.wrong.splitlines(), *rule.right.splitlines()]
    assert all(
        f"    {line}".rstrip() in map(str.rstrip, page.splitlines()) for line in lines
    )
    words = [rule.code, rule.title, rule.severity, *rule.why.split(), rule.source]
    assert all(word in page for word in words)


def test_list(capsys: pytest.CaptureFixture[str]) -> None:
    """Without a code all are listed, one a line."""
    assert main(["rule"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == [*RULES]


def test_family(capsys: pytest.CaptureFixture[str]) -> None:
    """The beginning of codes lists those."""
    assert main(["rule", "r3"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert {line[:2] for line in lines} == {"R3"}


@pytest.mark.parametrize("code", ["R2033", "r203 "])
def test_unknown_rule(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown code is told with the nearest one, and status 2."""
    assert main(["rule", code]) == 2
    said = capsys.readouterr()
    assert (said.out, "did you mean 'R2" in said.err) == ("", True)


def test_jsonschema(capsys: pytest.CaptureFixture[str]) -> None:
    """The JSON Schema is one JSON document."""
    assert main(["jsonschema"]) == 0
    assert "$schema" in json.loads(capsys.readouterr().out)
