"""HTTPException raised in middleware (R952)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from contextlib import suppress
from fastapi import Depends, FastAPI, HTTPException
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
    "a method that it calls": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                await self.check(request)
                return await call_next(request)
            async def check(self, request):
                if not request.client:
                    self.refuse()
            def refuse(self):
                raise HTTPException(403)  # R952
        """,
    "a method above": """
        class Base(BaseHTTPMiddleware):
            def check(self):
                raise HTTPException(403)  # R952
        class Gate(Base):
            async def dispatch(self, request, call_next):
                self.check()
        """,
    "a function of its own": """
        def refuse():
            raise HTTPException(403)  # R952
        @app.middleware("http")
        async def gate(request, call_next):
            refuse()
        """,
    "a function that routes call": """
        def refuse():
            raise HTTPException(403)
        @app.get("/")
        def home():
            refuse()
        @app.middleware("http")
        async def gate(request, call_next):
            refuse()  # R952
        """,
    "a dependency that it calls": """
        def signed_in(request):
            raise HTTPException(401)
        @app.get("/", dependencies=[Depends(signed_in)])
        def home(): ...
        @app.middleware("http")
        async def gate(request, call_next):
            user = signed_in(request)  # R952
        """,
    "caught around the call": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                try:
                    self.check()
                except (ValueError, HTTPException) as error:
                    return Response(status_code=403)
                try:
                    self.check()
                except Exception:
                    return Response(status_code=403)
                with suppress(HTTPException):
                    self.check()
            def check(self):
                raise HTTPException(403)
        """,
    "caught in between": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                self.one()
            def one(self):
                try:
                    self.two()
                except HTTPException:
                    pass
            def two(self):
                raise HTTPException(403)
        """,
    "called where another is caught": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                try:
                    pass
                except HTTPException:
                    self.check()
            def check(self):
                raise HTTPException(403)  # R952
        """,
    "the call decides": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                self.check(request, strict=False)
                self.check(request)
            def check(self, request, strict=False):
                if strict:
                    raise HTTPException(403)
        """,
    "decorated": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                self.check()
            @quiet
            def check(self):
                raise HTTPException(403)
        """,
    "a generator": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                found = self.check()
            def check(self):
                yield 1
                raise HTTPException(403)
        """,
    "a circle": """
        class Gate(BaseHTTPMiddleware):
            async def dispatch(self, request, call_next):
                self.check()
            def check(self):
                self.check()
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
    "what is mounted": """
        class Gate:
            def __init__(self, app):
                self.app = app
            async def __call__(self, scope, receive, send):
                raise HTTPException(403)
        class Fence(Gate): ...
        mount = Mount("/", app=Gate(other))
        app.mount("/other", Fence(other))
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
