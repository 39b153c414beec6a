"""Programs that nobody would write by hand: an audit of them ends, and finds what is there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited

HEAD = """\
from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import JSONResponse
app = FastAPI()
"""
DEEP = {
    "attributes": "s" + ".a" * 900,
    "calls": "s" + ".a()" * 300,
    "items": "s" + "[0]" * 300,
    "a sum": "x" + "+x" * 900,
    "choices": "1 if x else " * 300 + "2",
}


@pytest.mark.parametrize("expression", DEEP.values(), ids=DEEP)
def test_expressions_of_any_depth(expression: str, tmp_path: Path) -> None:
    """What is in them is not quoted, and what is beside them is found."""
    text = f"""\
@app.get("/x", response_class={expression}, status_code={expression})
def put(r: Response, s, x):
    r.set_cookie({expression}, "1", path={expression}, max_age={expression})
    r.set_cookie("k", "1", path={expression}, samesite={expression}, secure={expression})
    r.headers["Content-Disposition"] = f'attachment; filename="{{x}}"' + {expression}
    raise HTTPException({expression}, headers={expression})
def drop(r: Response, s, x):
    r.delete_cookie({expression}, path="/")
    r.delete_cookie("k")
    return JSONResponse({expression}, headers={{"A": 1, "B": {expression}}})
"""
    seen = audited(tmp_path, {"app.py": HEAD + text})
    assert {each.found.code for each in seen.results} >= {"R911", "R914", "R944"}


ENDLESS = {
    "a chain of elif": (
        "def f(r: Response, x):\n    if x: pass\n"
        + "".join(f"    elif x == {n}: y = {n}\n" for n in range(1_000))
        + "    else: r.headers['A'] = 1\n"
    ),
    "names for one another": "A = B\nB = A\nx = A(headers={'A': 1})\ny = Response(headers={'A': 1})\n",
    "classes below one another": (
        "class A(B): pass\nclass B(A, Response): pass\nA = B\nB = A\nC = A\n"
        "y = Response(headers={'A': 1})\n"
    ),
    "mappings of themselves": "H = {**H, 'A': 1}\nG = {**H, **G}\ny = Response(headers=G)\n",
}


@pytest.mark.parametrize("text", ENDLESS.values(), ids=ENDLESS)
def test_chains_and_circles(text: str, tmp_path: Path) -> None:
    """They end."""
    seen = audited(tmp_path, {"app.py": HEAD + text})
    assert [e.found.code for e in seen.results].count("R944") == 1
