"""Generated classes on real servers: what is accepted arrives, what is not raises ValueError.

A server that refuses a header sends the client nothing at all, and no error handler runs; a test
client shows such a response as if nothing were wrong. So these tests read the bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, get_args
from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from starlette.responses import Response

from respgen.specs import (
    Argument,
    CookieUse,
    HeaderSpec,
    Ref,
    Target,
)
from tests.behaviour import declared, strategies, values
from tests.behaviour.arguments import calls
from tests.behaviour.cookies import cookie_values
from tests.behaviour.declared import SPAN
from tests.behaviour.oracle import Refused, Sent, answer
from tests.behaviour.running import TARGETS, classes, made
from tests.behaviour.serving import Client, Implementation, served, wire
from tests.behaviour.strategies import Family, Member, families
from tests.support.headers import argument, argument_of, value_type
from tests.support.presets import preset


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


def check(client: Client, response: Any, method: str = "GET") -> None:
    """Every byte arrives as the response says, and the connection serves the next request."""
    sent = Sent(response.status_code, response.raw_headers, bytes(response.body))
    expected = wire(sent, method)
    assert client.reply(response, method, len(expected)) == expected
    assert client.ping()


def announces_a_body(response: Any) -> bool:
    """Whether it is the answer to a HEAD request: the length of a body that it does not have."""
    lengths = [v for n, v in response.raw_headers if n == b"content-length"]
    return not response.body and lengths not in ([], [b"0"])


@pytest.mark.slow
@settings(max_examples=80, suppress_health_check=[HealthCheck.too_slow])
@given(families(), st.data())
def test_every_accepted_response_arrives(
    client: Client, family: Family, data: st.DataObject
) -> None:
    """Status line, fields in their order and body; for GET and HEAD, with cookies set."""
    for place, member in enumerate(family.members):
        call = data.draw(calls(member.spec))
        if isinstance(answer(member.spec, call), Refused):
            continue
        for cls in classes(family, place):
            response = made(cls, call)
            for use in member.spec.cookies:
                name, value = use.cookie.name, data.draw(cookie_values(use.cookie))
                given = family.given[name]
                getattr(response, f"set_{name}_cookie")(value, **given.arguments)
                getattr(response, f"delete_{name}_cookie")(**given.identity)
            check(client, response, "HEAD")
            if not announces_a_body(response):
                check(client, response)


# Every character in every place


TYPES = ["str", "token", "etag", "weak_etag", "url", "list[str]", "list[token]"]


def _parameter(word: str) -> HeaderSpec:
    of = value_type(word)
    name = f"X-{of.word}-{of.member or 'one'}".replace("_", "-")
    return argument(name, declared.parameter_name(name, 0), of)


PARAMETERS = {word: _parameter(word) for word in TYPES}
PRESETS = (
    preset("session"),
    preset(
        "tenant",
        key="t{client}",
        origins={
            "path": Argument("path", required=False),
            "domain": Argument("domain", required=False),
        },
    ),
)
EVERYTHING = strategies.plain_response(
    "Everything",
    headers=tuple(PARAMETERS.values()),
    cookies=tuple(
        CookieUse(Ref("common", p.name), p, None, SPAN, SPAN) for p in PRESETS
    ),
)
FAMILY = Family(PRESETS, (Member(EVERYTHING, 0, None),))


def everything(target: Target) -> Callable[..., Any]:
    """A class with a parameter of every type that takes text, and two cookies."""
    return classes(FAMILY, 0)[TARGETS.index(target)]


FIELD = re.compile(r"(?![ \t])[\t\x20-\x7e\x80-\xff]*(?<![ \t])")
TOKEN = re.compile(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+")
OPAQUE = re.compile(r"[\x21\x23-\x7e\x80-\xff]*")
OCTETS = re.compile(r"[\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]*")
MEMBER = re.compile(r"(?![ \t])[\t\x20-\x2b\x2d-\x7e\x80-\xff]+(?<![ \t])")
CHARACTERS = re.compile("[^\ud800-\udfff]*")
_RESERVED = "te|trailer|upgrade|connection|keep-alive|proxy-connection|transfer-encoding|content-.*"
ALLOWED = {
    "str": FIELD,
    "token": TOKEN,
    "etag": OPAQUE,
    "weak_etag": OPAQUE,
    "url": CHARACTERS,
    "list[str]": MEMBER,
    "list[token]": TOKEN,
    "caller's value": FIELD,
    "caller's name": re.compile(rf"(?!(?i:{_RESERVED})\Z){TOKEN.pattern}"),
    "media type": re.compile(
        r"(?:[\t\x20-\x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t\x20-\x7e\x80-\xff])*"
    ),
    "cookie": OCTETS,
    "cookie's name": re.compile(TOKEN.pattern),
    "cookie's path": re.compile(r"[\x20-\x3a\x3c-\x7e]*"),
    "cookie's domain": re.compile(r"(?:\.?[\w\-]+(?:\.[\w\-]+)*)?", re.ASCII),
}
"""What RFC 9110 and RFC 6265 allow in each place."""
COOKIES: dict[str, Callable[[Any, str], None]] = {
    "cookie": lambda response, text: response.set_session_cookie(text),
    "cookie's name": lambda response, text: response.set_tenant_cookie(
        "v", client=text
    ),
    "cookie's path": lambda response, text: response.set_tenant_cookie(
        "v", client="x", path=f"/{text}"
    ),
    "cookie's domain": lambda response, text: response.set_tenant_cookie(
        "v", client="x", domain=text
    ),
}
"""What puts the text in a place of a cookie."""


def arguments(place: str, text: str) -> dict[str, Any]:
    """What puts the text in that place of a constructor."""
    if place in PARAMETERS:
        header = PARAMETERS[place]
        is_list = header.type.word == "list"
        return {argument_of(header).parameter: [text] if is_list else text}
    if place == "media type":
        return {"media_type": f'text/plain; a="{text}"'}
    return {"headers": {text: "1"} if place == "caller's name" else {"X-Caller": text}}


def field(place: str, text: str) -> tuple[bytes, bytes]:
    """How the text in that place should arrive."""
    quoted = f'"{text}"'
    forms = {
        "etag": quoted,
        "weak_etag": f"W/{quoted}",
        "url": quote(text, safe=":/%#?=@[]!$&'()*+,;"),
        "media type": f"text/plain; a={quoted}; charset=utf-8",
        "caller's name": "1",
        "cookie": f"session={text}; HttpOnly; Path=/; SameSite=lax; Secure",
        "cookie's name": f"t{text}=v; HttpOnly; Path=/; SameSite=lax; Secure",
        "cookie's path": f"tx=v; HttpOnly; Path=/{text}; SameSite=lax; Secure",
        "cookie's domain": f"tx=v; {f'Domain={text}; ' if text else ''}HttpOnly; Path=/; SameSite=lax; Secure",
    }
    names = {
        "caller's name": text,
        "caller's value": "X-Caller",
        "media type": "Content-Type",
        **dict.fromkeys(COOKIES, "Set-Cookie"),
    }
    name = PARAMETERS[place].name if place in PARAMETERS else names[place]
    return name.lower().encode("ascii"), forms.get(place, text).encode("latin-1")


def put(cls: Callable[..., Any], place: str, text: str) -> None:
    """The text in that place alone."""
    if place in COOKIES:
        COOKIES[place](cls(""), text)
    else:
        cls("", **arguments(place, text))


def word(place: str) -> str | None:
    """What the message names; of a caller's name, whatever it is."""
    words = {
        "caller's value": "X-Caller",
        "media type": "media_type",
        "cookie": "session",
        "cookie's name": r"cookie name|cookie 't{}'",
        "cookie's path": "cookie Path",
        "cookie's domain": "cookie Domain",
    }
    return PARAMETERS[place].name.lower() if place in PARAMETERS else words.get(place)


