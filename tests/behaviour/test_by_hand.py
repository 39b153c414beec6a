"""Classes below hand-written ones, on real servers: what their bases would send, under the schema's word."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, get_args

import pytest
from starlette.responses import StreamingResponse

from respgen.pipeline import judge
from respgen.project import Project
from respgen.project.first_party import FirstParty
from tests.behaviour.loading import load
from tests.behaviour.oracle import Sent
from tests.behaviour.serving import Client, Implementation, served, wire
from tests.support import acme

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = b"""
respgen: 1
target: starlette
responses:
  Housed: {extends: "tests.support.acme:Housed"}
  Sealed: {extends: "tests.support.acme:Housed", headers: {Cache-Control: {value: no-store, policy: locked}}}
  Tenanted: {extends: "tests.support.acme:Tenanted"}
  Ordered: {extends: "tests.support.acme:OrderedJSON"}
  Ticket: {extends: "tests.support.acme:Ticket", headers: {X-Version: "2"}}
  Lines: {extends: "tests.support.acme:Lines", headers: {X-Version: "2"}}
"""


@pytest.fixture(scope="module")
def shop() -> ModuleType:
    """The module of the schema, whose bases are read from their files."""
    project = Project(
        ROOT, (ROOT / "shop.yaml",), ROOT / "nowhere", FirstParty((str(ROOT),))
    )
    judged = judge(project, {"shop.yaml": SCHEMA})
    assert list(judged.problems) == []
    return load(judged.specs)["shop"]


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


def arrived(client: Client, response: Any) -> bytes:
    """The whole reply, after which the connection serves the next one."""
    sent = Sent(response.status_code, response.raw_headers, bytes(response.body))
    expected = wire(sent)
    assert client.reply(response, "GET", len(expected)) == expected
    assert client.ping()
    return expected


def lines(reply: bytes) -> list[bytes]:
    """Status line, fields and body, the fields sorted: their order means nothing."""
    head, _, body = reply.partition(b"\r\n\r\n")
    status, *fields = head.split(b"\r\n")
    return [status, *sorted(fields), body]


CALLS: dict[str, tuple[str, tuple[Any, ...], dict[str, Any]]] = {
    "a renderer": ("Ordered", ({"b": 1, "a": 2},), {}),
    "headers of the caller": ("Ordered", ({},), {"headers": {"X-A": "1"}}),
    "an address": ("Ticket", (7,), {"room": "b"}),
}


@pytest.mark.parametrize(("name", "given", "named"), CALLS.values(), ids=CALLS)
def test_the_bases_own_answer(
    client: Client,
    shop: ModuleType,
    name: str,
    given: tuple[Any, ...],
    named: dict[str, Any],
) -> None:
    """But for what the schema adds, a class sends what the hand-written one does."""
    base = {"Ordered": acme.OrderedJSON, "Ticket": acme.Ticket}[name](*given, **named)
    if name == "Ticket":
        base.headers["x-version"] = "2"
    made = getattr(shop, name)(*given, **named)
    assert lines(arrived(client, made)) == lines(arrived(client, base))


def test_fields_of_the_connection_do_not_arrive(
    client: Client, shop: ModuleType
) -> None:
    """The base asks for keep-alive, which is the server's to say."""
    reply = arrived(client, shop.Housed({}))
    assert b"connection" not in reply
    assert b"cache-control: no-cache\r\nvary: Origin\r\nx-house: base\r\n" in reply


def test_locked_headers_arrive(client: Client, shop: ModuleType) -> None:
    """Whatever the base writes."""
    reply = arrived(client, shop.Sealed({}))
    assert reply.count(b"cache-control") == 1
    assert b"cache-control: no-store\r\n" in reply


def test_own_parameters_reach_the_base(client: Client, shop: ModuleType) -> None:
    """And the status that it has by itself is the default."""
    made = shop.Tenanted({"a": 1}, tenant="t", trace=True)
    assert arrived(client, made).startswith(b"HTTP/1.1 409 ")
    assert made.about[:2] == ("t", True)


async def _words() -> AsyncIterator[str]:
    yield "a"
    yield "b"


def test_streams(client: Client, shop: ModuleType) -> None:
    """A hand-written stream sends its items under the schema's headers."""
    made = shop.Lines(_words(), end="!")
    assert isinstance(made, StreamingResponse)
    expected = (
        b"HTTP/1.1 200 OK\r\nx-version: 2\r\nx-end: !\r\n"
        b"content-type: text/plain; charset=utf-8\r\nTransfer-Encoding: chunked\r\n\r\n"
        b"2\r\na!\r\n2\r\nb!\r\n0\r\n\r\n"
    )
    found = client.reply(made, "GET", len(expected))
    assert found.lower() == expected.lower()
    assert client.ping()
