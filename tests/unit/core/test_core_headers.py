"""core's MutableHeaders beside Starlette's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.datastructures import MutableHeaders as Reference

from respgen.core import MutableHeaders, Response
from tests.support.reference import current_reference

NAMES = st.sampled_from(["a", "A", "b", "Vary", "vary"])
VALUES = st.sampled_from(["1", "2", "", "é"])
PAIRS = st.lists(st.tuples(NAMES, VALUES), max_size=4)
STEPS = st.one_of(
    st.tuples(st.just("__setitem__"), NAMES, VALUES),
    st.tuples(st.just("__delitem__"), NAMES),
    st.tuples(st.just("setdefault"), NAMES, VALUES),
    st.tuples(st.just("append"), NAMES, VALUES),
    st.tuples(st.just("update"), PAIRS.map(dict)),
    st.tuples(st.just("__ior__"), PAIRS.map(dict)),
    st.tuples(st.just("add_vary_header"), VALUES.filter(bool)),
)
Raw = list[tuple[bytes, bytes]]


def raw(pairs: list[tuple[str, str]]) -> Raw:
    return [(name.lower().encode(), value.encode("latin-1")) for name, value in pairs]


def observed(headers: Any) -> list[object]:
    """All that the reading side of either mapping says."""
    names = ("a", "A", "b", "VARY", "nope")
    looked_up = [(headers.get(n), headers.getlist(n), n in headers) for n in names]
    listed = [
        headers.keys(),
        headers.values(),
        headers.items(),
        list(headers),
        len(headers),
    ]
    return [*listed, *looked_up, headers.raw, dict(headers), repr(headers)]


@current_reference
@given(PAIRS, st.lists(STEPS, max_size=6))
def test_model(pairs: list[tuple[str, str]], steps: list[tuple[Any, ...]]) -> None:
    """Any sequence of changes leaves what it leaves in the reference's mapping."""
    ours, theirs = MutableHeaders(raw=raw(pairs)), Reference(raw=raw(pairs))
    assert observed(ours) == observed(theirs)
    for name, *arguments in steps:
        ours_gave = getattr(ours, name)(*arguments)
        theirs_gave = getattr(theirs, name)(*arguments)
        if name == "setdefault":
            assert ours_gave == theirs_gave
        assert observed(ours) == observed(theirs)
    merged = observed(ours | {"C": "3"})
    assert merged == observed(theirs | {"C": "3"})
    assert observed(ours.mutablecopy()) == observed(theirs)


def test_copies_are_apart() -> None:
    """A copy, and a union, has a list of its own."""
    headers = MutableHeaders({"a": "1"})
    for copy in (headers.mutablecopy(), headers | {"b": "2"}):
        copy["a"] = "9"
    assert headers.raw == [(b"a", b"1")]


def test_equality() -> None:
    """Equal are the same fields in any order."""
    one, other = MutableHeaders({"a": "1", "b": "2"}), MutableHeaders(
        {"B": "2", "A": "1"}
    )
    assert one == other
    assert one != MutableHeaders({"a": "1"})
    assert one != {"a": "1", "b": "2"}


def test_odd_keys() -> None:
    """A key that is no name is not there."""
    headers = MutableHeaders({"a": "1"})
    assert 5 not in headers
    assert "\u20ac" not in headers
    assert headers.getlist("\u20ac") == []
    with pytest.raises(KeyError):
        headers["\u20ac"]


WRITES: dict[str, Callable[[MutableHeaders, Any, Any], object]] = {
    "set": MutableHeaders.__setitem__,
    "setdefault": MutableHeaders.setdefault,
    "append": MutableHeaders.append,
    "update": lambda headers, name, value: headers.update({"ok": "1", name: value}),
    "union": lambda headers, name, value: headers | {name: value},
}


@pytest.mark.parametrize("write", WRITES)
@pytest.mark.parametrize(
    ("name", "value", "error"),
    [
        ("x a", "1", ValueError),
        ("", "1", ValueError),
        ("é", "1", ValueError),
        ("x-a", "1\r\n2", ValueError),
        ("x-a", " 1", ValueError),
        ("x-a", "\u20ac", ValueError),
        ("Connection", "close", ValueError),
        ("Transfer-Encoding", "chunked", ValueError),
        ("Upgrade", "h2c", ValueError),
        ("Content-Length", "many", ValueError),
        ("x-a", 1, TypeError),
        ("x-a", None, TypeError),
    ],
)
def test_writes_are_checked(
    write: str, name: str, value: Any, error: type[Exception]
) -> None:
    """A refused field leaves the response as it was."""
    response = Response("a")
    before = list(response.raw_headers)
    with pytest.raises(error):
        WRITES[write](response.headers, name, value)
    assert response.raw_headers == before


@pytest.mark.parametrize("status_code", [101, 426])
def test_upgrade(status_code: int) -> None:
    """Upgrade may be set on 101 and 426."""
    response = Response(status_code=status_code)
    response.headers["Upgrade"] = "h2c"
    assert (b"upgrade", b"h2c") in response.raw_headers


def test_either_source() -> None:
    """Headers and a raw list exclude each other."""
    with pytest.raises(TypeError):
        MutableHeaders({"a": "1"}, [])


@pytest.mark.parametrize("wrong", [1, {"a"}, [("a", "1")], "a"])
def test_update_wants_a_mapping(wrong: Any) -> None:
    """What is no mapping is a TypeError."""
    headers = MutableHeaders()
    with pytest.raises(TypeError):
        headers |= wrong
    with pytest.raises(TypeError):
        headers | wrong
