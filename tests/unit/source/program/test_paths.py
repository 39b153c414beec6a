"""The ways through a function: what each does to responses, and how it ends."""

from __future__ import annotations

import ast
from textwrap import dedent

import pytest

from respgen.source.program.events import Body
from respgen.source.program.facts import Facts, read
from respgen.source.program.program import Program
from respgen.source.program.units import Units


def facts(**modules: str) -> Facts:
    """Of a program of modules."""
    texts = {f"{n.replace('__', '/')}.py": dedent(t) for n, t in modules.items()}
    program = Program(Units([*texts], lambda file: ast.parse(texts[file])))
    return read(program, texts, lambda file: texts[file].splitlines())


def paths(body: Body) -> set[tuple[tuple[int, ...], str]]:
    """Each path by the lines of its events, and how it ends."""
    return {
        (tuple(event.statement.lineno for event in path.events), path.way)
        for path in body.paths
    }


HEAD = "from starlette.responses import Response\nfrom fastapi import HTTPException\n"
WAYS = {
    "a branch": (
        "    if x:\n        r.headers['A'] = '1'\n    return r",
        {((5,), "returned"), ((), "returned")},
    ),
    "an early end": (
        "    r.headers['A'] = '1'\n    if x:\n        return 1\n    r.headers['B'] = '2'",
        {((4,), "returned"), ((4, 7), "ended")},
    ),
    "a known loop": (
        "    for k in ('A', 'B'):\n        r.headers[k] = '1'\n    return r",
        {((5, 5), "returned")},
    ),
    "an unknown loop": (
        "    for k in x:\n        r.headers[k] = '1'\n    return r",
        {((), "returned"), ((5,), "returned")},
    ),
    "a loop that is left": (
        "    for k in x:\n        if k:\n            r.headers[k] = '1'\n            break\n    return r",
        {((), "returned"), ((6,), "returned")},
    ),
    "a caught exception": (
        "    try:\n        raise HTTPException(404)\n    except HTTPException:\n"
        "        r.headers['A'] = '1'\n    return r",
        {((7,), "returned"), ((7,), "returned")},
    ),
    "another exception": (
        "    try:\n        raise HTTPException(404)\n    except ValueError:\n"
        "        r.headers['A'] = '1'\n    return r",
        {((), "raised"), ((7,), "returned")},
    ),
    "a match": (
        "    match x:\n        case 1:\n            r.headers['A'] = '1'\n        case _:\n"
        "            return None\n    return r",
        {((6,), "returned"), ((), "returned")},
    ),
    "a walrus": (
        "    if (y := r) and x:\n        y.headers['A'] = '1'\n    return y",
        {((5,), "returned"), ((), "returned")},
    ),
}


@pytest.mark.parametrize("kind", WAYS)
def test_every_way_through(kind: str) -> None:
    """The events on each way, by their lines."""
    text, expected = WAYS[kind]
    found = facts(app=f"{HEAD}def f(r: Response, x):\n{text}\n")
    body = next(body for body in found.bodies if body.function)
    assert paths(body) == expected