def try_everywhere(client: Client, cls: Callable[..., Any], text: str) -> None:
    """The text in each place: refused there, else it arrives as it should in all at once."""
    allowed = [place for place, grammar in ALLOWED.items() if grammar.fullmatch(text)]
    for place in ALLOWED.keys() - allowed:
        with pytest.raises(ValueError, match=word(place)):
            put(cls, place, text)
    together: dict[str, Any] = {"headers": {}}
    for place in allowed:
        if place not in COOKIES:
            given = arguments(place, text)
            together["headers"].update(given.pop("headers", {}))
            together.update(given)
    response = cls("", **together)
    for place in COOKIES.keys() & allowed:
        COOKIES[place](response, text)
    assert {field(place, text) for place in allowed} <= {*response.raw_headers}
    expected = wire(Sent(200, response.raw_headers, b""))
    # a reply that is too long would spoil the next one
    assert client.reply(response, "GET", len(expected)) == expected


PATTERNS = ["{}", "a{}", "{}a", "a{}a"]
BEYOND = ["\u0100", "\u010d", "\u200b", "\u2028", "\uff0c", "\U0001f600", "\ud800"]
"""Some of these become CR, LF or a comma where somebody keeps their low byte only."""


@pytest.mark.parametrize("target", TARGETS)
def test_every_character(client: Client, target: Target) -> None:
    """0 to 255 and some beyond, alone, first, last and between, in every place."""
    response = everything(target)
    for character in [*values.LATIN_1, *BEYOND]:
        for pattern in PATTERNS:
            try_everywhere(client, response, pattern.format(character))


