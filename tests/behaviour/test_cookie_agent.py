"""Cookie presets in a user agent: set, kept as declared, read back, deleted without a trace."""

from __future__ import annotations

import sys
from dataclasses import replace
from http.cookies import Morsel
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from starlette.requests import cookie_parser
from starlette.responses import Response

from respgen.core import Response as CoreResponse
from respgen.resolve.specs import CookieScope, CookieSpec, CookieUse, Ref
from tests.behaviour import strategies
from tests.behaviour.agent import LATEST, Agent, Cookie, Request
from tests.behaviour.cookies import VALUES, cookie_specs
from tests.behaviour.declared import SPAN
from tests.behaviour.running import classes, presets
from tests.behaviour.strategies import Family, Member

some = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
REQUEST = Request(path="/account/settings")
DATE = "expires=Thu, 01 Jan 1970 00:00:00 GMT"


def family(preset: CookieSpec) -> Family:
    """The preset, and a class that lists it."""
    use = CookieUse(Ref("common", preset.name), preset, None, SPAN)
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


def set_lines(preset: CookieSpec, value: object) -> list[bytes]:
    """What each target sends to set the cookie: the function's line and the method's."""
    found = []
    for module, cls in zip(
        presets(family(preset)), classes(family(preset), 0), strict=True
    ):
        response, listing = blank(module), cls("")
        function(module, "set", preset)(response, value)
        getattr(listing, f"set_{preset.name}_cookie")(value)
        found += [*lines(response), *lines(listing)]
    return found


def deletion(preset: CookieSpec) -> list[bytes]:
    """What deletes the cookie, the same for every target and for the method."""
    found = []
    for module, cls in zip(
        presets(family(preset)), classes(family(preset), 0), strict=True
    ):
        response, listing = blank(module), cls("")
        function(module, "delete", preset)(response)
        getattr(listing, f"delete_{preset.name}_cookie")()
        found += [lines(response), lines(listing)]
    assert all(one == found[0] for one in found)
    return found[0]


def written(preset: CookieSpec, value: str, *, past: bool, scope: CookieScope) -> str:
    """A line as the contract words it: attributes in the order and spelling of the reference."""
    age = 0 if past else preset.max_age
    attributes = [
        f"Domain={scope.domain}" if scope.domain else None,
        DATE if past else None,
        "HttpOnly" if preset.httponly else None,
        None if age is None else f"Max-Age={age}",
        "Partitioned" if preset.partitioned else None,
        f"Path={scope.path}" if scope.path else None,
        f"SameSite={preset.samesite}" if preset.samesite else None,
        "Secure" if preset.secure else None,
        f"Priority={preset.priority}" if preset.priority and not past else None,
    ]
    kept = [attribute for attribute in attributes if attribute is not None]
    return "; ".join([f"{preset.key}={value}", *kept])


def own_scope(preset: CookieSpec) -> CookieScope:
    return CookieScope(preset.path, preset.domain)


presets_and_values = cookie_specs().flatmap(
    lambda preset: st.tuples(st.just(preset), VALUES[preset.encoding])
)


@some
@given(presets_and_values)
def test_a_set_is_kept_as_declared(drawn: tuple[CookieSpec, Any]) -> None:
    """One line, the same for every target; the agent keeps one cookie with every attribute."""
    preset, value = drawn
    first, *others = set_lines(preset, value)
    assert others == [first] * 5
    agent = Agent()
    assert agent.receive(first, REQUEST) is None
    (cookie,) = agent.cookies
    sent = first.partition(b"=")[2].partition(b";")[0]
    assert cookie == expected(preset, sent, agent)


def expected(preset: CookieSpec, value: bytes, agent: Agent) -> Cookie:
    """What an agent should keep of a preset."""
    age = preset.max_age
    return Cookie(
        name=preset.key.encode(),
        value=value,
        domain=(preset.domain or REQUEST.host).removeprefix("."),
        path=(preset.path or "/account").encode(),
        host_only=preset.domain is None,
        persistent=age is not None,
        expiry=LATEST if age is None else agent.now + age,
        secure=preset.secure,
        http_only=preset.httponly,
        same_site=preset.samesite or "default",
        partition=REQUEST.top_level if preset.partitioned else None,
        created=agent.now,
    )


@some
@given(presets_and_values)
def test_a_deletion_leaves_no_cookie(drawn: tuple[CookieSpec, Any]) -> None:
    """Neither the cookie nor those of the further scopes stay; others do."""
    preset, value = drawn
    agent = Agent()
    for scope in preset.also_delete:
        line = written(preset, "old", past=False, scope=scope)
        assert agent.receive(line.encode(), REQUEST) is None
    agent.receive(set_lines(preset, value)[0], REQUEST)
    agent.receive(b"other=1", REQUEST)
    assert agent.cookies
    for line in deletion(preset):
        assert agent.receive(line, REQUEST) is None
    assert [cookie.name for cookie in agent.cookies] == [b"other"]


@some
@given(presets_and_values)
def test_bytes_are_as_written(drawn: tuple[CookieSpec, Any]) -> None:
    """Set and deletion have the attributes of the reference in its order, one line a scope."""
    preset, value = drawn
    first = set_lines(preset, value)[0].decode("ascii")
    text = first.partition("=")[2].partition(";")[0]
    assert first == written(preset, text, past=False, scope=own_scope(preset))
    scopes = [own_scope(preset), *preset.also_delete]
    past = [written(preset, "", past=True, scope=scope) for scope in scopes]
    assert [line.decode("ascii") for line in deletion(preset)] == past


