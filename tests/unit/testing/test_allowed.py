"""[tool.respgen.contract]: which responses need no class, and what is wrong with an entry."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.diagnostics import Problems
from respgen.project import find
from respgen.project.contract import Allowed, allowed

ENTRIES = {
    "404": Allowed("404"),
    "5xx": Allowed("5xx"),
    "GET": Allowed("", "GET"),
    "GET /docs": Allowed("", "GET", "/docs"),
    "404 GET /static/*": Allowed("404", "GET", "/static/*"),
    "/": Allowed("", "", "/"),
    "": None,
    "docs": None,
    "get /docs": None,
    "/docs GET": None,
    "600": None,
    "4XX": None,
    "404 404": None,
}


@pytest.mark.parametrize(("text", "expected"), ENTRIES.items())
def test_an_entry_is_a_status_a_method_and_a_path(
    text: str, expected: Allowed | None
) -> None:
    """Any part may be absent, and at least one is there, in that order."""
    assert allowed(text) == expected


HOLDS = {
    "404": (True, False, True),
    "4xx": (True, False, True),
    "2xx": (False, True, False),
    "POST": (False, False, True),
    "GET /a/b": (True, True, False),
    "/a/*": (True, True, True),
    "/*/b": (True, True, True),
    "/a": (False, False, False),
    "/a/b*/b": (False, False, False),
    "/*a*b*": (True, True, True),
}
SENT = ((404, "GET", "/a/b"), (200, "GET", "/a/b"), (404, "POST", "/a/b"))


@pytest.mark.parametrize(("text", "expected"), HOLDS.items())
def test_it_holds_for_what_it_says(text: str, expected: tuple[bool, ...]) -> None:
    """A response is allowed by an entry whose every part is its own."""
    entry = allowed(text)
    assert entry
    assert tuple(entry.holds(*each) for each in SENT) == expected


MISTAKES = {
    'contract = "404"': "2:12-17 R014 contract must be a table",
    "contract = {alow = []}": "2:13-17 R014 unknown key 'alow'",
    'contract = {allow = "404"}': "2:21-26 R014 allow must be a list of strings",
    'contract = {allow = ["404", "docs"]}': "2:29-35 R014 'docs' says neither",
    "contract = {allow = [404]}": "2:22-25 R014 404 says neither",
}


@pytest.mark.parametrize(("line", "expected"), MISTAKES.items())
def test_mistakes_have_places(tmp_path: Path, line: str, expected: str) -> None:
    """What is wrong in the table is a finding at its place."""
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas/s.yaml").touch()
    (tmp_path / "pyproject.toml").write_text(f"[tool.respgen]\n{line}\n")
    problems = Problems()
    find(tmp_path, problems)
    [found] = problems
    place = f"{found.span.line}:{found.span.column}-{found.span.end_column}"
    assert f"{place} {found.code} {found.message}".startswith(expected)
