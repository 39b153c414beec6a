"""core's Response beside Starlette's: the same where that is safe, strict where it is not."""

from __future__ import annotations

import asyncio
import inspect
import itertools
import sys
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response as Reference
from starlette.routing import Route

from respgen.core import Response
from respgen.core.statuses import BODYLESS
from tests.support.reference import current_reference

NOW = 1_900_000_000.5
VISIBLE = st.text(st.characters(min_codepoint=0x21, max_codepoint=0x7E), max_size=20)
NAMES = st.sampled_from(
    ["X-A", "x-b", "ETag", "Cache-Control", "Content-Type", "Set-Cookie"]
)
CONTENTS = st.none() | st.text(st.characters(exclude_categories=["Cs"])) | st.binary()
MEDIA_TYPES = st.sampled_from(
    [None, "text/html", "application/json", "text/csv; header=present"]
)
STATUSES = st.integers(200, 599).filter(lambda status: status not in BODYLESS)
Message = dict[str, Any]


def exchange(
    app: Callable[..., Awaitable[None]], scope: Mapping[str, Any]
) -> list[Message]:
    """The messages that an ASGI application sends."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app(dict(scope), receive, send))
    return sent


@current_reference
@pytest.mark.parametrize(
    "method", ["__init__", "set_cookie", "delete_cookie", "init_headers", "render"]
)
def test_signatures(method: str) -> None:
    """The reference's parameters, in its order, with its defaults."""
    ours, theirs = (
        [
            (p.name, p.kind, p.default)
            for p in inspect.signature(getattr(cls, method)).parameters.values()
        ]
        for cls in (Response, Reference)
    )
    assert ours == theirs


@given(CONTENTS, STATUSES, st.none() | st.dictionaries(NAMES, VISIBLE), MEDIA_TYPES)
def test_same_message(
    content: str | bytes | None,
    status_code: int,
    headers: dict[str, str] | None,
    media_type: str | None,
) -> None:
    """The reference's message, byte for byte, wherever HTTP allows it."""
    ours = Response(content, status_code, headers, media_type)
    theirs = Reference(content, status_code, headers, media_type)
    scope = {"type": "http", "method": "GET"}
    assert exchange(ours, scope) == exchange(theirs, scope)


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_messages(kind: str) -> None:
    """An HTTP response, or the WebSocket denial response, of two messages."""
    prefix = "websocket." if kind == "websocket" else ""
    fields = [
        (b"content-length", b"2"),
        (b"content-type", b"text/plain; charset=utf-8"),
    ]
    assert exchange(Response("hi", 403, media_type="text/plain"), {"type": kind}) == [
        {"type": f"{prefix}http.response.start", "status": 403, "headers": fields},
        {"type": f"{prefix}http.response.body", "body": b"hi"},
    ]


def test_background() -> None:
    """The background task is awaited after the body."""
    order: list[object] = []

    async def work() -> int:
        order.append("work")
        return 1

    async def send(message: Any) -> None:
        order.append(message["type"])

    async def receive() -> Message:
        return {}

    asyncio.run(Response(background=work)({"type": "http"}, receive, send))
    assert order == ["http.response.start", "http.response.body", "work"]


def test_in_starlette() -> None:
    """An endpoint of Starlette returns it as it is."""

    async def endpoint(request: Request) -> Any:
        return Response(request.url.path, headers={"X-A": "1"}, media_type="text/plain")

    scope = {
        "type": "http",
        "method": "GET",
        "path": "/a",
        "headers": [],
        "query_string": b"",
    }
    start, body = exchange(
        Starlette(routes=[Route("/a", endpoint)]), {**scope, "root_path": ""}
    )
    assert (b"x-a", b"1") in start["headers"]
    assert body["body"] == b"/a"


@pytest.mark.parametrize(
    ("status_code", "fields"),
    [(100, []), (103, []), (204, []), (205, [(b"content-length", b"0")]), (304, [])],
)
def test_no_body(status_code: int, fields: list[tuple[bytes, bytes]]) -> None:
    """1xx, 204, 205 and 304 send no body and say nothing about one."""
    headers = {"Content-Type": "a/b", "Content-Length": "9", "X-A": "1"}
    response = Response("text", status_code, headers, "text/html")
    assert response.body == b""
    assert response.raw_headers == [(b"x-a", b"1"), *fields]


@pytest.mark.parametrize("status_code", [99, 600, 0, -200])
def test_status_range(status_code: int) -> None:
    """A status is 100 to 599."""
    with pytest.raises(ValueError, match="status_code: "):
        Response(status_code=status_code)


@pytest.mark.parametrize("status_code", [None, "200", 200.0, True])
def test_status_type(status_code: int) -> None:
    """A status is an int."""
    with pytest.raises(TypeError, match="status_code: "):
        Response(status_code=status_code)


@pytest.mark.parametrize("content", [1, {"a": 1}, ["a"], object(), bytearray(b"a")])
def test_content_type(content: object) -> None:
    """What `render` does not know is a TypeError that names the content."""
    with pytest.raises(TypeError, match="content: "):
        Response(content)


@pytest.mark.parametrize(
    "view",
    [memoryview(b"\xc0"), memoryview(b"12345678").cast("I"), memoryview(b"1234")[::2]],
)
def test_memory(view: memoryview) -> None:
    """Memory of any layout is sent as its bytes, with their number."""
    response = Response(view)
    assert bytes(response.body) == view.tobytes()
    assert response.headers["content-length"] == str(view.nbytes)


