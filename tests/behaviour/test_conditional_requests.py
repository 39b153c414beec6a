"""Conditional requests on real servers: a client that has the representation gets a 304."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route

from tests.behaviour.applications import Reply, Server, package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
headers: {cached: {Cache-Control: {max_age: 1m}, X-Trace: "1"}}
responses:
  Item:
    media_type: application/json
    headers: {use: [cached], ETag: {type: etag}, Last-Modified: {type: date}, Vary: Accept}
  Tagged: {media_type: text/plain, headers: {ETag: {type: weak_etag, of: body}}}
  Renamed: {extends: Item, status_code: 201}
  Gone: {extends: Item, status_code: 410}
  NotModified: {status_code: 304, headers: {ETag: {type: etag, required: true}}}
  unmodified: {media_type: text/plain, headers: {ETag: {type: etag}}}
"""
STREAMS = """
  Lines: {kind: stream, media_type: text/plain, headers: {ETag: {type: etag}}}
  Manual: {kind: file, media_type: text/plain}
  Labelled: {kind: file, headers: {ETag: {type: etag, required: true}}}
"""
CHANGED = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
DATE = "Sun, 06 Nov 1994 08:49:37 GMT"
FRAMEWORKS = ("fastapi", "starlette")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("conditional")
    (folder / "manual.txt").write_text("how to", encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def apis(folder: Path) -> dict[str, ModuleType]:
    made = {name: package(folder, name, api=SCHEMA + STREAMS) for name in FRAMEWORKS}
    made["core"] = package(folder, "core", api=SCHEMA)
    return {target: modules["api"] for target, modules in made.items()}


def routes(api: ModuleType, manual: Path) -> Iterator[Route]:
    async def item(request: Request) -> Any:
        found = api.Item({"id": 1}, etag="v1", last_modified=CHANGED)
        found.set_cookie("seen", "1")
        return found.not_modified(request) or found

    async def tagged(request: Request) -> Any:
        found = api.Tagged("text")
        return found.not_modified(request) or found

    async def file(request: Request) -> Any:
        found = api.Manual(manual)
        return found.not_modified(request) or found

    async def labelled(request: Request) -> Any:
        found = api.Labelled(manual, etag="v1")
        return found.not_modified(request) or found

    async def lines(request: Request) -> Any:
        found = api.Lines(["a", "b"], etag="v1")
        return found.not_modified(request) or found

    yield Route("/item", item, methods=["GET", "POST"])
    yield Route("/tagged", tagged)
    if hasattr(api, "Manual"):
        yield from (
            Route("/file", file),
            Route("/labelled", labelled),
            Route("/lines", lines),
        )


@pytest.fixture(scope="module", params=get_args(Implementation))
def server(
    apis: dict[str, ModuleType], folder: Path, request: pytest.FixtureRequest
) -> Iterator[Server]:
    mounts = [
        Mount(f"/{target}", routes=[*routes(api, folder / "manual.txt")])
        for target, api in apis.items()
    ]
    with running(Starlette(routes=mounts), request.param) as found:
        yield found


def asked(server: Server, path: str, method: str = "GET", **fields: str) -> Reply:
    headers = {name.replace("_", "-"): value for name, value in fields.items()}
    return server.ask(method, path, headers=headers)


OWN = ("server", "date")


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("target", [*FRAMEWORKS, "core"])
def test_not_modified(server: Server, target: str, method: str) -> None:
    """The fields that caches need, the cookie, and nothing about a body."""
    path = f"/{target}/item"
    reply = asked(server, path, method, if_none_match='"v0", W/"v1"')
    kept = {name: v for name, v in reply.headers.items() if name not in OWN}
    assert (reply.status, reply.body) == (304, b"")
    assert kept == {
        "cache-control": "max-age=60",
        "etag": '"v1"',
        "vary": "Accept",
        "set-cookie": "seen=1; Path=/; SameSite=lax",
    }
    assert asked(server, path, if_modified_since=DATE).status == 304
    assert (
        asked(server, path, if_none_match='"v2"', if_modified_since=DATE).status == 200
    )


@pytest.mark.parametrize("target", [*FRAMEWORKS, "core"])
def test_modified(server: Server, target: str) -> None:
    reply = asked(server, f"/{target}/item", if_none_match='"v2"')
    assert (reply.status, reply.json) == (200, {"id": 1})
    reply = asked(server, f"/{target}/item", "POST", if_none_match='"v1"')
    assert (reply.status, reply.json) == (200, {"id": 1})


@pytest.mark.parametrize(
    "path", [f"/{target}/tagged" for target in (*FRAMEWORKS, "core")]
    + [f"/{target}/{name}" for target in FRAMEWORKS for name in ("file", "labelled", "lines")]
)  # fmt: skip # one kind a line
def test_what_a_client_was_given_is_not_sent_again(server: Server, path: str) -> None:
    """Tags of the body, of the file system, and of streams, whose content nobody asks for."""
    first = asked(server, path)
    assert first.status == 200
    again = asked(server, path, if_none_match=first.headers["etag"])
    assert (again.status, again.body) == (304, b"")
    assert again.headers["etag"] == first.headers["etag"]
    assert not {"content-type", "content-length", "last-modified"} & {*again.headers}


@pytest.mark.parametrize("target", FRAMEWORKS)
def test_files_by_their_date(server: Server, target: str) -> None:
    first = asked(server, f"/{target}/file")
    since = first.headers["last-modified"]
    assert asked(server, f"/{target}/file", if_modified_since=since).status == 304
    earlier = asked(server, f"/{target}/file", if_modified_since=DATE)
    assert (earlier.status, earlier.body) == (200, b"how to")


@pytest.mark.parametrize("target", FRAMEWORKS)
@pytest.mark.parametrize("path", ["nowhere.txt", ""])
def test_what_is_no_file_is_not_unmodified(
    apis: dict[str, ModuleType], folder: Path, target: str, path: str
) -> None:
    """The framework's own error says so when the response is sent."""
    response = apis[target].Labelled(folder / path, etag="v1")
    assert response.not_modified(conditional()) is None
    assert response.stat_result is None


def conditional() -> Request:
    headers = [(b"if-none-match", b"*")]
    return Request({"type": "http", "method": "GET", "headers": headers})


@pytest.mark.parametrize("target", [*FRAMEWORKS, "core"])
def test_which_classes_have_it(apis: dict[str, ModuleType], target: str) -> None:
    """Those whose own status is 2xx; where a child or a caller sends another, there is no 304."""
    api = apis[target]
    assert not hasattr(api.NotModified, "not_modified")
    assert api.Renamed({}, etag="v1").not_modified(conditional()).status_code == 304
    assert api.Gone({}, etag="v1").not_modified(conditional()) is None
    assert api.Item({}, 404, etag="v1").not_modified(conditional()) is None
    assert api.unmodified("", etag="v1").not_modified(conditional()).status_code == 304


@pytest.mark.parametrize("target", FRAMEWORKS)
def test_the_304_is_the_framework_s_own(
    apis: dict[str, ModuleType], target: str
) -> None:
    task = BackgroundTask(print)
    response = apis[target].Item({}, etag="v1", background=task)
    found = response.not_modified(conditional())
    assert type(found) is Response
    assert found.background is task
