"""HTTPException raised in middleware (R952)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from fastapi import FastAPI, HTTPException
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.responses import Response
from starlette.routing import Mount
app = FastAPI()
"""
PROGRAMS = {
    "a class": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                raise HTTPException(403)  # R952
        """,
    "a class below another": """
        class Base(BaseHTTPMiddleware): ...
        class Gate(Base):
            async def dispatch(self, request, call_next):
                raise HTTPException  # R952
        """,
    "another method": """
        class Gate(BaseHTTPMiddleware):
            def check(self):
                raise HTTPException(403)
        """,
    "a function": """
        @app.middleware("http")
        async def gate(request, call_next):
            raise HTTPException(403)  # R952
        """,
    "a function that is handed over": """
        async def gate(request, call_next):
            raise HTTPException(403)  # R952
        app.add_middleware(BaseHTTPMiddleware, dispatch=gate)
        """,
    "a function by a call": """
        async def gate(request, call_next):
            raise HTTPException(403)  # R952
        app.middleware("http")(gate)
        """,
    "plain ASGI": """
        class Gate:
            def __init__(self, app):
                self.app = app
            async def __call__(self, scope, receive, send):
                raise HTTPException(403)  # R952
        """,
    "an application": """
        class Site:
            async def __call__(self, scope, receive, send):
                raise HTTPException(403)
        """,
    "a dependency": """
        class Gate:
            def __init__(self, app):
                self.app = app
            async def __call__(self, key: str):
                raise HTTPException(403)
        """,
    "caught there": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                try:
                    raise HTTPException(403)
                except HTTPException as error:
                    return Response(status_code=error.status_code)
        """,
    "caught as another": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                try:
                    raise HTTPException(403)  # R952
                except ValueError:
                    return Response()
        """,
    "passed on": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                try:
                    return await call_next(request)
                except HTTPException as error:
                    raise error
        """,
    "another exception": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                raise ValueError
        """,
    "middleware of a mount": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                raise HTTPException(403)
        mount = Mount("/", routes=[], middleware=[Middleware(Gate)])
        """,
    "middleware of a mount, and of all": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                raise HTTPException(403)  # R952
        mount = Mount("/", routes=[], middleware=[Middleware(Gate)])
        app.add_middleware(Gate)
        """,
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """One audit of all."""
    return compared(tmp_path_factory.mktemp("app"), HEAD, PROGRAMS, "R952")


@pytest.mark.parametrize("kind", PROGRAMS)
def test_what_leaves_middleware(kind: str, results: Results) -> None:
    """It is found where it is raised."""
    seen, expected = results[kind]
    assert seen == expected
