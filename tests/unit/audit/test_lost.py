"""What is set on the injected response, and lost on the way out (R950)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from typing import Annotated
from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request, Response
from fastapi.responses import JSONResponse, RedirectResponse
router = APIRouter()
class Refused(Exception): ...
def mark(response: Response) -> None:
    response.headers["X-A"] = "1"
def maybe(response: Response, x: int) -> None:
    if x:
        response.headers["X-A"] = "1"
def merge(response: Response, body: object) -> JSONResponse:
    return JSONResponse(body, headers=response.headers)
"""
ROUTES = {
    "a header, and another response": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({})  # R950
        """,
    "a cookie, and a redirect": """
        @router.get("/")
        def f(response: Response):
            response.set_cookie("a", "1")
            return RedirectResponse("/")  # R950
        """,
    "the other one in a variable": """
        @router.get("/")
        def f(response: Response):
            answer = JSONResponse({})
            response.headers.append("X-A", "1")
            return answer  # R950
        """,
    "an exception on one of two ways": """
        @router.get("/")
        def f(response: Response, x: int):
            response.headers.update({"X-A": "1"})
            if x:
                raise HTTPException(404)  # R950
            return {}
        """,
    "an exception of the program": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            raise Refused  # R950
        """,
    "one that the route catches": """
        @router.get("/")
        def f(response: Response):
            try:
                response.headers["X-A"] = "1"
                raise HTTPException(404)
            except HTTPException:
                return {}
        """,
    "set later": """
        @router.get("/")
        def f(response: Response, x: int):
            if x:
                return JSONResponse({})
            response.headers["X-A"] = "1"
            return {}
        """,
    "on another way": """
        @router.get("/")
        def f(response: Response, x: int):
            if x:
                response.headers["X-A"] = "1"
                return {}
            return JSONResponse({})
        """,
    "handed on": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({}, headers=response.headers)
        """,
    "handed on by name": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            fields = response.headers
            return JSONResponse({}, headers=fields)
        """,
    "handed on by a helper": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            return merge(response, {})
        """,
    "copied into the other one": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            answer = JSONResponse({})
            answer.headers.update(response.headers)
            return answer
        """,
    "handed on with the exception": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            raise HTTPException(404, headers=dict(response.headers))
        """,
    "the injected one itself": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            return response
        """,
    "data": """
        @router.get("/")
        def f(response: Response):
            response.headers["X-A"] = "1"
            return {}
        """,
    "a helper that sets": """
        @router.get("/")
        def f(response: Response):
            mark(response)
            return JSONResponse({})  # R950
        """,
    "a helper that may set": """
        @router.get("/")
        def f(response: Response):
            maybe(response, 1)
            return JSONResponse({})
        """,
    "a status alone": """
        @router.get("/")
        def f(response: Response):
            response.status_code = 201
            return JSONResponse({})
        """,
    "from a dependency": """
        def made() -> Response:
            return Response()
        @router.get("/")
        def f(response: Annotated[Response, Depends(made)]):
            response.headers["X-A"] = "1"
            return JSONResponse({})
        """,
    "no route": """
        def f(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({})
        """,
    "middleware": """
        @FastAPI().middleware("http")
        async def f(request: Request, call_next):
            response = await call_next(request)
            response.headers["X-A"] = "1"
            return JSONResponse({})
        """,
    "another decorator": """
        from shop import rendered
        @router.get("/")
        @rendered
        def f(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({})
        """,
    "added without a decorator": """
        def f(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({})  # R950
        router.add_api_route("/", f)
        """,
    "a router of unknown origin": """
        def build(router):
            @router.get("/")
            def f(response: Response):
                response.headers["X-A"] = "1"
                return JSONResponse({})  # R950
        """,
    "a match": """
        @router.get("/")
        def f(response: Response, x: str):
            match x:
                case "a":
                    response.headers["X-A"] = "1"
                case _:
                    raise HTTPException(404)
            return JSONResponse({})  # R950
        """,
}
DEPENDENCIES = {
    "raises after": """
        def before(response: Response, x: int = 0):
            response.headers["X-A"] = "1"
            if x:
                raise HTTPException(429)  # R950
        @router.get("/", dependencies=[Depends(before)])
        def f(): ...
        """,
    "raises before": """
        def before(response: Response, x: int = 0):
            if x:
                raise HTTPException(429)
            response.headers["X-A"] = "1"
        @router.get("/")
        def f(x: Annotated[None, Depends(before)]): ...
        """,
    "returns a response as a value": """
        def before(response: Response):
            response.headers["X-A"] = "1"
            return JSONResponse({})
        @router.get("/")
        def f(x=Depends(before)): ...
        """,
    "is a class": """
        class Before:
            def __init__(self, response: Response, x: int = 0):
                response.headers["X-A"] = "1"
                if x:
                    raise HTTPException(429)  # R950
        @router.get("/")
        def f(x=Depends(Before)): ...
        """,
    "is an object": """
        class Before:
            def __call__(self, response: Response, x: int = 0):
                response.headers["X-A"] = "1"
                if x:
                    raise HTTPException(429)  # R950
        before = Before()
        @router.get("/")
        def f(x=Depends(before)): ...
        """,
    "raises when all is sent": """
        def before(response: Response, x: int = 0):
            response.headers["X-A"] = "1"
            yield
            raise HTTPException(500)
        @router.get("/")
        def f(x=Depends(before)): ...
        """,
}
PROGRAMS = {**ROUTES, **{f"a dependency {k}": v for k, v in DEPENDENCIES.items()}}


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> Results:
    """One audit of all."""
    return compared(tmp_path_factory.mktemp("app"), HEAD, PROGRAMS, "R950")


@pytest.mark.parametrize("kind", PROGRAMS)
def test_what_is_lost(kind: str, results: Results) -> None:
    """It is found where the way ends."""
    seen, expected = results[kind]
    assert seen == expected
