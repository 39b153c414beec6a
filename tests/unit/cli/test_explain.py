"""`rule` and `jsonschema` print what is published."""

from __future__ import annotations

import json

import pytest

from respgen.cli.main import main
from respgen.rules import RULES
from respgen.rules.page import page


def test_page(capsys: pytest.CaptureFixture[str]) -> None:
    """A code is explained: title, severity, reason, source, and its files in their order."""
    assert main(["rule", "r110"]) == 0
    rule = RULES["R110"]
    shown = page(rule)
    head, *blocks = capsys.readouterr().out.split(":\n\n    ")
    assert head.startswith(f"R110: {rule.title}\n\nerror, cannot be ignored\n\n")
    assert f"{shown.why} Source: {shown.source}" in " ".join(head.split())
    texts = (*shown.alongside, shown.wrong, shown.right)
    assert [block.split("\n\n")[0].split() for block in blocks] == [
        each.text.split() for each in texts
    ]


def test_every_code_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    for code in RULES:
        assert main(["rule", code]) == 0
        assert capsys.readouterr().out.startswith(f"{code}: ")


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