def test_charset_and_media_type_of_a_subclass() -> None:
    """Both are plain class attributes; the argument wins over the media type."""

    class Latin(Response):
        media_type = "text/plain"
        charset = "latin-1"

    assert Latin("é").raw_headers[1] == (
        b"content-type",
        b"text/plain; charset=latin-1",
    )
    assert Latin("é").body == b"\xe9"
    assert Latin("é", media_type="a/b").raw_headers[1] == (b"content-type", b"a/b")


def test_raw_headers_are_fresh() -> None:
    """Each response has a list of its own, and `headers` is a view of it."""
    first, second = Response(), Response()
    first.raw_headers.append((b"x-a", b"1"))
    assert first.headers["X-A"] == "1"
    assert "x-a" not in second.headers
    first.headers.append("x-a", "2")
    assert first.raw_headers[-1] == (b"x-a", b"2")


# Cookies

WORDS = st.text(st.sampled_from("abcABC019!#$%&'*+.^_`|~-"), min_size=1)
ORDINARY = st.text(st.sampled_from("abcABC019!#$%&'*+.^_`|~:-"), min_size=1)
QUOTED = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0x7E)
    | st.characters(min_codepoint=0xA0, max_codepoint=0xFF),
    max_size=30,
)
RESERVED = {
    "expires",
    "path",
    "comment",
    "domain",
    "max-age",
    "secure",
    "httponly",
    "version",
    "samesite",
    "partitioned",
}


def set_by(cls: Any, key: str, value: str, arguments: dict[str, Any]) -> bytes:
    response = cls()
    response.set_cookie(key, value, **arguments)
    name, line = response.raw_headers[-1]
    assert name == b"set-cookie"
    return bytes(line)


@given(WORDS, ORDINARY | QUOTED)
def test_cookie_values(key: str, value: str) -> None:
    """Ordinary values as they are, others quoted as the reference quotes them."""
    assume(key.lower() not in RESERVED)
    assert set_by(Response, key, value, {}) == set_by(Reference, key, value, {})


CHOICES: dict[str, tuple[Any, ...]] = {
    "max_age": (None, 0, 60, -1),
    "expires": (None, 0, 3600, "Thu, 01 Jan 2037 00:00:00 GMT"),
    "path": (None, "", "/a b"),
    "domain": (None, "", "a.example"),
    "secure": (False, True),
    "httponly": (False, True),
    "samesite": (None, "lax", "strict", "none", "Lax"),
}


def test_cookie_attributes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every combination of attributes has the reference's bytes."""
    monkeypatch.setattr(time, "time", lambda: NOW)
    for chosen in itertools.product(*CHOICES.values()):
        arguments = dict(zip(CHOICES, chosen, strict=True))
        assert set_by(Response, "k", "v", arguments) == set_by(
            Reference, "k", "v", arguments
        )


def test_deletions(monkeypatch: pytest.MonkeyPatch) -> None:
    """A deletion has the reference's bytes."""
    monkeypatch.setattr(time, "time", lambda: NOW)
    for path, domain, secure in itertools.product(
        ("/", "/a"), (None, "a.example"), (False, True)
    ):
        ours, theirs = Response(), Reference()
        for response in (ours, theirs):
            response.delete_cookie("k", path, domain, secure, httponly=secure)
        assert ours.raw_headers == theirs.raw_headers


def test_partitioned() -> None:
    """Partitioned is sent on every Python, where 3.14 puts it."""
    arguments = {"max_age": 1, "path": "/a", "secure": True, "partitioned": True}
    line = set_by(Response, "k", "v", arguments)
    assert line == b"k=v; Max-Age=1; Partitioned; Path=/a; SameSite=lax; Secure"
    if sys.version_info >= (3, 14):
        assert line == set_by(Reference, "k", "v", arguments)


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param({"key": ""}, "cookie name", id="no name"),
        pytest.param({"key": "a;b"}, "cookie name", id="name"),
        pytest.param({"key": "k", "value": "a\r\nb"}, "cookie 'k'", id="newline"),
        pytest.param({"key": "k", "value": "a\0"}, "cookie 'k'", id="nul"),
        pytest.param(
            {"key": "k", "value": "\u20ac"}, "cookie 'k'", id="beyond latin-1"
        ),
        pytest.param({"key": "k", "value": "v" * 4096}, "cookie 'k'", id="size"),
        pytest.param({"key": "k", "path": "/; a"}, "cookie Path", id="path"),
        pytest.param({"key": "k", "path": "/\n"}, "cookie Path", id="path newline"),
        pytest.param({"key": "k", "domain": "a;b"}, "cookie Domain", id="domain"),
        pytest.param({"key": "k", "expires": "a;b"}, "cookie expires", id="expires"),
        pytest.param({"key": "k", "samesite": "x"}, "cookie SameSite", id="samesite"),
    ],
)
def test_cookies_refuse(arguments: dict[str, Any], named: str) -> None:
    """What would break the line is a ValueError, and nothing is added."""
    response = Response()
    with pytest.raises(ValueError, match=f"{named}.*: "):
        response.set_cookie(**arguments)
    assert "set-cookie" not in response.headers
