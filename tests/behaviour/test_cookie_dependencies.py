"""Routes are given cookies by dependencies, which the document knows as cookie parameters."""

from __future__ import annotations

from collections.abc import Iterator
from types import ModuleType
from typing import Any, get_args

import pytest
from fastapi import Depends, FastAPI, WebSocket
from fastapi.testclient import TestClient
from starlette.responses import Response

from tests.behaviour.applications import Server, package, running
from tests.behaviour.authors import SECRET
from tests.behaviour.serving import Implementation

SCHEMA = """
cookies:
  session: {key: __Host-session, description: "Who is \\"signed in\\".\\n\\nOr nobody."}
  locale: {encoding: percent}
  csrf: {encoding: base64url}
  layout: {encoding: json}
  greeting: {encoding: quoted}
  identity: {encoding: json, chunks: true, sign: {secret: {from: "tests.behaviour.authors:SETTINGS.secret"}}}
  access:
    key: "__Host-access-{client}-of-{site}"
    sign: {secret: {from: "tests.behaviour.authors:SETTINGS.secret"}, max_age: 1h}
  named: {key: {from: "tests.behaviour.authors:SETTINGS.key_2_made"}, encoding: quoted}
  member: {key: {from: "tests.behaviour.authors:SETTINGS.key_0"}, sign: {secret: {argument: true}, max_age: 1h}}
  tokens: {key: "{client}.tokens", chunks: true, encoding: json, path: {argument: true}}
responses:
  Cookie: {media_type: text/plain}
  Annotated: {media_type: text/plain}
"""
LARGE = {"groups": ["customers"] * 900}
"""More than one cookie holds."""

Values = dict[str, Any]


@pytest.fixture(scope="module")
def api(tmp_path_factory: pytest.TempPathFactory) -> ModuleType:
    return package(tmp_path_factory.mktemp("dependencies"), "fastapi", api=SCHEMA)[
        "api"
    ]


@pytest.fixture(scope="module")
def dependencies(api: ModuleType) -> Values:
    """One for each preset: a name with places is filled where the dependency is made."""
    plain = ("session", "locale", "csrf", "layout", "greeting", "identity", "named")
    found: Values = {name: getattr(api, f"{name}_cookie") for name in plain}
    found["access"] = api.access_cookie(client="web", site="shop")
    found["member"] = api.member_cookie(secret=SECRET)
    found["tokens"] = api.tokens_cookie(client="till")
    return found


@pytest.fixture(scope="module")
def app(dependencies: Values) -> FastAPI:
    app = FastAPI()
    for name, dependency in dependencies.items():
        # the path has a place of a name that a dependency might have for its parameter
        @app.get(f"/{name}/{{value}}/{{cookie}}")
        def read(
            value: str,
            cookie: str,
            found: Any = Depends(dependency),  # noqa: B008 # FastAPI's way
        ) -> Any:
            del value, cookie
            return {"found": found}

    @app.websocket("/session")
    async def session(
        socket: WebSocket,
        found: Any = Depends(dependencies["session"]),  # noqa: B008 # FastAPI's way
    ) -> None:
        await socket.accept()
        await socket.send_json({"found": found})
        await socket.close()

    return app


@pytest.fixture(scope="module", params=get_args(Implementation))
def server(app: FastAPI, request: pytest.FixtureRequest) -> Iterator[Server]:
    with running(app, request.param) as found:
        yield found


def pairs(response: Response) -> str:
    """What a browser sends once it has the response."""
    lines = [value for name, value in response.raw_headers if name == b"set-cookie"]
    found = [line.split(b";")[0] for line in lines if b"Max-Age=0" not in line]
    return b"; ".join(found).decode()


VALUES: dict[str, tuple[Any, Values]] = {
    "session": ("f3b1c0", {}),
    "locale": ("en; prices in \u20ac", {}),
    "csrf": ("a b", {}),
    "layout": ({"wide": [True, None]}, {}),
    "greeting": ('"G\xfcnther"; good, \\ morning=', {}),
    "identity": (LARGE, {}),
    "access": ("orders.read", {"client": "web", "site": "shop"}),
    "named": ("a b", {}),
    "member": ("m", {"secret": SECRET}),
    "tokens": (LARGE, {"client": "till", "path": "/"}),
}


@pytest.mark.parametrize("name", VALUES)
def test_what_was_set_is_given(api: ModuleType, server: Server, name: str) -> None:
    value, places = VALUES[name]
    response = Response()
    getattr(api, f"set_{name}_cookie")(response, value, **places)
    sent = {"cookie": f"other=1; {pairs(response)}"}
    assert server.ask("GET", f"/{name}/1/2", headers=sent).json == {"found": value}
    assert server.ask("GET", f"/{name}/1/2").json == {"found": None}


@pytest.mark.parametrize(
    ("name", "sent"),
    [
        pytest.param("session", '__Host-session="a,b"', id="plain"),
        pytest.param("session", "__host-session=a", id="another name"),
        pytest.param("csrf", "csrf=%", id="base64url"),
        pytest.param("layout", "layout=%7B", id="json"),
        pytest.param("access", "__Host-access-web-of-shop=a.b.c", id="signature"),
        pytest.param("access", "__Host-access-app-of-shop=a.b.c", id="another place"),
        pytest.param("identity", "identity=2.abc.def", id="parts"),
        pytest.param("named", "named=a; sid=b", id="a name that is read"),
        pytest.param("member", "sid=a.b.c", id="signature under a name that is read"),
    ],
)
def test_what_cannot_be_read_is_none(server: Server, name: str, sent: str) -> None:
    reply = server.ask("GET", f"/{name}/1/2", headers={"cookie": sent})
    assert (reply.status, reply.json) == (200, {"found": None})


def test_an_empty_value_is_a_value(server: Server) -> None:
    sent = {"cookie": "__Host-session="}
    assert server.ask("GET", "/session/1/2", headers=sent).json == {"found": ""}


def test_the_document_has_a_cookie_parameter(app: FastAPI) -> None:
    found = {
        each["name"]: (each["in"], each["required"], each.get("description"))
        for path in app.openapi()["paths"].values()
        for each in path["get"]["parameters"]
        if each["in"] != "path"
    }
    assert found == {
        "__Host-session": ("cookie", False, 'Who is "signed in".\n\nOr nobody.'),
        "__Host-access-web-of-shop": ("cookie", False, None),
        "till.tokens": ("cookie", False, None),
        **dict.fromkeys(
            ("locale", "csrf", "layout", "greeting", "identity"),
            ("cookie", False, None),
        ),
    }


def test_websockets_have_it_too(app: FastAPI) -> None:
    client = TestClient(app, cookies={"__Host-session": "abc"})
    with client.websocket_connect("/session") as socket:
        assert socket.receive_json() == {"found": "abc"}


def test_a_place_is_checked_when_the_dependency_is_made(api: ModuleType) -> None:
    with pytest.raises(ValueError, match="the value of a place is empty"):
        api.access_cookie(client="", site="shop")


@pytest.mark.parametrize("target", ["starlette", "core"])
def test_without_dependencies_there_are_none(
    tmp_path_factory: pytest.TempPathFactory, target: str
) -> None:
    folder = tmp_path_factory.mktemp(target)
    module = package(folder, target, api="cookies: {session: {}}")["api"]
    names = {"set_session_cookie", "delete_session_cookie", "read_session_cookie"}
    assert {*module.__all__} == names
