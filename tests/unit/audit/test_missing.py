"""What a response lacks is reported to those who select these codes: R213, R214 and R220."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited
from tests.support.snippets import marked

HEAD = """\
from fastapi import HTTPException, Response
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse

"""
CASES = {
    "a challenge": "e = HTTPException(401)  # R213",
    "a location": "r = Response(status_code=201)  # R214",
    "a wait": "r = JSONResponse({}, 503)  # R214",
    "nosniff": "r = HTMLResponse('<p>')  # R220",
    "what is there": "e = HTTPException(401, headers={'www-authenticate': 'Bearer'})",
    "what comes later": (
        "def f():\n"
        "    r = Response(status_code=201)\n"
        "    r.headers['Location'] = '/'\n"
        "    return r"
    ),
    "what others may add": (
        "def f(add):\n    r = Response(status_code=201)\n    add(r)\n    return r"
    ),
    "what nobody knows": "def f(h):\n    return Response(status_code=201, headers=h)",
    "a redirect's": "r = RedirectResponse('/', status_code=303)",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_what_is_missing(body: str, tmp_path: Path) -> None:
    """It is found where all fields are known, and reported where its code is selected, and no family."""
    files = {"app.py": HEAD + body}
    settings = '[tool.respgen]\nselect = ["R213", "R214", "R220"]\n'
    selected = audited(tmp_path / "selected", {**files, "pyproject.toml": settings})
    found = {("app.py", e.found.span.line, e.found.code) for e in selected.results}
    assert found == marked(files)
    for select in ("[]", '["R2"]', '["R21", "R22"]'):
        settings = f"[tool.respgen]\nselect = {select}\n"
        plain = audited(tmp_path / "plain", {**files, "pyproject.toml": settings})
        assert not {e.found.code for e in plain.results} & {"R213", "R214", "R220"}
