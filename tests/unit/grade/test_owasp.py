"""OWASP's sets, and how a response differs from them."""

from __future__ import annotations

import pytest

from respgen.grade import RECOMMENDED, REVEALING, Difference, graded
from respgen.specs import HeaderSpec
from tests.support.corpora import json_corpus
from tests.support.schemas import responses
from tests.unit.checks.specimens import constant, parameter

FOLDER = "owasp-secure-headers/ci"
ALL = [constant(name, value) for name, value in RECOMMENDED.items()]


def test_what_to_add() -> None:
    """The recommended set is OWASP's, field by field."""
    rows = json_corpus(f"{FOLDER}/headers_add.json")["headers"]
    assert dict(RECOMMENDED) == {row["name"]: row["value"] for row in rows}


def test_what_to_remove() -> None:
    """So is the set that should not be sent."""
    names = json_corpus(f"{FOLDER}/headers_remove.json")["headers"]
    assert {name.lower() for name in names} == REVEALING


def test_no_difference() -> None:
    """A response that sends the set does not differ from it."""
    assert graded(ALL).differences == ()


@pytest.mark.parametrize(
    ("header", "differs"),
    [
        pytest.param(constant("referrer-policy", "No-Referrer"), (), id="case"),
        pytest.param(constant("Cache-Control", "max-age=0,no-store"), (), id="order"),
        pytest.param(
            constant("Referrer-Policy", "origin"), ("different", "origin"), id="value"
        ),
        pytest.param(
            parameter("Referrer-Policy", default="no-referrer"), (), id="default"
        ),
        pytest.param(
            parameter("Referrer-Policy"), ("missing", ""), id="optional argument"
        ),
        pytest.param(
            parameter("Referrer-Policy", required=True), ("unknown", ""), id="argument"
        ),
        pytest.param(constant("server", "nginx"), ("remove", "nginx"), id="revealing"),
        pytest.param(parameter("X-Powered-By"), (), id="revealing, optional"),
    ],
)
def test_differences(header: HeaderSpec, differs: tuple[str, ...]) -> None:
    """What is missing, has another value, is unknown until run time, or should not be sent."""
    others = [each for each in ALL if each.name.lower() != header.name.lower()]
    found = graded([*others, header]).differences
    assert tuple(word for each in found for word in (each.kind, each.sent)) == differs


def test_the_lines_are_a_schema() -> None:
    """What is said to be missing can be written as it is said, and nothing is missing any more."""
    lines = "\n      ".join(each.line for each in graded(()).differences)
    (page,) = responses(f"Page:\n  headers:\n      {lines}").values()
    assert graded(page.headers).differences == ()


@pytest.mark.parametrize(
    ("difference", "line"),
    [
        (Difference("remove", "Server", "", "nginx"), "Server: null"),
        (Difference("missing", "X-Frame-Options", "deny", ""), "X-Frame-Options: deny"),
    ],
    ids=["remove", "add"],
)
def test_lines(difference: Difference, line: str) -> None:
    """A difference is a line of a schema's headers."""
    assert difference.line == line
