"""Responses as exceptions, exceptions as responses, headers as dicts (R951)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from fastapi import APIRouter, FastAPI, HTTPException, Request, Response, status
from fastapi.responses import JSONResponse
router = APIRouter()
"""
PROGRAMS = {
    "a response that is raised": """
        def f():
            raise JSONResponse({})  # R951E
        """,
    "a class that is raised": """
        def f():
            raise Response  # R951E
        """,
    "a class of both": """
        class Both(JSONResponse, Exception): ...
        def f():
            raise Both({})
        """,
    "a class of unknown bases": """
        from shop import Raised
        class Both(JSONResponse, Raised): ...
        def f():
            raise Both({})
        """,
    "headers that are assigned": """
        def f():
            response = Response()
            response.headers = {}  # R951E
            return response
        """,
    "headers that are merged": """
        def f(response: Response):
            response.headers |= {"X-A": "1"}  # R951E
        """,
    "headers of a class's own": """
        class Own(Response):
            headers: dict = {}
        def f():
            response = Own()
            response.headers = {}
            response.headers.pop("X-A")
            return response
        """,
    "headers of an exception": """
        def f():
            error = HTTPException(404)
            error.headers = {}
            error.headers.pop("X-A", None)
            raise error
        """,
    "headers of a request": """
        def f(request: Request):
            headers = dict(request.headers)
            headers.pop("x")
        """,
    "methods that are not there": """
        from starlette.datastructures import MutableHeaders
        def f(response: Response):
            response.headers.pop("X-A")  # R951E
            response.headers.clear()  # R951E
            MutableHeaders().pop("X-A")  # R951E
            dict(response.headers).pop("X-A")
            del response.headers["X-A"]
        """,
    "an exception that is dropped": """
        def f(x):
            HTTPException(404)  # R951W
            error = HTTPException(404)
            f(HTTPException(404))
            raise error
        """,
    "an exception that a route returns": """
        @router.get("/")
        def f():
            return HTTPException(404)  # R951W
        """,
    "an exception that a handler returns": """
        app = FastAPI()
        @app.exception_handler(ValueError)
        def f(request, error):
            return HTTPException(404)  # R951W
        def g(request, error):
            return HTTPException(404)  # R951W
        app.add_exception_handler(KeyError, g)
        """,
    "an exception that a helper returns": """
        def f():
            return HTTPException(404)
        @router.get("/")
        def g():
            raise f()
        """,
    "an exception that a helper makes for a route": """
        def f() -> HTTPException:
            return HTTPException(404)
        @router.get("/")
        def g():
            return f()  # R951W
        """,
    "a status beside the data": """
        @router.get("/")
        def f():
            return {}, 404  # R951W
        @router.post("/")
        def g():
            return {}, status.HTTP_201_CREATED  # R951W
        @router.put("/")
        def h():
            return {}, 404, {"X-A": "1"}  # R951W
        """,
    "other pairs": """
        @router.get("/")
        def f():
            return 100, 200
        @router.get("/")
        def g() -> tuple[str, int]:
            return "a", 200
        @router.get("/")
        def h():
            return "a", 1
        def i():
            return {}, 404
        """,
    "pairs that a decorator unpacks": """
        from shop import unpacked
        @router.get("/")
        @unpacked
        def f():
            return {}, 404
        """,
    "routes of Starlette": """
        from starlette.routing import Route
        from starlette.endpoints import HTTPEndpoint
        def f(request):
            return HTTPException(404)  # R951W
        routes = [Route("/", f)]
        class View(HTTPEndpoint):
            def get(self, request):
                return HTTPException(404)  # R951W
            def other(self):
                return HTTPException(404)
        """,
}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """One audit of all."""
    return compared(tmp_path_factory.mktemp("app"), HEAD, PROGRAMS, "R951")


@pytest.mark.parametrize("kind", PROGRAMS)
def test_what_is_misused(kind: str, results: Results) -> None:
    """It is found where it happens."""
    seen, expected = results[kind]
    assert seen == expected
