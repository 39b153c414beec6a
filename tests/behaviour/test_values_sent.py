"""What run time makes of header values arrives over real sockets: rounded, judged, respelt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any, get_args

import pytest
from starlette.datastructures import URL

from tests.behaviour.oracle import Sent
from tests.behaviour.serving import Client, Implementation, served, wire
from tests.support.compiled import compiled

SCHEMA = """\
respgen: 1
responses:
  Busy:
    status_code: 429
    headers: {Retry-After: {type: duration, required: true}, Age: {type: duration, round: down}}
  Export:
    media_type: text/csv
    headers: {Content-Disposition: {type: content_disposition, as: name, controls: replace}}
  Tile:
    media_type: image/png
    headers: {Content-Bbox: {type: "list[float]", as: box, format: "tests.behaviour.authors:bounds"}}
  SignedIn:
    media_type: text/plain
    status_code: 201
    headers: {Location: {type: url, required: true, allow: same_origin, fallback: /home}}
problems:
  Gone: {status: 410}
"""
api = compiled(SCHEMA)
HOME, PAGE = URL("https://shop.example/"), URL("https://shop.example/a,b?c=d e")
CASES: list[tuple[Any, bytes, bytes]] = [
    (api.Busy(b"", retry_after=0.2, age=59.9), b"retry-after", b"1"),
    (api.Busy(b"", retry_after=0.2, age=59.9), b"age", b"59"),
    (api.Busy(b"", retry_after=timedelta(seconds=90.5)), b"retry-after", b"91"),
    (
        api.Export("", name="a\r\nSet-Cookie: b.csv"),
        b"content-disposition",
        b'attachment; filename="a__Set-Cookie: b.csv"',
    ),
    (api.Tile(b"", box=[1, 2.5]), b"content-bbox", b"1,2.5"),
    (
        api.SignedIn("", location=PAGE, origin=HOME),
        b"location",
        b"https://shop.example/a,b?c=d%20e",
    ),
    (api.SignedIn("", location="//evil.example", origin=HOME), b"location", b"/home"),
    (
        api.Gone(instance=PAGE),
        b"content-type",
        b"application/problem+json",
    ),
]


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


@pytest.mark.parametrize(("response", "name", "value"), CASES)
def test_it_arrives(client: Client, response: Any, name: bytes, value: bytes) -> None:
    """The line is sent as it is said, and the connection serves the next request."""
    sent = Sent(response.status_code, response.raw_headers, bytes(response.body))
    expected = wire(sent)
    reply = client.reply(response, "GET", len(expected))
    assert reply == expected
    assert b"\r\n%b: %b\r\n" % (name, value) in reply
    assert client.ping()
