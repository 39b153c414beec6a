"""Constants in code are judged as in schemas, with the codes and severities of those rules."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.rules import RULES
from tests.support.audits import audited
from tests.support.snippets import holds, marked

HEAD = """\
import httpx
from http import HTTPStatus
from fastapi import FastAPI, HTTPException, Response, status
from fastapi.responses import HTMLResponse, JSONResponse, StreamingResponse

"""

WRONG = {
    "a misspelt name": 'r = Response(headers={"E-Tag": x})  # R202',
    "one of a hop": 'r = Response(headers={"Connection": "close"})  # R207',
    "one of the server": 'r = Response(headers={"Server": "shop"})  # R210',
    "one of clients": 'r = Response(headers={"Authorization": x})  # R241',
    "no name": 'r = Response(headers={"X A": "1"})  # R201',
    "a value outside Latin-1": 'r = Response(headers={"X-A": "\\u2603"})  # R204',
    "a line break": 'r = Response(headers={"X-A": "a\\nb"})  # R203',
    "directives": 'r = Response(headers={"Cache-Control": "public; max-age=60"})  # R401',
    "an argument": 'r = Response(headers={"Cache-Control": "max-age=1h"})  # R404',
    "a policy": 'r = Response(headers={"Content-Security-Policy": "default-src self"})  # R606',
    "a date": 'r = Response(headers={"Last-Modified": "today"})  # R222',
    "of an exception": 'e = HTTPException(503, headers={"Retry-After": "soon"})  # R224',
    "assigned": 'def f(r: Response):\n    r.headers["ETag"] = "v6"  # R223',
    "by default": 'def f(r: Response):\n    r.headers.setdefault("ETag", "v6")  # R223',
    "updated": 'def f(r: Response):\n    r.headers.update({"ETag": "v6"})  # R223',
    "of a class": (
        "class Feed(Response):\n"
        "    def __init__(self, text):\n"
        '        super().__init__(text, headers={"ETag": "v6"})  # R223'
    ),
    "on one way": 'def f(x):\n    return Response(headers={"ETag": "v6" if x else "v7"})  # R223',
    "a pair": (
        "H = {\n"
        '    "Access-Control-Allow-Origin": "*",  # R622\n'
        '    "Access-Control-Allow-Credentials": "true",\n'
        "}\n"
        "r = Response(headers=H)"
    ),
    "a body of 204": 'r = Response("gone", status_code=204)  # R212',
    "null as a body": "r = JSONResponse(None, status_code=status.HTTP_204_NO_CONTENT)  # R212",
    "a name of the library": 'r = Response("a", HTTPStatus.NOT_MODIFIED)  # R212',
    "a label of 204": 'r = Response(status_code=204, headers={"Content-Language": "en"})  # R212',
    "a status": "r = Response(status_code=99)  # R211",
    "a status later": "def f(r: Response):\n    r.status_code = 600  # R211",
    "a media type": 'r = Response("", media_type="json")  # R215',
    "a misspelt media type": 'r = Response("", media_type="application/jason")  # R221',
    "a charset": 'r = Response("", media_type="application/json; charset=utf-8")  # R219',
    "a media type of a class": 'class Feed(Response):\n    media_type = "text/hmtl"  # R221',
}
FINE = {
    "what nobody knows": "def f(x):\n    return Response(headers={x: 'a', 'ETag': x})",
    "a length of a stream": 'r = StreamingResponse(x, headers={"Content-Length": "5"})',
    "a request": 'def f():\n    httpx.get("/", headers={"Authorization": "Bearer x"})',
    "what is missing": 'r = HTMLResponse("<p>")\ne = HTTPException(401)',
    "no body": "r = Response(status_code=204)\ns = Response(b'', status_code=304)",
    "a body that may be none": "def f(x):\n    return Response(x, status_code=204)",
    "a page": 'r = HTMLResponse("<p>", headers={"Cache-Control": "no-store"})',
    "words of a schema": 'r = Response(headers={"X-Kind": "string", "X-Form": "{name}"})',
    "another class": "class Response:\n    pass\nr = Response(headers={'E-Tag': '1'})",
}


@pytest.mark.parametrize("body", [*WRONG.values(), *FINE.values()], ids=[*WRONG, *FINE])
def test_constants(body: str, tmp_path: Path) -> None:
    """What the rules say of a schema they say of code."""
    holds(tmp_path, HEAD, body, "R1", "R2", "R4", "R5", "R6")


def test_no_code_is_only_of_python() -> None:
    """The codes are those of the rules for schemas."""
    codes = {code for body in WRONG.values() for _, _, code in marked({"": body})}
    assert not any(RULES[code].subject == "Python" for code in codes)


def test_two_runs_are_equal(tmp_path: Path) -> None:
    """The same program gives the same findings, in the same order."""
    text = HEAD + "\n".join((WRONG["a pair"], WRONG["a date"], WRONG["a status later"]))
    first, second = (audited(tmp_path, {"shop/app.py": text}) for _ in range(2))
    assert first == second
    assert {each.found.code for each in first.results} >= {"R622", "R222", "R211"}
