"""Functions whose whole job is one response (R915): what may stand before it, and what may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited

HEAD = """\
import csv
import io
from fastapi import HTTPException
from fastapi.responses import JSONResponse, Response

"""
HELPERS = {
    "one call": "return JSONResponse({'data': data})",
    "an exception": "return HTTPException(404, data)",
    "headers": "h = {'X-A': data}\n    h.update(X_B='1')\n    return Response(b'', headers=h)",
    "a buffer": "b = io.StringIO()\n    b.write(data)\n    return Response(b.getvalue())",
    "a writer of a buffer": (
        "b = io.StringIO()\n    csv.writer(b).writerow([data])\n    return Response(b.getvalue())"
    ),
    "a writer with a name": (
        "b = io.StringIO()\n    w = csv.DictWriter(b, ['a'])\n    w.writeheader()\n"
        "    return Response(b.getvalue())"
    ),
}
OTHERS = {
    "something else is changed": "data.delete()\n    return Response(status_code=204)",
    "what was found is changed": (
        "row = data.get()\n    row.delete()\n    return Response(status_code=204)"
    ),
    "something is called": "print(data)\n    return Response(b'')",
    "something else is written": (
        "w = csv.writer(data)\n    open('log').write(data)\n    return Response(b'')"
    ),
    "a buffer is handed on": (
        "b = io.StringIO()\n    data.export(b)\n    return Response(b.getvalue())"
    ),
}


def helpers(folder: Path, body: str) -> list[int]:
    """The lines where a helper is found."""
    seen = audited(folder, {"app.py": f"{HEAD}def f(data):\n    {body}\n"})
    return [e.found.span.line for e in seen.results if e.found.code == "R915"]


@pytest.mark.parametrize("body", HELPERS.values(), ids=HELPERS)
def test_it_makes_one_response(body: str, tmp_path: Path) -> None:
    """All else in it is about what is sent."""
    assert helpers(tmp_path, body) == [len(HEAD.splitlines()) + 1]


@pytest.mark.parametrize("body", OTHERS.values(), ids=OTHERS)
def test_it_does_something_else_as_well(body: str, tmp_path: Path) -> None:
    assert helpers(tmp_path, body) == []
