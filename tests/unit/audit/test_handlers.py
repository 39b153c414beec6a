"""Handlers of HTTPException answer with its headers (R945)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.snippets import holds

HEAD = """\
from fastapi import FastAPI, HTTPException, Request
from fastapi.exception_handlers import http_exception_handler
from fastapi.responses import HTMLResponse, JSONResponse, RedirectResponse
from starlette.exceptions import HTTPException as Base

app = FastAPI()

"""
DECORATED = "@app.exception_handler(HTTPException)\n"
DEFINED = "async def f(request: Request, exc: HTTPException):\n"
HELPER = (
    "def made(status, title, headers=None):\n"
    "    return JSONResponse({'t': title}, status, headers=headers)\n"
)
PLAIN = "    return JSONResponse({'d': exc.detail}, exc.status_code)"

CASES = {
    "decorated": f"{DECORATED}{DEFINED}{PLAIN}  # R945W",
    "added": f"{DEFINED}{PLAIN}  # R945\napp.add_exception_handler(Base, f)",
    "by keywords": (
        f"{DEFINED}{PLAIN}  # R945\n"
        "app.add_exception_handler(exc_class_or_status_code=Base, handler=f)"
    ),
    "of a mapping": f"{DEFINED}{PLAIN}  # R945\napi = FastAPI(exception_handlers={{Base: f}})",
    "with others": (
        f"{DECORATED}{DEFINED}    return JSONResponse({{}}, 400, headers={{'X-A': '1'}})  # R945"
    ),
    "on one way": (
        f"{DECORATED}{DEFINED}"
        "    if exc.status_code == 404:\n"
        "        return HTMLResponse('<p>', 404)  # R945\n"
        "    return JSONResponse({}, exc.status_code, headers=exc.headers)"
    ),
    "kept": f"{DECORATED}{DEFINED}    return JSONResponse({{}}, 400, headers=exc.headers)",
    "kept by place": f"{DECORATED}{DEFINED}    return JSONResponse({{}}, 400, exc.headers)",
    "kept by getattr": (
        f"{DECORATED}{DEFINED}"
        "    return JSONResponse({}, 400, headers=getattr(exc, 'headers', None))"
    ),
    "kept among others": (
        f"{DECORATED}{DEFINED}"
        "    return JSONResponse({}, 400, headers={**(exc.headers or {}), 'X-A': '1'})"
    ),
    "kept later": (
        f"{DECORATED}{DEFINED}"
        "    r = JSONResponse({}, 400)\n"
        "    r.headers.update(exc.headers or {})\n"
        "    return r"
    ),
    "kept one by one": (
        f"{DECORATED}{DEFINED}"
        "    r = JSONResponse({}, 400)\n"
        "    for name, value in (exc.headers or {}).items():\n"
        "        r.headers[name] = value\n"
        "    return r"
    ),
    "sorted by class": (
        "async def f(request: Request, exc: Exception):\n"
        "    if isinstance(exc, HTTPException):\n"
        "        return JSONResponse({}, 400, headers=exc.headers)\n"
        "    return JSONResponse({}, 500)\n"
        "app.add_exception_handler(HTTPException, f)"
    ),
    "by a helper": f"{HELPER}{DECORATED}{DEFINED}    return made(exc.status_code, str(exc.detail))  # R945",
    "by a helper that says what it gives": (
        f"{HELPER.replace('):', ') -> JSONResponse:')}{DECORATED}{DEFINED}"
        "    return made(exc.status_code, {'d': exc.detail}, headers={'X-A': '1'})  # R945"
    ),
    "by a helper that waits": (
        f"async {HELPER}{DECORATED}{DEFINED}    return await made(exc.status_code, 'no')  # R945"
    ),
    "by a helper that gets them": (
        f"{HELPER}{DECORATED}{DEFINED}    return made(400, 'no', headers=exc.headers)"
    ),
    "by a helper that gets it": f"{HELPER}{DECORATED}{DEFINED}    return made(400, exc)",
    "by a helper that gets them by getattr": (
        f"{HELPER}{DECORATED}{DEFINED}    return made(400, 'no', getattr(exc, 'headers', None))"
    ),
    "by a helper that gets what nobody knows": (
        f"{HELPER}{DECORATED}{DEFINED}"
        "    return made(400, 'no', {k: v for k, v in (exc.headers or {}).items()})"
    ),
    "by a helper that gets all": f"{HELPER}{DECORATED}{DEFINED}    return made(400, 'no', **vars(exc))",
    "by a helper inside": (
        f"{DECORATED}{DEFINED}"
        "    def made(status):\n"
        "        return JSONResponse({}, status, headers=exc.headers)\n"
        "    return made(400)"
    ),
    "by a helper, changed later": (
        f"{HELPER}{DECORATED}{DEFINED}"
        "    r = made(400, 'no')\n"
        "    r.headers.update(exc.headers or {})\n"
        "    return r"
    ),
    "handed on": f"{DECORATED}{DEFINED}    return await http_exception_handler(request, exc)",
    "led elsewhere": f"{DECORATED}{DEFINED}    return RedirectResponse('/login')",
    "of a status": f"@app.exception_handler(404)\n{DEFINED}{PLAIN}",
    "of another": f"@app.exception_handler(KeyError)\n{DEFINED}{PLAIN}",
}


@pytest.mark.parametrize("body", CASES.values(), ids=CASES)
def test_handlers_keep_headers(body: str, tmp_path: Path) -> None:
    """A response that certainly goes without them is reported."""
    holds(tmp_path, HEAD, body, "R945")
