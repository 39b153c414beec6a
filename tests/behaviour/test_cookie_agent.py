"""Cookie presets in a user agent: set, kept as declared, read back, deleted without a trace."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from http.cookies import Morsel
from types import ModuleType
from typing import Any

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from starlette.requests import cookie_parser
from starlette.responses import Response

from respgen.core import Response as CoreResponse
from respgen.specs import CookieScope, CookieSpec, CookieUse, Ref
from tests.behaviour import cookie_answers, strategies
from tests.behaviour.agent import LATEST, Agent, Request
from tests.behaviour.agent import Cookie as Kept
from tests.behaviour.cookies import (
    QUOTABLE,
    Cookie,
    cookie_values,
    cookies,
    fixed_cookies,
)
from tests.behaviour.declared import SPAN
from tests.behaviour.running import classes, presets
from tests.behaviour.strategies import Family, Member
from tests.support.reference import current_reference

some = settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
REQUEST = Request(path="/account/settings")
DATE = "expires=Thu, 01 Jan 1970 00:00:00 GMT"


def family(preset: CookieSpec) -> Family:
    """The preset, and a class that lists it."""
    use = CookieUse(Ref("common", preset.name), preset, None, SPAN, SPAN)
    return Family((preset,), (Member(replace(LISTING, cookies=(use,)), 0, None),))


LISTING = strategies.plain_response("Listing")


def blank(module: ModuleType) -> Any:
    """An empty response of the module's target."""
    return CoreResponse() if module.__name__.endswith("core") else Response()


def function(module: ModuleType, action: str, preset: CookieSpec) -> Any:
    return getattr(module, f"{action}_{preset.name}_cookie")


def lines(response: Any) -> list[bytes]:
    """The Set-Cookie fields."""
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


def responses(preset: CookieSpec) -> Iterator[tuple[ModuleType, Any, Any]]:
    """For each target the functions' module, a response for them, and one that has the methods."""
    pairs = zip(presets(family(preset)), classes(family(preset), 0), strict=True)
    for module, cls in pairs:
        yield module, blank(module), cls("")


def set_lines(cookie: Cookie, value: object) -> list[bytes]:
    """What sets the cookie, the same for every target and for the method."""
    found = []
    for module, response, listing in responses(cookie.spec):
        function(module, "set", cookie.spec)(response, value, **cookie.arguments)
        getattr(listing, f"set_{cookie.spec.name}_cookie")(value, **cookie.arguments)
        found += [lines(response), lines(listing)]
    assert all(one == found[0] for one in found)
    return found[0]


def deletion(cookie: Cookie) -> list[bytes]:
    """What deletes the cookie, the same for every target and for the method."""
    found = []
    for module, response, listing in responses(cookie.spec):
        function(module, "delete", cookie.spec)(response, **cookie.identity)
        getattr(listing, f"delete_{cookie.spec.name}_cookie")(**cookie.identity)
        found += [lines(response), lines(listing)]
    assert all(one == found[0] for one in found)
    return found[0]


def read(cookie: Cookie, jar: dict[str, str]) -> Iterator[Any]:
    """What each target reads of a jar."""
    for module in presets(family(cookie.spec)):
        yield function(module, "read", cookie.spec)(jar, **cookie.name)


def written(preset: CookieSpec, value: str, *, past: bool, scope: CookieScope) -> str:
    """A line as the contract words it: attributes in the order and spelling of the reference."""
    age = 0 if past else preset.known["max_age"]
    attributes = [
        f"Domain={scope.domain}" if scope.domain else None,
        DATE if past else None,
        "HttpOnly" if preset.known["httponly"] else None,
        None if age is None else f"Max-Age={age}",
        "Partitioned" if preset.known["partitioned"] else None,
        f"Path={scope.path}" if scope.path else None,
        f"SameSite={preset.known['samesite']}" if preset.known["samesite"] else None,
        "Secure" if preset.known["secure"] else None,
        (
            f"Priority={preset.known['priority']}"
            if preset.known["priority"] and not past
            else None
        ),
    ]
    kept = [attribute for attribute in attributes if attribute is not None]
    return "; ".join([f"{preset.key}={value}", *kept])


