"""Cookies: what is set, what deletes it, what reads back."""

from __future__ import annotations

import itertools
import json
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core import cookie_attributes, cookies

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=80)
OCTETS = {chr(code) for code in range(0x21, 0x7F)} - set('",;\\')
TOKENS = st.text(st.sampled_from("abcXYZ019_-!#$%&'*+.^`|~"), min_size=1)
LEAVES = st.none() | st.booleans() | st.integers(-999, 999) | TEXT
JSON = st.recursive(
    LEAVES, lambda inner: st.lists(inner) | st.dictionaries(TEXT, inner), max_leaves=5
)
NOW = 1_900_000_000


def value_of(pair: bytes) -> str:
    """What a browser sends back: the value behind the first `=`."""
    return pair.decode("ascii").partition("=")[2]


@given(TOKENS, st.text(st.sampled_from(sorted(OCTETS))))
def test_plain_round_trip(key: str, value: str) -> None:
    """A plain value is sent as it is and reads back."""
    pair = cookies.plain_cookie(key, value)
    assert pair == f"{key}={value}".encode()
    assert cookies.read_plain_cookie(value_of(pair)) == value


@given(st.text(st.characters(max_codepoint=0x110)))
def test_plain_grammar(value: str) -> None:
    """Exactly cookie-octets are plain; nothing is quoted silently."""
    if OCTETS.issuperset(value):
        assert cookies.plain_cookie("k", value) == b"k=" + value.encode()
    else:
        with pytest.raises(ValueError, match="cookie 'k': "):
            cookies.plain_cookie("k", value)
        assert cookies.read_plain_cookie(value) is None


@given(TEXT)
def test_text_round_trips(value: str) -> None:
    """Any text goes through percent and base64url as cookie-octets and reads back."""
    percent = cookies.percent_cookie("k", value)
    base64url = cookies.base64url_cookie("k", value)
    assert cookies.read_percent_cookie(value_of(percent)) == value
    assert cookies.read_base64url_cookie(value_of(base64url)) == value
    assert OCTETS.issuperset(value_of(percent) + value_of(base64url))
    assert b"=" not in base64url.removeprefix(b"k=")


@given(JSON)
def test_json_round_trip(value: Any) -> None:
    """Any JSON value goes through as cookie-octets and reads back."""
    pair = cookies.json_cookie("k", value)
    assert cookies.read_json_cookie(value_of(pair)) == value
    assert OCTETS.issuperset(value_of(pair))


def test_bytes() -> None:
    """The encodings, byte for byte."""
    assert cookies.percent_cookie("k", "a-._~ é/") == b"k=a-._~%20%C3%A9%2F"
    assert cookies.base64url_cookie("k", "é?>") == b"k=w6k_Pg"
    assert cookies.json_cookie("k", {"é": [1]}) == b"k=%7B%22%C3%A9%22%3A%5B1%5D%7D"


@given(st.none() | st.text())
def test_reading_never_raises(value: str | None) -> None:
    """Whatever a client sends is a value or None."""
    for encoding in ("plain", "percent", "base64url"):
        read = getattr(cookies, f"read_{encoding}_cookie")(value)
        assert read is None or isinstance(read, str)
    json.dumps(cookies.read_json_cookie(value))


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        ("percent", "%"),
        ("percent", "%4"),
        ("percent", "%zz"),
        ("percent", "%FF"),
        ("percent", "a b"),
        ("base64url", "a"),
        ("base64url", "_w"),
        ("base64url", "YQ=="),
        ("base64url", "YQ\n"),
        ("base64url", "\u0661"),
        ("json", "NaN"),
        ("json", "-Infinity"),
        ("json", "%7B"),
        ("json", ""),
        ("json", "[" * 100_000),
        ("json", "1" * 5000),
    ],
)
def test_malformed(encoding: str, value: str) -> None:
    """A malformed value reads as absent."""
    assert getattr(cookies, f"read_{encoding}_cookie")(value) is None
    assert getattr(cookies, f"read_{encoding}_cookie")(None) is None


ENCODERS = [
    cookies.plain_cookie,
    cookies.percent_cookie,
    cookies.base64url_cookie,
    cookies.json_cookie,
]


@pytest.mark.parametrize(
    "key", ["", "a b", "a=b", "a;b", "a,b", "é", "a\r\nSet-Cookie: b", '"a"', "a:b"]
)
def test_keys_are_tokens(key: str) -> None:
    """A name that is no token is a ValueError in every encoding."""
    for encode in ENCODERS:
        with pytest.raises(ValueError, match="cookie name "):
            encode(key, "v")


