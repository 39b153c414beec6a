"""Forms in which people write what audit must see through: imports, classes, and the ways of values.

A field whose value is a number (R944) shows that a response was known as one.
"""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.snippets import found, marked

SET = """
def f(response: {name}):
    response.headers["X-A"] = 1  # R944
"""
IMPORTS = {
    "a module by another name": {
        "app.py": "from starlette import responses as r" + SET.format(name="r.Response")
    },
    "either of two modules": {
        "app.py": """\
try:
    from fastapi.responses import JSONResponse
except ImportError:
    from starlette.responses import JSONResponse
"""
        + SET.format(name="JSONResponse")
    },
    "a star": {
        "base.py": "from starlette.responses import *\nfrom starlette.responses import Response",
        "app.py": "from base import *" + SET.format(name="Response"),
    },
    "for type checkers alone": {
        "app.py": """\
from __future__ import annotations
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from starlette.responses import Response
"""
        + SET.format(name="Response")
    },
    "a package that passes on": {
        "shop/__init__.py": "from .base import Answer\n__all__ = ['Answer']",
        "shop/base.py": "from fastapi import Response as Answer",
        "app.py": "from shop import Answer" + SET.format(name="Answer"),
    },
    "a name in a text": {
        "app.py": "import fastapi" + SET.format(name='"fastapi.Response | None"')
    },
}
PROGRAMS = {
    "a class of its base's name": """
        class JSONResponse(JSONResponse):
            media_type = "application/vnd.x+json"
        def f():
            return JSONResponse({}, headers={"X-A": 1})  # R944
        """,
    "a class bound to a name": """
        Answer = JSONResponse
        KINDS = {"json": Answer}
        def f():
            return KINDS["json"]({}, headers={"X-A": 1})  # R944
        """,
    "one of two classes": """
        def f(x):
            return (JSONResponse if x else Response)({}, headers={"X-A": 1})  # R944
        """,
    "a partial of a class": """
        from functools import partial
        refuse = partial(JSONResponse, status_code=400)
        def f():
            return refuse({}, headers={"X-A": 1})  # R944
        """,
    "a type variable": """
        from typing import TypeVar
        R = TypeVar("R", bound="Response")
        def f(response: R) -> R:
            response.headers["X-A"] = 1  # R944
            return response
        """,
    "a pattern": """
        def f(x):
            match x:
                case JSONResponse() as answer:
                    answer.headers["X-A"] = 1  # R944
                case dict() as answer:
                    answer.headers["X-A"] = 1
        """,
    "a walrus": """
        def f(x):
            if (answer := JSONResponse({})) and x:
                answer.headers["X-A"] = 1  # R944
        """,
    "a decorator that touches what is returned": """
        def f(view):
            async def inner(*args, **kwargs):
                answer: Response = await view(*args, **kwargs)
                answer.headers["X-A"] = 1  # R944
                return answer
            return inner
        """,
    "a decorator of annotated functions": """
        from collections.abc import Awaitable, Callable
        def f(view: Callable[..., Awaitable[Response]]):
            async def inner(*args, **kwargs):
                answer = await view(*args, **kwargs)
                answer.headers["X-A"] = 1  # R944
                return answer
            return inner
        """,
    "an exception that is raised many times": """
        from fastapi import HTTPException
        REFUSED = HTTPException(401, headers={"X-A": 1})  # R944
        def f():
            raise REFUSED
        def g():
            raise REFUSED
        """,
    "an identifier from a context": """
        from contextvars import ContextVar
        request_id: ContextVar[str] = ContextVar("request_id", default="")
        def f(response: Response):
            response.headers["X-Request-ID"] = request_id.get()
        """,
    "headers of pure ASGI": """
        from starlette.datastructures import MutableHeaders
        async def f(scope, receive, send):
            async def wrapped(message):
                headers = MutableHeaders(scope=message)
                headers["X-A"] = "1"
                headers.pop("X-B")  # R951
                await send(message)
        """,
    "names alone": """
        from shop import response, JSONResponse as Answer
        def f(response):
            response.headers["X-A"] = 1
            return Answer({}, headers={"X-A": 1})
        """,
}
HEAD = "from starlette.responses import JSONResponse, Response\n"
CASES = {
    **{f"imports: {kind}": files for kind, files in IMPORTS.items()},
    **{kind: {"app.py": HEAD + dedent(text)} for kind, text in PROGRAMS.items()},
}


@pytest.mark.parametrize("kind", CASES)
def test_what_is_seen_through(kind: str, tmp_path: Path) -> None:
    """Each is found on its line, and no other."""
    files = CASES[kind]
    seen = {m for m in found(tmp_path, files, "R9") if m[2][-1] not in "EW"}
    assert seen == marked(files)