cookies_and_values = cookies().flatmap(
    lambda cookie: st.tuples(st.just(cookie), cookie_values(cookie.spec))
)


@some
@given(cookies_and_values)
def test_the_plain_answer(drawn: tuple[Cookie, Any]) -> None:
    """What is set, deleted and read is what core's plain functions come to, field for field."""
    cookie, value = drawn
    fields = cookie_answers.set_fields(cookie.spec, value, cookie.arguments)
    assert set_lines(cookie, value) == [line for _, line in fields]
    gone = cookie_answers.delete_fields(cookie.spec, cookie.arguments)
    assert deletion(cookie) == [line for _, line in gone]
    pairs = [line.decode().partition(";")[0].partition("=") for _, line in fields]
    jar = {name: part for name, _, part in pairs if part}
    found = cookie_answers.read(cookie.spec, jar, cookie.arguments)
    assert [*read(cookie, jar)] == [found] * 3


@some
@given(cookies_and_values)
def test_a_set_is_kept_as_declared(drawn: tuple[Cookie, Any]) -> None:
    """The agent keeps one cookie, or one for each part, with every attribute."""
    cookie, value = drawn
    agent, sent = Agent(), {}
    for line in set_lines(cookie, value):
        assert agent.receive(line, REQUEST) is None
        name, _, rest = line.partition(b"=")
        if b"; Max-Age=0; " not in line:
            sent[name] = rest.partition(b";")[0]
    assert {kept.name: kept.value for kept in agent.cookies} == sent
    for kept in agent.cookies:
        assert kept == expected(cookie.known, kept, agent)
    assert cookie.known.chunks or len(sent) == 1


def expected(preset: CookieSpec, kept: Kept, agent: Agent) -> Kept:
    """What an agent should keep of a preset."""
    age = preset.known["max_age"]
    return Kept(
        name=kept.name,
        value=kept.value,
        domain=(preset.known["domain"] or REQUEST.host).removeprefix("."),
        path=(preset.known["path"] or "/account").encode(),
        host_only=not preset.known["domain"],
        persistent=age is not None,
        expiry=LATEST if age is None else agent.now + age,
        secure=preset.known["secure"],
        http_only=preset.known["httponly"],
        same_site=preset.known["samesite"] or "default",
        partition=REQUEST.top_level if preset.known["partitioned"] else None,
        created=kept.created,
    )


def older(cookie: Cookie, scope: CookieScope) -> bytes:
    """A cookie that an earlier version of the application set."""
    return written(cookie.known, "old", past=False, scope=scope).encode()


@some
@given(cookies_and_values)
def test_a_deletion_leaves_no_cookie(drawn: tuple[Cookie, Any]) -> None:
    """Neither the cookie nor its parts nor those of the further scopes stay; others do."""
    cookie, value = drawn
    agent = Agent()
    for scope in (*cookie.known.also_delete, *cookie.known.formerly):
        assert agent.receive(older(cookie, scope), REQUEST) is None
    for line in set_lines(cookie, value):
        agent.receive(line, REQUEST)
    agent.receive(b"other=1", REQUEST)
    assert len(agent.cookies) > 1
    for line in deletion(cookie):
        assert agent.receive(line, REQUEST) is None
    assert [kept.name for kept in agent.cookies] == [b"other"]


@some
@given(cookies_and_values)
def test_a_set_leaves_the_new_cookie_alone(drawn: tuple[Cookie, Any]) -> None:
    """Those of `formerly` go, wherever run time puts the new one; only it is sent back."""
    cookie, value = drawn
    agent, fresh = Agent(), Agent()
    for scope in cookie.known.formerly:
        assert agent.receive(older(cookie, scope), REQUEST) is None
    for line in set_lines(cookie, value):
        assert agent.receive(line, REQUEST) is None
        assert fresh.receive(line, REQUEST) is None
    places = [
        {kept.place: kept.value for kept in each.cookies} for each in (agent, fresh)
    ]
    assert places[0] == places[1]