@settings(max_examples=400)
@given(text=values.any_text | values.wide_text, target=st.sampled_from(TARGETS))
def test_any_text(client: Client, text: str, target: Target) -> None:
    """Bytes 0 to 255 in any order, and text beyond them."""
    try_everywhere(client, everything(target), text)


WAYS_IN: dict[str, Callable[[Any, str], object]] = {
    "set": lambda response, text: response.headers.__setitem__("X-Set", text),
    "append": lambda response, text: response.headers.append("X-Append", text),
    "append a name": lambda response, text: response.headers.append(text, "1"),
    "default": lambda response, text: response.headers.setdefault("X-Default", text),
    "update": lambda response, text: response.headers.update({"X-Update": text}),
    "vary": lambda response, text: response.headers.add_vary_header(text),
    "cookie": lambda response, text: response.set_cookie("key", text),
    "cookie name": lambda response, text: response.set_cookie(text, "value"),
    "path": lambda response, text: response.set_cookie("key", "value", path=text),
    "domain": lambda response, text: response.set_cookie("key", "value", domain=text),
    "expires": lambda response, text: response.set_cookie("key", "value", expires=text),
    "deletion": lambda response, text: response.delete_cookie(text, path=text),
}


@settings(max_examples=300)
@given(text=values.any_text | values.wide_text | values.field_texts)
def test_any_text_by_the_methods_of_core(client: Client, text: str) -> None:
    """core's own Response is strict after its constructor, too."""
    response = everything("core")("abc")
    for way in WAYS_IN.values():
        before = [*response.raw_headers]
        try:
            way(response, text)
        except ValueError:
            assert response.raw_headers == before
    check(client, response)


@pytest.mark.parametrize("status", [204, 205, 304])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "headers",
    [None, {"Content-Length": "3", "Content-Type": "a/b"}],
    ids=["", "framed"],
)
def test_no_body_on_a_connection_that_stays(
    client: Client, status: int, method: str, headers: dict[str, str] | None
) -> None:
    """204, 205 and 304 of a class with a body have none, and the next reply is whole."""
    for target in TARGETS:
        response = everything(target)("abc", status, headers)
        check(client, response, method)
        assert response.body == b""
        length = [(b"content-length", b"0")] if status == 205 else []
        assert response.raw_headers == length


@pytest.mark.parametrize("digits", [1, 19, 20, 21, 5000])
def test_a_length_as_an_answer_to_head(client: Client, digits: int) -> None:
    """Any that the server can send; more than 20 digits, it sends the client nothing at all."""
    for target in TARGETS:
        headers = {"Content-Length": "9" * digits}
        if digits > 20:
            with pytest.raises(ValueError, match="content-length"):
                everything(target)("", headers=headers)
        else:
            check(client, everything(target)("", headers=headers), "HEAD")


@pytest.mark.parametrize("value", ["a\nb", "a\rb", "a\0b"])
def test_what_this_guards_against(client: Client, value: str) -> None:
    """A header that the framework lets through and the server refuses: an empty reply."""
    response = Response("x", headers={"X-Bad": value})
    assert client.reply(response, "GET", 1) == b""
    assert client.ping()
