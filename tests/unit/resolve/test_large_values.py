"""Values of a size that somebody's mistake, or malice, may have: judged in a moment."""

from __future__ import annotations

import pytest

from respgen.diagnostics import Problems
from respgen.pipeline import compiled
from tests.support.trees import schema_file

SIZE = 65_536

LARGE = {
    "commas": ("Content-Security-Policy", "default-src " + "a," * (SIZE // 2)),
    "one directive": ("Content-Security-Policy", "default-src a;" * (SIZE // 14)),
    "quotes": ("Cache-Control", '"' + '\\"' * (SIZE // 2)),
    "small letters": ("Allow", "get, " * (SIZE // 5) + "get"),
    "unknown": ("Cache-Control", ",".join(f"d{n}" for n in range(SIZE // 6))),
    "features": ("Permissions-Policy", ", ".join(f"d{n}=()" for n in range(7000))),
    "metrics": ("Server-Timing", ", ".join(f"d{n};dur=x" for n in range(5000))),
}


@pytest.mark.parametrize(("name", "value"), LARGE.values(), ids=LARGE)
def test_large_values(name: str, value: str) -> None:
    """At most twenty findings, and no more than linear work: the suite would not end otherwise."""
    problems = Problems()
    schema = {"respgen": 1, "responses": {"A": {"headers": {name: value}}}}
    compiled([schema_file("shop", schema)], "fastapi", problems)
    assert 1 <= len(problems) <= 20


def test_blanks_of_a_policy_are_ascii() -> None:
    """Another blank is part of a source, which it makes malformed (CSP3 2.2.1)."""
    problems = Problems()
    policy = "script-src 'self'\N{NO-BREAK SPACE}cdn.example"
    headers = {"Content-Security-Policy": policy}
    schema = {"respgen": 1, "responses": {"A": {"headers": headers}}}
    compiled([schema_file("shop", schema)], "fastapi", problems)
    assert problems.errors
