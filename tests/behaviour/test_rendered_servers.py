"""What renderers make arrives over real sockets as the classes say, streams of rows included."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest

from tests.behaviour.oracle import Sent
from tests.behaviour.serving import Client, Implementation, served, wire
from tests.support.acme import Parcel, Profile
from tests.support.compiled import compiled

SCHEMA = """\
respgen: 1
headers:
  private: {Cache-Control: no-store}
responses:
  Fast: {content: Any, render: orjson, headers: {use: [private]}}
  Quick: {content: Any, render: {msgspec: {order: sorted}}}
  Model: {content: tests.support.acme.Profile, render: {pydantic: {exclude_none: true}}}
  Lines: {content: "list[tests.support.acme.Profile]", render: {ndjson: {items: pydantic}}}
  Table: {content: "list[tests.support.acme.Parcel]", render: csv}
  Packed: {content: Any, render: msgpack}
  Yaml: {content: Any, render: yaml}
  Document: {content: Any, render: xml}
  Form: {content: "dict[str, str]", render: form}
  Rows: {kind: stream, content: tests.support.acme.Parcel, render: csv}
"""
api = compiled(SCHEMA)
ANA = Profile(name="Ana")
RESPONSES = [
    api.Fast({"a": [1, "é"]}),
    api.Quick({"b": 1, "a": 2}),
    api.Model(ANA),
    api.Lines([ANA, ANA]),
    api.Table([Parcel(1), Parcel(-2, ("=1",))]),
    api.Packed({"raw": b"\x00\xff\r\n\r\n"}),
    api.Yaml({"a": ["é"]}),
    api.Document({"a": ["\r\n", None]}),
    api.Form({"a": "1&b=2"}),
]


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


@pytest.mark.parametrize("response", RESPONSES, ids=lambda each: type(each).__name__)
def test_every_byte_arrives(client: Client, response: Any) -> None:
    """The header list and the body, and the connection serves the next request."""
    sent = Sent(response.status_code, response.raw_headers, bytes(response.body))
    expected = wire(sent)
    assert client.reply(response, "GET", len(expected)) == expected
    assert client.ping()


async def _rows(*rows: Parcel) -> Any:
    for row in rows:
        yield row


@pytest.mark.parametrize(
    ("rows", "chunks"),
    [
        ((), ["number,tags\r\n"]),
        ((Parcel(1), Parcel(2)), ["number,tags\r\n", "1,()\r\n", "2,()\r\n"]),
    ],
    ids=["no row", "two rows"],
)
def test_a_table_is_sent_row_by_row(
    client: Client, rows: tuple[Parcel, ...], chunks: list[str]
) -> None:
    """The names of the columns come first, even if no rows follow."""
    body = "".join(f"{len(each):x}\r\n{each}\r\n" for each in [*chunks])
    head = "HTTP/1.1 200 OK\r\ncontent-type: text/csv; charset=utf-8\r\n"
    head += "transfer-encoding: chunked\r\n\r\n"
    expected = f"{head}{body}0\r\n\r\n".encode()
    assert (
        client.reply(api.Rows(_rows(*rows)), "GET", len(expected)).lower()
        == expected.lower()
    )
