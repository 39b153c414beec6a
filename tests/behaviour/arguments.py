"""Calls of a generated class: what an application may pass, right and wrong.

Goes in: a spec. Comes out: a strategy of calls; most are right but for one argument at most.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.specs import ResponseSpec, arguments
from tests.behaviour import derived, values
from tests.behaviour.authors import User


@dataclass(frozen=True)
class Call:
    """Arguments of a constructor; `content` is passed first where the class has one."""

    content: tuple[object, ...]
    keywords: Mapping[str, Any]


def calls(spec: ResponseSpec) -> SearchStrategy[Call]:
    """Calls of the class, about half of them with one wrong argument or more."""
    slots = list(_slots(spec))
    none = st.just(frozenset[str]())
    one = st.sampled_from(slots).map(lambda slot: frozenset([slot]))
    some = st.frozensets(st.sampled_from(slots), max_size=2)
    return st.one_of(none, none, one, some).flatmap(lambda wrong: _call(spec, wrong))


def _slots(spec: ResponseSpec) -> dict[str, tuple[SearchStrategy[Any], ...]]:
    """Each argument: how it is when right, and how when wrong."""
    slots = {
        "status_code": (good_status(spec), BAD_STATUS),
        "headers": (good_headers(spec), bad_headers(spec)),
        "media_type": (GOOD_MEDIA_TYPE, BAD_MEDIA_TYPE),
    }
    if spec.content is not None:
        slots["content"] = (CONTENT[spec.renderer.name], st.one_of(*CONTENT.values()))
    for header, given in arguments(spec.headers):
        slots[given.parameter] = (values.good(header), values.bad(header))
    for param in spec.params:
        slots[param.name] = (derived.good(param), derived.BAD)
    return slots


@st.composite
def _call(draw: st.DrawFn, spec: ResponseSpec, wrong: frozenset[str]) -> Call:
    drawn: dict[str, Any] = {}
    for name, (good, bad) in _slots(spec).items():
        if name in wrong:
            drawn[name] = draw(bad)
        elif name in _needed(spec) or draw(st.booleans()):
            drawn[name] = draw(good)
    content = (drawn.pop("content"),) if "content" in drawn else ()
    return Call(content, drawn)


def _needed(spec: ResponseSpec) -> set[str]:
    required = {
        given.parameter for _, given in arguments(spec.headers) if given.required
    }
    params = {param.name for param in spec.params if param.required}
    return {"content", "headers", *required, *params}


# Content

CONTENT: dict[str, SearchStrategy[Any]] = {
    "json": values.documents
    | st.sampled_from([User("a"), [User("\xe9", float("nan"))], {1: 2}]),
    "text": st.none() | values.wide_text | st.binary(max_size=6),
    "html": st.binary(max_size=6).map(memoryview) | st.just("<p>"),
    "bytes": st.binary(max_size=6),
    "function": values.wide_text,
    "wrong": st.sampled_from(
        [float("nan"), {"a": [float("inf")]}, {1}, "\ud800", 1j, bytearray(b"a"), User]
    ),
}
"""By renderer; any is tried where a wrong one is wanted."""


# Status and media type


def good_status(spec: ResponseSpec) -> SearchStrategy[int]:
    if spec.status_locked:
        return st.just(spec.status_code)
    known = st.sampled_from([200, 201, 204, 205, 304, 404, 599, HTTPStatus.ACCEPTED])
    return known | st.integers(200, 599)


BAD_STATUS: SearchStrategy[Any] = st.one_of(
    st.integers(-1000, 1000),
    st.sampled_from([100, 199, 600, 2**70, True, False, 200.0, 204.0, "200", None]),
)
GOOD_MEDIA_TYPE = st.sampled_from(
    [
        None,
        "application/json",
        "text/plain",
        "Text/CSV; Header=absent",
        "text/html;charset=latin-1",
        'text/x; a="; charset=b"',
        'a/b;c="\xff\\""',
    ]
)
BAD_MEDIA_TYPE: SearchStrategy[Any] = st.one_of(
    values.wide_text,
    values.any_text.map(lambda text: f"text/plain; a={text}"),
    st.sampled_from(["", "text", "text/", "a/b;", "a/b; c", "a/b\r\nx: y", b"a/b", 1]),
)


# Headers of the caller

_OTHERS = [
    "X-Other",
    "x-other",
    "X-OTHER",
    "Link",
    "Content-Type",
    "content-type",
    "Content-Length",
    "CONTENT-LENGTH",
    "Content-Encoding",
    "Date",
]
_CONNECTION = [
    "Connection",
    "Keep-Alive",
    "Proxy-Connection",
    "TE",
    "Trailer",
    "Transfer-Encoding",
    "Upgrade",
    "te",
    "tRaIlEr",
]


def _case(name: str) -> SearchStrategy[str]:
    return st.sampled_from([name, name.lower(), name.upper(), name.swapcase()])


def _names(spec: ResponseSpec, locked: bool) -> SearchStrategy[str]:
    """Names in any case: above all declared ones, locked or not, but others too."""
    declared = [h.name for h in spec.headers if (h.policy == "locked") == locked]
    others = st.sampled_from(_OTHERS)
    mostly = st.sampled_from(declared) if declared else others
    # spelled in one way: it alone may repeat
    cookie = st.just("Set-Cookie")
    return st.one_of(mostly, mostly, mostly, others).flatmap(_case) | cookie


@st.composite
def _field(draw: st.DrawFn, spec: ResponseSpec) -> tuple[str, str]:
    name = draw(_names(spec, locked=False))
    if name.lower() == "content-length":
        return name, draw(st.integers(0, 8).map(str) | st.just("007"))
    joining = [h.name.lower() for h in spec.headers if h.policy == "append"]
    texts = values.lists if name.lower() in joining else values.field_texts
    return name, draw(texts | values.lists)


def good_headers(spec: ResponseSpec) -> SearchStrategy[dict[str, str] | None]:
    fields = st.lists(_field(spec), max_size=5).map(dict)
    return st.one_of(st.none(), fields, fields)


def bad_headers(spec: ResponseSpec) -> SearchStrategy[Any]:
    """A field that is refused among others that are not, or no mapping at all."""
    text = values.field_texts
    field = st.one_of(
        st.tuples(_names(spec, locked=True), text),
        st.tuples(st.sampled_from(_CONNECTION), text),
        st.tuples(_names(spec, locked=False), values.bad_texts() | values.strangers),
        st.tuples(values.wide_text | values.any_text, text),
        st.tuples(st.sampled_from([b"x-bytes", 1, None]), text),
        st.tuples(
            st.just("Content-Length"),
            st.sampled_from(["", "-1", "1 ", "1,1", "\xb2", "9" * 30]),
        ),
    )
    whole = st.lists(_field(spec), max_size=2).flatmap(
        lambda first: st.lists(field, min_size=1, max_size=2).map(
            lambda then: dict([*first, *then])
        )
    )
    return whole | st.sampled_from([[], [("a", "b")], "a: b", 0, False])