@some
@given(fixed_cookies(), st.data())
def test_bytes_are_as_written(preset: CookieSpec, data: st.DataObject) -> None:
    """Set and deletion have the attributes of the reference in its order, one line a scope."""
    preset = replace(preset, chunks=False)
    lines = set_lines(Cookie(preset), data.draw(cookie_values(preset)))
    own = preset.scope
    scopes = once([*preset.formerly, own])
    text = lines[scopes.index(own)].decode("ascii").partition("=")[2].partition(";")[0]
    assert [line.decode("ascii") for line in lines] == [
        written(preset, "" if past else text, past=past, scope=scope)
        for scope in scopes
        for past in [scope != own]
    ]
    scopes = once([own, *preset.also_delete, *preset.formerly])
    past = [written(preset, "", past=True, scope=scope) for scope in scopes]
    assert [line.decode("ascii") for line in deletion(Cookie(preset))] == past


def once(scopes: Iterable[CookieScope]) -> list[CookieScope]:
    """Of those that are one for a browser the last one, at the place of the first."""
    return [*{scope.folded: scope for scope in scopes}.values()]


PUNCTUATION = "!#$%&'*+.^_`|~:-"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@current_reference
@some
@given(fixed_cookies(), st.text(LETTERS + PUNCTUATION, min_size=1, max_size=20))
def test_plain_values_are_the_references_bytes(preset: CookieSpec, value: str) -> None:
    """Letters, digits and the reference's punctuation: byte-equal to its set_cookie."""
    preset = replace(preset, encoding="plain", chunks=False, sign=None, formerly=())
    assert_references_bytes(preset, value)


@current_reference
@some
@given(fixed_cookies(), st.text(QUOTABLE, max_size=20))
def test_quoted_values_are_the_references_bytes(preset: CookieSpec, value: str) -> None:
    """Whatever can be quoted: the whole field is byte-equal to that of its set_cookie."""
    quoted = replace(preset, encoding="quoted", chunks=False, sign=None, formerly=())
    assert_references_bytes(quoted, value)


def assert_references_bytes(preset: CookieSpec, value: str) -> None:
    """The line of a set is the reference's for the same attributes, Priority aside."""
    assume(preset.key.lower() not in Morsel._reserved)  # type: ignore[attr-defined]  # it refuses these
    built_in = preset.known["partitioned"] and sys.version_info >= (3, 14)
    response = Response()
    words = "max_age path domain secure httponly samesite"
    attributes = {w: dict[str, Any](preset.known)[w] for w in words.split(" ")}
    response.set_cookie(preset.key, value, **attributes, partitioned=built_in)
    (line,) = lines(response)
    if preset.known["partitioned"] and not built_in:
        line = inserted(line, b"Partitioned")
    if preset.known["priority"]:
        line += f"; Priority={preset.known['priority']}".encode()
    assert set_lines(Cookie(preset), value) == [line]


def inserted(line: bytes, attribute: bytes) -> bytes:
    """The attribute at its place: http.cookies sorts them by name."""
    pair, *attributes = line.split(b"; ")
    attributes = sorted(
        [*attributes, attribute], key=lambda a: a.partition(b"=")[0].lower()
    )
    return b"; ".join([pair, *attributes])


@some
@given(cookies_and_values)
def test_what_was_set_is_read(drawn: tuple[Cookie, Any]) -> None:
    """Through the agent and Starlette's parser, beside other cookies, in every form."""
    cookie, value = drawn
    agent = Agent()
    assume(cookie.known.key not in ("a", "z"))
    for line in (b"a=1", *set_lines(cookie, value), b"z=2"):
        agent.receive(line, REQUEST)
    inside = (cookie.known.scope.path or "/account").rstrip("/") + "/x"
    jar = cookie_parser(agent.header(replace(REQUEST, path=inside)))
    for found in read(cookie, jar):
        assert found == value
        assert type(found) is type(value)
    assert [*read(cookie, {})] == [None] * 3
