"""What findings about headers say, and what they tell authors to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited

HEAD = """\
from urllib.parse import quote
from fastapi import FastAPI, HTTPException, Response
from fastapi.responses import FileResponse, JSONResponse, StreamingResponse

app = FastAPI()
HEADERS = {"X-Shop": "central"}


"""
ROUTE = '@app.get("/{name}")\n'
KEYWORDS = "class Mine(Response):\n    def __init__(self, *args, **kw):\n"

CASES = {
    "R941: the author's expression": (
        f"{ROUTE}def f(name: str):\n"
        "    h = f'attachment; filename=\"{name.strip()}.pdf\"'\n"
        "    return Response(b'', headers={'Content-Disposition': h})",
        "filename*=UTF-8''{quote(name.strip(), safe='')}",
    ),
    "R941: both forms": (
        f"{ROUTE}def f(name: str):\n"
        "    h = f'attachment; filename=\"{name}\"; filename*=UTF-8{quote(name)}'\n"
        "    return Response(b'', headers={'Content-Disposition': h})",
        "leave the plain filename out: filename* is there already",
    ),
    "R942: another name": (
        "def f():\n    h = HEADERS\n    h['X-A'] = '1'\n    return Response(headers=h)",
        "h is HEADERS here: this changes it for all responses",
    ),
    "R943: keywords": (
        f"{KEYWORDS}"
        "        kw.setdefault('headers', {})['X-A'] = '1'\n"
        "        super().__init__(*args, **kw)",
        "kw['headers'] = {**(kw.get('headers') or {}), ...}",
    ),
    "R943: keywords that are taken out": (
        f"{KEYWORDS}"
        "        headers = kw.pop('headers', {})\n"
        "        headers['X-A'] = '1'\n"
        "        super().__init__(*args, headers=headers, **kw)",
        "headers = {**(kw.pop('headers', None) or {}), ...}",
    ),
    "R950: a header": (
        f"{ROUTE}def f(response: Response):\n"
        "    response.headers['Location'] = '/a'\n"
        "    return JSONResponse({})",
        "another response is returned: header 'Location' of the injected response is not sent",
    ),
    "R950: a cookie": (
        f"{ROUTE}def f(response: Response):\n"
        "    response.set_cookie('last', '1')\n"
        "    raise HTTPException(400)",
        "return a response that sets the cookie, in place of the exception",
    ),
    "R954: with headers": (
        "def f(x):\n    return StreamingResponse(x, media_type='text/event-stream', headers={'X-A': '1'})",
        'add "Cache-Control": "no-store" to headers',
    ),
}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_said(kind: str, tmp_path: Path) -> None:
    """It names what is meant, in the author's own words."""
    body, said = CASES[kind]
    seen = audited(tmp_path, {"shop/app.py": f"{HEAD}{body}\n"})
    found = [e.found for e in seen.results if e.found.code == kind[:4]]
    assert [said in (each.message, each.help) for each in found] == [True]
