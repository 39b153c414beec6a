"""Quoted cookies on real servers: the field that arrives is Starlette's, and so is what is read back."""

from __future__ import annotations

from collections.abc import Iterator
from http.cookies import CookieError
from types import ModuleType
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.behaviour.applications import Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
cookies:
  note: {encoding: quoted, max_age: 14d, path: /notes, domain: example.com, samesite: strict}
"""
TEXTS = st.text(st.characters(max_codepoint=0xFF)) | st.text(max_size=6)


def theirs(response: Response, value: str) -> None:
    """The same attributes by hand."""
    response.set_cookie(
        "note",
        value,
        max_age=1_209_600,
        path="/notes",
        domain="example.com",
        secure=True,
        httponly=True,
        samesite="strict",
    )


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    folder = tmp_path_factory.mktemp("quoted")
    return package(folder, "starlette", api=SCHEMA)["api"]


@pytest.fixture(scope="module", params=get_args(Implementation))
def server(api: ModuleType, request: pytest.FixtureRequest) -> Iterator[Server]:
    def setting(set_cookie: Any) -> Any:
        async def answer(request: Request) -> Response:
            response = Response()
            try:
                set_cookie(response, await request.json())
            except (CookieError, ValueError):
                return Response(status_code=409)
            return response

        return answer

    async def read(request: Request) -> Response:
        cookies = request.cookies
        return JSONResponse([api.read_note_cookie(cookies), cookies.get("note")])

    routes = [
        Route("/ours", setting(api.set_note_cookie), methods=["POST"]),
        Route("/theirs", setting(theirs), methods=["POST"]),
        Route("/notes", read),
    ]
    with running(Starlette(routes=routes), request.param) as found:
        yield found


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_the_field_is_the_references(server: Server, value: str) -> None:
    """The same Set-Cookie, or a refusal of both; what is sent back is read alike."""
    ours, framework = (server.ask("POST", path, value) for path in ("/ours", "/theirs"))
    assert ours.status == framework.status
    line = ours.headers.get("set-cookie")
    assert line == framework.headers.get("set-cookie")
    if line is not None:
        pair = line.partition("; Domain=")[0]
        read = server.ask("GET", "/notes", headers={"cookie": f"a=1; {pair}; b=2"})
        assert read.json == [value, value]


@pytest.mark.parametrize(
    "sent",
    [
        'note="a',
        'note=a"',
        'note="\\777\\0"',
        "note=%41",
        'note="\\""',
        "note=\xe9",
        "note=",
        "other=1",
    ],
)
def test_whatever_a_client_sends(server: Server, sent: str) -> None:
    """What is read is what `request.cookies` has."""
    ours, framework = server.ask("GET", "/notes", headers={"cookie": sent}).json
    assert ours == framework
