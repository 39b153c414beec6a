"""Correct use: the type checkers find nothing, and infer what assert_type says."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, assert_type

from PACKAGE._support import JsonValue
from PACKAGE.shop import (
    Api,
    Created,
    Fixed,
    Nothing,
    Numbers,
    Page,
    Raw,
    Renamed,
    delete_session_cookie,
    read_basket_cookie,
    read_session_cookie,
    set_basket_cookie,
    set_session_cookie,
)

counts: dict[str, int] = {"a": 1}
api = Api(counts, request_id="r")
api = Api({"nested": [1, 2.5, None, {"deep": (True, "x")}]}, request_id="r")
api = Api(
    [],
    404,
    {"X-Extra": "1"},
    "application/vnd.api+json",
    None,
    request_id="r",
    etag="v1",
    x_mode="fast",
    last_modified=datetime.now(UTC),
    age=timedelta(hours=1),
    x_count=3,
    x_score=0.5,
    x_hit=True,
    allow=["GET", "PUT"],
    via=("a", "b"),
)
api = Api(None, request_id="r", age=60, etag=None)
assert_type(api.request_id, str)
assert_type(api.etag, str | None)
assert_type(api.last_modified, datetime | None)
assert_type(api.age, timedelta | int | None)
assert_type(api.x_hit, bool | None)
assert_type(api.allow, Sequence[Literal["GET", "PUT"]] | None)
assert_type(api.render({"a": 1}), bytes)
api.set_session_cookie("token")
api.set_basket_cookie({"items": [1, 2]})
api.delete_session_cookie()

parent: Api = Numbers([1, 2], request_id="r")
Renamed({"a": "b"})
Renamed(table={"a": "b"})
Page("<p>")
Raw(b"bytes")
Nothing()
Nothing(None, headers={"X-Extra": "1"})
Created({"id": 1}, location="/items/1")
Created({"id": 1}, 201, location="/items/1")
Fixed()
Fixed(201)

set_session_cookie(api, "token")
set_basket_cookie(Nothing(), {"items": []})
delete_session_cookie(Nothing())
assert_type(read_session_cookie({"session": "x"}), str | None)
basket: JsonValue = read_basket_cookie({})