PUNCTUATION = "!#$%&'*+.^_`|~:-"
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"


@some
@given(cookie_specs(), st.text(LETTERS + PUNCTUATION, min_size=1, max_size=20))
def test_plain_values_are_the_references_bytes(preset: CookieSpec, value: str) -> None:
    """Letters, digits and the reference's punctuation: byte-equal to its set_cookie."""
    preset = replace(preset, encoding="plain")
    assume(preset.key.lower() not in Morsel._reserved)  # type: ignore[attr-defined]  # it refuses these
    built_in = preset.partitioned and sys.version_info >= (3, 14)
    response = Response()
    words = "max_age path domain secure httponly samesite"
    attributes = {word: getattr(preset, word) for word in words.split(" ")}
    response.set_cookie(preset.key, value, **attributes, partitioned=built_in)
    (line,) = lines(response)
    if preset.partitioned and not built_in:
        line = inserted(line, b"Partitioned")
    if preset.priority:
        line += f"; Priority={preset.priority}".encode()
    assert set_lines(preset, value) == [line] * 6


def inserted(line: bytes, attribute: bytes) -> bytes:
    """The attribute at its place: http.cookies sorts them by name."""
    pair, *attributes = line.split(b"; ")
    attributes = sorted(
        [*attributes, attribute], key=lambda a: a.partition(b"=")[0].lower()
    )
    return b"; ".join([pair, *attributes])


@some
@given(presets_and_values)
def test_what_was_set_is_read(drawn: tuple[CookieSpec, Any]) -> None:
    """Through the agent and Starlette's parser, beside other cookies, for every encoding."""
    preset, value = drawn
    agent = Agent()
    assume(preset.key not in ("a", "z"))
    for line in (b"a=1", set_lines(preset, value)[0], b"z=2"):
        agent.receive(line, REQUEST)
    inside = replace(REQUEST, path=(preset.path or "/account").rstrip("/") + "/x")
    cookies = cookie_parser(agent.header(inside))
    for module in presets(family(preset)):
        found = function(module, "read", preset)(cookies)
        assert found == value
        assert type(found) is type(value)
        assert function(module, "read", preset)({}) is None


foreign = st.text(max_size=20) | st.sampled_from(
    [
        "%",
        "%zz",
        "%ff",
        "a b",
        "====",
        "A",
        "_w",
        "%7B",
        "NaN",
        "[" * 5000,
        "%5B" * 5000,
        '"a"',
        "\xe9",
    ]
)


@some
@given(cookie_specs(), foreign)
def test_reading_never_raises(preset: CookieSpec, value: str) -> None:
    """Whatever a client sends: the typed value, or None where it is malformed."""
    module, *_ = presets(family(preset))
    found = function(module, "read", preset)({preset.key: value})
    assert found is None or preset.encoding == "json" or isinstance(found, str)


REFUSED: dict[str, st.SearchStrategy[Any]] = {
    "plain": st.text(min_size=1).filter(lambda text: set(text) - set(VALID)),
    "percent": st.just("\ud800") | st.just("\xe9" * 1000),
    "base64url": st.just("\ud800") | st.just("a" * 4096),
    "json": st.sampled_from([float("nan"), [float("inf")], "\ud800", ["a" * 4096]]),
}
VALID = "".join(c for c in map(chr, range(0x21, 0x7F)) if c not in '",;\\')


@some
@given(cookie_specs(), st.data())
def test_bad_values_are_refused(preset: CookieSpec, data: st.DataObject) -> None:
    """ValueError naming the cookie; nothing is added to the response."""
    value = data.draw(REFUSED[preset.encoding])
    for module in presets(family(preset)):
        response = blank(module)
        with pytest.raises(ValueError, match=r"^cookie ") as error:
            function(module, "set", preset)(response, value)
        assert preset.key in str(error.value)
        assert not lines(response)


@some
@given(cookie_specs(), st.sampled_from([None, 1, b"x", ["a"], {"a"}, 1j]))
def test_wrong_types_are_refused(preset: CookieSpec, value: Any) -> None:
    """TypeError, where the encoding cannot hold the type."""
    if preset.encoding == "json":
        value = {"a", 1j}
    for module in presets(family(preset)):
        response = blank(module)
        with pytest.raises(TypeError):
            function(module, "set", preset)(response, value)
        assert not lines(response)


@pytest.mark.parametrize("encoding", ["plain", "percent", "base64url", "json"])
def test_size(encoding: str) -> None:
    """Name and value together have 4096 octets at most, and such a cookie is kept."""
    preset = replace(strategies.plain_cookie("session"), encoding=encoding)
    room = 4096 - len(preset.key)
    length = {"base64url": room * 3 // 4, "json": room - len("%22%22")}.get(
        encoding, room
    )
    agent = Agent()
    agent.receive(set_lines(preset, "a" * length)[0])
    assert len(agent.cookies) == 1
    with pytest.raises(ValueError, match="4096"):
        set_lines(preset, "a" * (length + 1))
