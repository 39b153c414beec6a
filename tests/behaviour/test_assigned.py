"""What is assigned to a header's attribute after construction is what is sent."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.behaviour.applications import package, running
from tests.behaviour.serving import Implementation

SCHEMA = """
responses:
  Busy:
    media_type: application/json
    status_code: 503
    headers:
      X-Before: "1"
      Retry-After: {type: duration, required: true}
      ETag: {type: etag}
      Link: {type: link, policy: append, as: links}
      X-Caching: {type: cache_control, default: {max_age: 5m}, as: caching}
      X-Kept: {type: str, policy: locked, as: kept}
    cookies: [seen]
  Busier: {extends: Busy, content: int, headers: {X-More: {type: int, as: more}}}
  Lines: {kind: stream, content: str, headers: {X-Count: {type: int, as: count}}}
cookies:
  seen: {}
"""
TARGETS = ("fastapi", "starlette", "core")


@pytest.fixture(scope="module", params=TARGETS)
def api(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Any:
    """The module, for each target."""
    schema = SCHEMA
    if request.param == "core":
        schema = "\n".join(line for line in SCHEMA.split("\n") if "Lines" not in line)
    return package(tmp_path_factory.mktemp("assigned"), request.param, api=schema)[
        "api"
    ]


def _sent(response: Any) -> dict[str, str]:
    pairs = [(n.decode(), v.decode()) for n, v in response.raw_headers]
    assert len(dict(pairs)) == len(pairs)
    return dict(pairs)


def test_the_value_is_replaced_in_its_place(api: Any) -> None:
    """The other fields, and the view of them, stay as they are."""
    response = api.Busy({}, retry_after=5)
    view, names = response.headers, [*_sent(response)]
    response.retry_after = timedelta(minutes=1)
    assert view["retry-after"] == "60"
    assert [*_sent(response)] == names
    assert response.retry_after == timedelta(minutes=1)


def test_a_field_comes_and_goes(api: Any) -> None:
    """None sends nothing, as in the constructor, and a value stands before the body's fields."""
    response = api.Busy({}, retry_after=5)
    response.set_seen_cookie("yes")
    response.etag = "a"
    assert [n for n, _ in response.raw_headers][-4:] == [
        b"etag",
        b"content-length",
        b"content-type",
        b"set-cookie",
    ]
    assert _sent(response)["etag"] == '"a"'
    response.etag = None
    assert "etag" not in _sent(response)
    assert "set-cookie" in _sent(response)


def test_what_is_said_last_counts(api: Any) -> None:
    """A field that the caller gave gives way to what is assigned afterwards."""
    response = api.Busy({}, headers={"Retry-After": "7"}, retry_after=5)
    assert _sent(response)["retry-after"] == "7"
    response.retry_after = 9
    assert _sent(response)["retry-after"] == "9"
    response.kept = "a"
    assert _sent(response)["x-kept"] == "a"


def test_members_of_a_caller_stay(api: Any) -> None:
    """A list keeps what a caller added to it."""
    given = {"Link": '</c>; rel="c"'}
    response = api.Busy(
        {}, headers=given, retry_after=5, links=[api.Link("/a", rel="a")]
    )
    response.links = [api.Link("/b", rel="b")]
    assert _sent(response)["link"] == '</b>; rel="b", </c>; rel="c"'
    response.links = None
    assert _sent(response)["link"] == '</c>; rel="c"'


@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("retry_after", -1, ValueError),
        ("retry_after", "60", TypeError),
        ("etag", 'a"', ValueError),
        ("kept", "a\r\nb: c", ValueError),
    ],
)
def test_a_wrong_value_changes_nothing(
    api: Any, name: str, value: object, error: type[Exception]
) -> None:
    """It raises as the constructor does, and the value before is kept."""
    response = api.Busy({}, retry_after=5, etag="a", kept="k")
    sent, before = _sent(response), getattr(response, name)
    with pytest.raises(error, match=name.replace("_", "-")):
        setattr(response, name, value)
    assert _sent(response) == sent
    assert getattr(response, name) == before


def test_defaults_and_inherited_arguments(api: Any) -> None:
    """A default can be read and replaced, and so can what a parent declares."""
    response = api.Busier(1, retry_after=5)
    default = response.caching
    response.caching = api.CacheControl(no_store=True)
    response.more = 3
    response.retry_after = 6
    sent = _sent(response)
    assert (sent["x-caching"], sent["x-more"], sent["retry-after"]) == (
        "no-store",
        "3",
        "6",
    )
    assert api.Busier(1, retry_after=5).caching == default


@pytest.mark.parametrize("implementation", ["h11", "httptools"])
def test_it_comes_over_the_wire(api: Any, implementation: Implementation) -> None:
    """Servers send what was assigned, of streams, too."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        if scope["path"] == "/lines":
            response = api.Lines(iter(["a"]), count=1)
            response.count = 2
        else:
            response = api.Busy({}, retry_after=5)
            response.retry_after = 60
        await response(scope, receive, send)

    with running(app, implementation) as server:
        assert server.ask("GET", "/").headers["retry-after"] == "60"
        if hasattr(api, "Lines"):
            reply = server.ask("GET", "/lines")
            assert (reply.headers["x-count"], reply.body) == ("2", b"a")