def test_keys_are_text() -> None:
    """A name that is no text is a TypeError in every encoding."""
    for encode in ENCODERS:
        with pytest.raises(TypeError, match="cookie name: str expected"):
            encode(5, "v")  # type: ignore[arg-type]  # the mistake in question


@pytest.mark.parametrize("value", [None, 1, b"a", ["a"]], ids=repr)
def test_values_are_text(value: str) -> None:
    """A value that is no text is a TypeError that names the cookie, except in JSON."""
    for encode in ENCODERS[:3]:
        with pytest.raises(TypeError, match="cookie 'k': str expected"):
            encode("k", value)


@pytest.mark.parametrize("encode", ENCODERS[1:])
def test_surrogates(encode: Callable[[str, str], bytes]) -> None:
    """A lone surrogate is a ValueError that names the cookie."""
    with pytest.raises(ValueError, match="cookie 'k': "):
        encode("k", "\ud800")


def test_json_values() -> None:
    """What JSON has no word for is refused, naming the cookie."""
    with pytest.raises(ValueError, match="cookie 'k': "):
        cookies.json_cookie("k", float("nan"))


@pytest.mark.parametrize(
    ("encode", "room"), list(zip(ENCODERS, (4092, 4092, 3069, 4086), strict=True))
)
def test_size(encode: Callable[[str, str], bytes], room: int) -> None:
    """Name and value have 4096 octets together (RFC 6265bis 5.6)."""
    assert len(encode("name", "v" * room)) == 4097
    with pytest.raises(ValueError, match=r"cookie 'name': .* 4096"):
        encode("name", "v" * (room + 1))


# Attributes

FULL: dict[str, Any] = {
    "domain": "a.example",
    "expires": "Thu, 01 Jan 2037 00:00:00 GMT",
    "httponly": True,
    "max_age": 5,
    "partitioned": True,
    "path": "/a",
    "samesite": "none",
    "secure": True,
    "priority": "High",
}
PARTS = {
    "domain": b"; Domain=a.example",
    "expires": b"; expires=Thu, 01 Jan 2037 00:00:00 GMT",
    "httponly": b"; HttpOnly",
    "max_age": b"; Max-Age=5",
    "partitioned": b"; Partitioned",
    "path": b"; Path=/a",
    "samesite": b"; SameSite=none",
    "secure": b"; Secure",
    "priority": b"; Priority=High",
}


def test_attributes() -> None:
    """Every subset of the attributes stands in the one order."""
    for chosen in itertools.product([False, True], repeat=len(FULL)):
        names = [name for name, used in zip(FULL, chosen, strict=True) if used]
        arguments: dict[str, Any] = {
            "path": None,
            **{name: FULL[name] for name in names},
        }
        sent = cookie_attributes.cookie_attributes(**arguments)
        assert sent == b"".join(PARTS[name] for name in names)


@pytest.mark.parametrize(
    "silent", [{}, {"domain": ""}, {"expires": ""}, {"max_age": None}]
)
def test_silent_attributes(silent: dict[str, Any]) -> None:
    """None and an empty text leave an attribute out, as in the reference."""
    assert cookie_attributes.cookie_attributes(**silent) == b"; Path=/"


def test_the_table() -> None:
    """Who hands attributes on has the keys and types of the function that takes them."""
    table = get_type_hints(cookie_attributes.cookie_attributes)
    assert get_type_hints(cookie_attributes.CookieAttributes) == {
        name: table[name] for name in table if name not in ("key", "return")
    }
    assert FULL.keys() == PARTS.keys() == table.keys() - {"key", "return"}


def test_deletion() -> None:
    """A deletion is the set's scope and flags, in the past, without Priority."""
    gone = {name: PARTS[name] for name in FULL if name != "priority"}
    gone["expires"] = b"; expires=Thu, 01 Jan 1970 00:00:00 GMT"
    gone["max_age"] = b"; Max-Age=0"
    deletion = FULL | cookie_attributes.DELETION
    assert cookie_attributes.cookie_attributes(**deletion) == b"".join(gone.values())


