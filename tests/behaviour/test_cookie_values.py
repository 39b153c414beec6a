"""What callers may not set, and what clients send: refused, or read as the value, or None."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.specs import Argument, CookieSpec
from tests.behaviour.agent import Agent
from tests.behaviour.cookies import Cookie, cookie_values, cookies, fixed_cookies
from tests.behaviour.running import presets
from tests.behaviour.test_cookie_agent import (
    blank,
    family,
    function,
    lines,
    read,
    responses,
    set_lines,
    some,
)
from tests.support.presets import changed, preset

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
        "1.AAAAAAAAAAAAAAAAAAAAAA.a",
        "..",
        "a.b.c",
        "\ud800",
    ]
)


@some
@given(cookies(), st.lists(foreign, min_size=1, max_size=4))
def test_reading_never_raises(cookie: Cookie, sent: list[str]) -> None:
    """Whatever a client sends: the typed value, or None where it is malformed."""
    key = cookie.known.key
    jar = dict(zip((key, f"{key}-1", f"{key}-2", "other"), sent, strict=False))
    for found in read(cookie, jar):
        guarded = cookie.spec.sign or cookie.spec.chunks
        text = cookie.spec.encoding != "json"
        assert found is None or (not guarded and (isinstance(found, str) or not text))


@some
@given(cookies(), st.data())
def test_a_changed_jar(cookie: Cookie, data: st.DataObject) -> None:
    """A signed or spread value comes back as it was set, or not at all."""
    chunks, path = cookie.spec.chunks or not cookie.spec.sign, cookie.spec.scope.path
    spec = changed(cookie.spec, chunks=chunks, path=path or "/")
    if spec.encoding == "quoted":
        spec = changed(spec, encoding="percent")
    cookie = replace(cookie, spec=spec)
    value, other = (data.draw(cookie_values(spec)) for _ in range(2))
    jar, stale = jar_of(cookie, value), jar_of(cookie, other)
    for _ in range(data.draw(st.integers(1, 3))):
        name = data.draw(st.sampled_from(sorted({*jar, *stale})))
        part = jar.get(name, "")
        cut = data.draw(st.integers(0, len(part)))
        jar[name] = data.draw(
            st.sampled_from(
                [
                    part[:cut],
                    part[cut:],
                    part[:cut] + "x" + part[cut + 1 :],
                    part[:cut] + "\xe9" + part[cut:],
                    stale.get(name, ""),
                    part.swapcase(),
                ]
            )
        )
    for found in read(cookie, jar):
        assert found is None or found in (value, other)


def jar_of(cookie: Cookie, value: object) -> dict[str, str]:
    """What a client sends back after a set."""
    pairs = [line.decode().partition(";")[0] for line in set_lines(cookie, value)]
    split = [pair.partition("=") for pair in pairs]
    return {name: part for name, _, part in split if part}


REFUSED: dict[str, st.SearchStrategy[Any]] = {
    "plain": st.text(min_size=1).filter(lambda text: set(text) - set(VALID)),
    "percent": st.just("\ud800") | st.just("\xe9" * 6000),
    "base64url": st.just("\ud800") | st.just("a" * 33_000),
    "json": st.sampled_from([float("nan"), [float("inf")], "\ud800", ["a" * 33_000]]),
    "quoted": st.sampled_from(["\u0100", "\ud800", "a" * 5000, '"' * 2050]),
}
VALID = "".join(c for c in map(chr, range(0x21, 0x7F)) if c not in '",;\\')


@some
@given(cookies(), st.data())
def test_bad_values_are_refused(cookie: Cookie, data: st.DataObject) -> None:
    """ValueError naming the cookie; nothing is added to the response."""
    value = data.draw(REFUSED[cookie.spec.encoding])
    for module, response, _ in responses(cookie.spec):
        with pytest.raises(ValueError, match=r"^cookie ") as error:
            function(module, "set", cookie.spec)(response, value, **cookie.arguments)
        assert cookie.known.key in str(error.value)
        assert not lines(response)


@some
@given(cookies(), st.sampled_from([None, 1, b"x", ["a"], {"a"}, 1j]))
def test_wrong_types_are_refused(cookie: Cookie, value: Any) -> None:
    """TypeError, where the encoding cannot hold the type."""
    if cookie.spec.encoding == "json":
        value = {"a", 1j}
    for module, response, _ in responses(cookie.spec):
        with pytest.raises(TypeError):
            function(module, "set", cookie.spec)(response, value, **cookie.arguments)
        assert not lines(response)


BAD: dict[str, list[Any]] = {
    "max_age": [-1, "60", True],
    "path": ["", "shop", "/;Domain=a", "/\r\n", "/\xe9", None],
    "domain": ["a b", "a;Secure", "https://a", "a:80", "\u0430.example", 5],
    "secure": ["yes", 1, None],
    "httponly": ["no", 0, None],
    "samesite": ["laxer", "lax; Secure", 1],
    "partitioned": ["no", None],
}


@some
@given(fixed_cookies(), st.sampled_from(sorted(BAD)), st.data())
def test_bad_attributes_are_refused(
    fixed: CookieSpec, name: str, data: st.DataObject
) -> None:
    """ValueError or TypeError naming the attribute, of a set and of a deletion; nothing is added."""
    origins = {name: Argument(name, required=True)}
    spec = changed(fixed, origins=origins, path=fixed.scope.path or "/")
    value, given = data.draw(cookie_values(spec)), {
        name: data.draw(st.sampled_from(BAD[name]))
    }
    for module, response, _ in responses(spec):
        with pytest.raises((ValueError, TypeError), match=r"^cookie "):
            function(module, "set", spec)(response, value, **given)
        if name != "max_age":
            with pytest.raises((ValueError, TypeError), match=r"^cookie "):
                function(module, "delete", spec)(response, **given)
        assert not lines(response)


@some
@given(fixed_cookies(), st.text(max_size=6))
def test_any_text_in_a_name(fixed: CookieSpec, text: str) -> None:
    """A name that is none is a ValueError; no text adds a second cookie or an attribute."""
    spec = changed(fixed, key="a{client}", path=fixed.scope.path or "/")
    module = presets(family(spec))[0]
    given, response = {"client": text}, blank(module)
    try:
        function(module, "set", spec)(response, "v", **given)
    except ValueError:
        assert not lines(response)
        with pytest.raises(ValueError, match=r"^cookie "):
            function(module, "delete", spec)(response, **given)
        if text:
            assert function(module, "read", spec)({}, **given) is None
        return
    names = {line.partition(b"=")[0] for line in lines(response)}
    own = f"a{text}".encode("ascii")
    assert names <= {own, *(own + b"-%d" % number for number in range(1, 8))}


@pytest.mark.parametrize(
    "encoding", ["plain", "percent", "base64url", "json", "quoted"]
)
def test_size(encoding: Any) -> None:
    """Name and value together have 4096 octets at most, and such a cookie is kept."""
    cookie = Cookie(preset("session", encoding=encoding))
    room = 4096 - len(cookie.spec.key)
    length = {"base64url": room * 3 // 4, "json": room - len("%22%22")}.get(
        encoding, room
    )
    agent = Agent()
    agent.receive(set_lines(cookie, "a" * length)[0])
    assert len(agent.cookies) == 1
    with pytest.raises(ValueError, match="4096"):
        set_lines(cookie, "a" * (length + 1))
