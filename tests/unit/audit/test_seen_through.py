"""What a helper gives back, seen from its caller: parameters are what the call gives (by R944)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from starlette.responses import Response
def many(n=1): return {"X-N": n}
def named(*, n=1): return {"X-N": n}
def must(n): return {"X-N": n}
def inner(n, k="X-A"): return {k: n}
def outer(n): return inner(n)
def merged(extra): return {"X-A": "a", **extra}
def rest(**more): return {"X-A": "a", **more}
def chosen(n, flag): return {"X-A": n} if flag else {"X-B": "b"}
def spelt(n): return {"X-A": f"{n}"}
def keyed(table): return {"X-A": table["a"]}
def endless(n): return endless(n)
"""
CALLS = {
    "omitted, by default": ("many()", True),
    "given by place": ("many('1')", False),
    "given by name": ("many(n='1')", False),
    "none": ("many(None)", True),
    "by name alone, omitted": ("named()", True),
    "by name alone": ("named(n='1')", False),
    "a number": ("must(2)", True),
    "omitted, without default": ("must()", False),
    "by **": ("many(**{'n': '1'})", False),
    "by ** that nobody knows": ("many(**known)", False),
    "by * that nobody knows": ("many(*known)", False),
    "two helpers": ("outer(1)", True),
    "two helpers, a text": ("outer('1')", False),
    "a text of a number": ("spelt(1)", False),
    "one of two ways": ("chosen(1, flag)", True),
    "what is merged": ("merged({'X-B': 1})", True),
    "what is merged, a text": ("merged({'X-B': '1'})", False),
    "keywords": ("rest(x=1)", True),
    "an item": ("keyed({'a': 1})", True),
    "an item, a text": ("keyed({'a': '1'})", False),
    "for ever": ("endless(1)", False),
}
PROGRAMS = {
    kind: f"def f(known, flag):\n    return Response(b'', headers={call})\n"
    for kind, (call, _) in CALLS.items()
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """One audit of all."""
    return compared(tmp_path_factory.mktemp("app"), HEAD, PROGRAMS, "R944")


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_helper_is_seen_through(kind: str, results: Results) -> None:
    seen, _ = results[kind]
    assert bool(seen) == CALLS[kind][1]