@given(st.text(st.characters(max_codepoint=0x100)))
def test_attribute_grammar(value: str) -> None:
    """Attributes hold %x20-3A and %x3C-7E: no `;` adds another one."""
    legal = all(" " <= c <= "~" and c != ";" for c in value)
    for name, label in (("path", "Path"), ("domain", "Domain"), ("expires", "expires")):
        arguments: dict[str, Any] = {"path": None, name: value}
        if legal:
            shown = f"; {label}={value}" if value else ""
            assert cookie_attributes.cookie_attributes(**arguments) == shown.encode()
        else:
            with pytest.raises(ValueError, match=f"cookie {label}: "):
                cookie_attributes.cookie_attributes(**arguments)


@pytest.mark.parametrize("name", ["path", "domain", "expires"])
def test_attribute_size(name: str) -> None:
    """1024 octets are sent, 1025 refused (RFC 6265bis 5.6)."""
    cookie_attributes.cookie_attributes(**{name: "/" * 1024})  # type: ignore[arg-type]  # one of three
    with pytest.raises(ValueError, match="1024"):
        cookie_attributes.cookie_attributes(**{name: "/" * 1025})  # type: ignore[arg-type]  # as above


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("max_age", 1.5),
        ("max_age", "5"),
        ("max_age", True),
        ("expires", 1.5),
        ("expires", True),
        ("path", 1),
        ("domain", b"a"),
        ("samesite", 1),
        ("priority", b"High"),
    ],
)
def test_attribute_types(name: str, value: Any) -> None:
    """A value of a wrong type is a TypeError that names the attribute."""
    with pytest.raises(TypeError, match=f"cookie (?i:{name.replace('_', '-')}): "):
        cookie_attributes.cookie_attributes(**{name: value})


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("samesite", ""),
        ("samesite", "laxer"),
        ("samesite", "lax; a=b"),
        ("priority", "Top"),
        ("expires", datetime(2024, 1, 1)),
        ("expires", 10**18),
        ("expires", -(10**12)),
    ],
)
def test_attribute_values(name: str, value: Any) -> None:
    """A value that the attribute does not have is a ValueError that names it."""
    with pytest.raises(ValueError, match=f"cookie (?i:{name}): "):
        cookie_attributes.cookie_attributes(**{name: value})


@pytest.mark.parametrize(
    ("expires", "text"),
    [
        (10, "Sun, 17 Mar 2030 17:46:50 GMT"),
        (
            datetime(2037, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))),
            "Thu, 01 Jan 2037 00:00:00 GMT",
        ),
        (datetime(2037, 1, 1, tzinfo=UTC), "Thu, 01 Jan 2037 00:00:00 GMT"),
    ],
    ids=["seconds from now", "another zone", "utc"],
)
def test_expires(
    monkeypatch: pytest.MonkeyPatch, expires: datetime | int, text: str
) -> None:
    """A moment in GMT; seconds count from `time.time()`."""
    monkeypatch.setattr(time, "time", lambda: NOW + 0.9)
    sent = cookie_attributes.cookie_attributes(path=None, expires=expires)
    assert sent == b"; expires=" + text.encode()


NAME_PARTS = st.text("-x", max_size=3)
PLACED = st.lists(NAME_PARTS, min_size=3, max_size=4).filter(lambda p: all(p[1:-1]))


@given(PLACED, st.data())
def test_places_make_one_name_each(parts: list[str], data: st.DataObject) -> None:
    """Two lists of values that are taken never make the same name."""
    values = st.lists(NAME_PARTS, min_size=len(parts) - 1, max_size=len(parts) - 1).map(
        tuple
    )
    names: dict[str, tuple[str, ...]] = {}
    for given_ in data.draw(st.lists(values, max_size=12)):
        try:
            name = cookies.filled_key("{}".join(parts), *given_)
        except ValueError:
            continue
        assert names.setdefault(name, given_) == given_


@pytest.mark.parametrize(
    ("values", "taken"),
    [
        (("shop", "eu-x"), True),
        (("shop-eu", "x"), False),
        (("shop", ""), False),
        (("", "x"), False),
    ],
)
def test_places(values: tuple[str, str], taken: bool) -> None:
    """A value may not have the text behind its place in it, nor be empty."""
    if taken:
        assert cookies.filled_key("a-{}-{}", *values) == "a-shop-eu-x"
        return
    with pytest.raises(ValueError, match=r"cookie 'a-{}-{}': the value of a place "):
        cookies.filled_key("a-{}-{}", *values)


def test_places_are_text() -> None:
    """The error for a wrong type names the cookie."""
    with pytest.raises(TypeError, match=r"cookie 'a-{}': str expected, got int"):
        cookies.filled_key("a-{}", 5)  # type: ignore[arg-type]  # the mistake in question
