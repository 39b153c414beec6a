"""Routes that declare one response and send another (R922, R923, R924)."""

from __future__ import annotations

import pytest

from tests.support.snippets import Results, compared

HEAD = """\
from fastapi import APIRouter, FastAPI, Request, status
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse, PlainTextResponse
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from fastapi.templating import Jinja2Templates
router = APIRouter()
class Page(JSONResponse):
    def __init__(self, items, total, background=None): ...
class Bare(JSONResponse):
    def __init__(self, content): ...
class Quiet(JSONResponse):
    def __init__(self, *, background=None): ...
class Open(JSONResponse):
    def __init__(self, content, **kwargs): ...
class Body(Response):
    def __init__(self, data, **kwargs): ...
class Linked(JSONResponse):
    media_type = "application/ld+json"
"""
UNMAKEABLE = {
    "a parameter more": """
        @router.get("/", response_class=Page)  # R922
        def f():
            return []
        """,
    "no place for background tasks": """
        @router.get("/", response_class=Bare)  # R922
        def f():
            return {}
        """,
    "no place for the content": """
        @router.get("/", response_class=Quiet)  # R922
        def f():
            return {}
        """,
    "the route makes it": """
        @router.get("/", response_class=Page)
        def f():
            return Page([], 0)
        """,
    "data on one of two ways": """
        @router.get("/", response_class=Page)  # R922
        def f(x: int):
            if x:
                return Page([], 0)
            return []
        """,
    "whatever takes the rest": """
        @router.get("/", response_class=Open)
        def f():
            return {}
        """,
    "a status that it does not take": """
        class Timed(JSONResponse):
            def __init__(self, content, background=None): ...
        @router.get("/", response_class=Timed)
        def f():
            return {}
        @router.post("/", response_class=Timed, status_code=201)  # R922
        def g():
            return {}
        """,
    "a stream under another name": """
        @router.get("/", response_class=Body)
        def f():
            return {}
        @router.get("/2", response_class=Body)  # R922
        def g():
            yield b"1"
        """,
    "what nobody knows": """
        from shop import found, Odd
        class Strange(Odd, JSONResponse):
            pass
        @router.get("/", response_class=Page)
        def f():
            return found()
        @router.get("/2", response_class=Strange)
        def g():
            return {}
        """,
    "a constructor of the base": """
        class Paged(Page):
            media_type = "application/ld+json"
        @router.get("/", response_class=Paged)  # R922
        def f():
            return {}
        """,
    "classes of the frameworks": """
        @router.get("/", response_class=RedirectResponse)
        def f():
            return "/x"
        @router.get("/2", response_class=FileResponse)
        def g():
            return "/srv/x"
        """,
    "the default of an application": """
        app = FastAPI(default_response_class=Page)  # R922
        router = APIRouter(default_response_class=Open)
        """,
}
CLASSES = {
    "an annotation": """
        @router.get("/")
        def f() -> HTMLResponse:
            return JSONResponse({})  # R923
        """,
    "one of several": """
        @router.get("/")
        def f(x: int) -> HTMLResponse | PlainTextResponse:
            if x:
                return PlainTextResponse("")
            return JSONResponse({})  # R923
        """,
    "a class below": """
        @router.get("/")
        def f() -> JSONResponse:
            return Linked({})
        """,
    "any response": """
        @router.get("/")
        def f() -> Response:
            return Linked({})
        """,
    "data, too": """
        @router.get("/")
        def f(x: int) -> dict | HTMLResponse:
            return JSONResponse({})
        """,
    "a helper's wider annotation": """
        def made() -> Response:
            return HTMLResponse("")
        @router.get("/")
        def f() -> HTMLResponse:
            return made()
        """,
    "templates": """
        templates = Jinja2Templates("x")
        @router.get("/", response_class=HTMLResponse)
        def f(request: Request) -> HTMLResponse:
            return templates.TemplateResponse(request, "x.html")
        """,
    "what is documented": """
        @router.get("/", response_class=PlainTextResponse)  # R923
        def f():
            return JSONResponse({})
        """,
    "one return is": """
        @router.get("/", response_class=PlainTextResponse)
        def f(x: int):
            if x:
                return PlainTextResponse("")
            return JSONResponse({}, status_code=404)
        """,
    "one return is data": """
        @router.get("/", response_class=PlainTextResponse)
        def f(x: int):
            if x:
                return "x"
            return JSONResponse({}, status_code=404)
        """,
    "no return at the end": """
        @router.get("/", response_class=PlainTextResponse)
        def f(x: int):
            if x:
                return JSONResponse({}, status_code=404)
        """,
    "the same media type": """
        @router.get("/", response_class=HTMLResponse)
        def f():
            return Response("", media_type="text/html; charset=utf-8")
        """,
    "nothing": """
        @router.head("/", response_class=HTMLResponse)
        def f():
            return Response(status_code=204)
        """,
    "no route": """
        def f() -> HTMLResponse:
            return JSONResponse({})
        """,
    "what a decorator makes of it": """
        from shop import rendered
        @router.get("/", response_class=HTMLResponse)
        @rendered
        def f() -> HTMLResponse:
            return JSONResponse({})
        """,
}
STATUSES = {
    "another default": """
        @router.post("/", status_code=201)
        def f():
            return JSONResponse({})  # R924
        """,
    "by its name": """
        @router.post("/", status_code=status.HTTP_201_CREATED)
        def f():
            return Linked({})  # R924
        """,
    "in a variable": """
        @router.post("/", status_code=201)
        def f():
            answer = JSONResponse({})
            answer.headers["X-A"] = "1"
            return answer  # R924
        """,
    "of a redirect": """
        @router.get("/", status_code=303)
        def f():
            return RedirectResponse("/x")  # R924
        """,
    "a redirect on the side": """
        @router.get("/", status_code=200)
        def f(x: int):
            if x:
                return RedirectResponse("/x")
            return HTMLResponse("")
        """,
    "by hand": """
        @router.post("/", status_code=201)
        def f(x: int):
            if x:
                return JSONResponse({}, 200)
            return JSONResponse({}, status_code=x)
        """,
    "by hand, later": """
        @router.post("/", status_code=201)
        def f():
            answer = JSONResponse({})
            answer.status_code = 201
            return answer
        """,
    "by whatever is passed on": """
        @router.post("/", status_code=201)
        def f(**kwargs):
            return JSONResponse({}, **kwargs)
        """,
    "of a constructor of its own": """
        class Created(JSONResponse):
            def __init__(self, content):
                super().__init__(content, 201)
        @router.post("/", status_code=201)
        def f():
            return Created({})
        """,
    "the same": """
        @router.get("/", status_code=200)
        def f():
            return JSONResponse({})
        @router.get("/2", status_code=307)
        def g():
            return RedirectResponse("/")
        """,
    "data": """
        @router.post("/", status_code=201)
        def f():
            return {}
        """,
    "templates as they were": """
        templates = Jinja2Templates("x")
        @router.get("/", status_code=404)
        def f(request: Request):
            return templates.TemplateResponse("x.html", {"request": request}, 404)
        """,
}
GROUPS = {"R922": UNMAKEABLE, "R923": CLASSES, "R924": STATUSES}
CASES = [(code, kind) for code, programs in GROUPS.items() for kind in programs]


@pytest.fixture(scope="module")
def results(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Results]:
    """One audit for each code."""
    return {
        code: compared(tmp_path_factory.mktemp(code), HEAD, programs, code)
        for code, programs in GROUPS.items()
    }


@pytest.mark.parametrize(("code", "kind"), CASES)
def test_what_is_sent_in_place(
    code: str, kind: str, results: dict[str, Results]
) -> None:
    """Classes are found at the decorator or the return, statuses at the return."""
    seen, expected = results[code][kind]
    assert seen == expected
