"""A shop whose classes have something of every kind that is compared."""

from __future__ import annotations

from types import ModuleType

import pytest

from tests.support.compiled import compiled

SCHEMA = """
respgen: 1
cookies:
  session: {key: __Host-session, max_age: 1h}
  note: {encoding: quoted}
  renamed: {key: {from: "tests.support.acme:settings.cookie_name"}, max_age: 1h}
headers:
  secure: {X-Content-Type-Options: nosniff, Cache-Control: no-store}
responses:
  Item:
    media_type: application/json
    content: "dict[str, int | str]"
    headers: {use: [secure], ETag: {type: etag}, Vary: {value: Accept, policy: append}}
    cookies: [session]
  Created:
    extends: Item
    status_code: {value: 201, locked: true}
    headers: {Location: {type: url, required: true}}
  Gone: {status_code: 204}
  Renamed: {status_code: 205, cookies: {renamed: {set: always, value: "1"}}}
  Envelope:
    media_type: application/json
    params: {message: str}
    content: "list[int]"
    body: {success: true, message: "Saved {message}", data: "{content}"}
  Feed: {kind: stream, render: ndjson, headers: {X-Feed: "1"}}
  Moved: {kind: redirect, status_code: {value: 303, locked: true}, url: "/items/{item_id}", params: {item_id: int}}
  Paper: {kind: file, media_type: application/pdf, filename: paper.pdf}
problems:
  OutOfCredit:
    type: https://shop.example/problems/out-of-credit
    title: You do not have enough credit.
    status: 403
    detail: "Your balance is {balance}."
    extensions: {balance: int, accounts: {type: "list[str]", required: false}}
  Failure: {status: [400, 404]}
errors: {http: Failure}
"""


@pytest.fixture(scope="package")
def shop() -> ModuleType:
    """The generated module."""
    return compiled(SCHEMA)
