"""Values of every header type: those that may be sent, and those that a constructor refuses.

Goes in: a parameter header. Comes out: strategies. What is "good" here is only likely to be
good: the oracle decides.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.resolve.specs import ParameterHeader

TOKEN = "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
LATIN_1 = "".join(map(chr, range(256)))
CONTROLS = "".join(map(chr, (*range(9), *range(10, 32), 127)))
VISIBLE = "".join(map(chr, range(0x21, 0x7F)))
FIELD = "\t " + VISIBLE + "".join(map(chr, range(0x80, 0x100)))
OPAQUE = VISIBLE.replace('"', "") + "\x80\xe9\xff"
OCTETS = "".join(c for c in VISIBLE if c not in '",;\\')

tokens = st.text(TOKEN, min_size=1, max_size=8)
any_text = st.text(LATIN_1, max_size=8)
wide_text = st.text(max_size=8)
"""Any characters, those beyond latin-1 and lone surrogates included."""
field_texts = st.text(FIELD, max_size=12).map(lambda text: text.strip(" \t"))
lists = st.sampled_from(
    [
        "Accept",
        "accept",
        "Accept,Accept-Encoding",
        "Accept, ACCEPT , Cookie",
        '"a, b", c',
        '"a\\", b",c',
        'a", b',
        ", ,a,,",
        "GET, POST",
        "get",
        "*",
        "",
    ]
)


@st.composite
def bad_texts(draw: st.DrawFn) -> str:
    """Text that no field value holds: a control, a blank at the edge, a character beyond latin-1."""
    before, after = draw(field_texts), draw(field_texts)
    wrong = st.sampled_from([*CONTROLS, "\u0100", "\u2028", "\U0001f600", "\ud800"])
    edge = st.sampled_from([" ", "\t"])
    return draw(
        st.one_of(
            wrong.map(lambda character: before + character + after),
            edge.map(lambda blank: blank + before),
            edge.map(lambda blank: after + blank),
        )
    )


aware = st.datetimes(
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))]
    )
)
seconds = st.integers(0, 2**40)
whole = st.timedeltas(timedelta(0), timedelta(10**6)).map(
    lambda duration: duration - timedelta(microseconds=duration.microseconds)
)

GOOD: dict[str, SearchStrategy[Any]] = {
    "str": field_texts,
    "int": st.integers(),
    "float": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9),
    "bool": st.booleans(),
    "date": aware,
    "duration": seconds | whole,
    "etag": st.text(OPAQUE, max_size=8),
    "weak_etag": st.text(OPAQUE, max_size=8),
    "url": st.text(max_size=12, alphabet=st.characters(exclude_categories=["Cs"])),
    "token": tokens,
}

BEYOND = datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))
"""In GMT it is the year 10000."""

BAD: dict[str, SearchStrategy[Any]] = {
    "str": bad_texts(),
    "int": st.floats() | st.booleans(),
    "float": st.sampled_from([float("nan"), float("inf"), 10**400, True, "1.5"]),
    "bool": st.sampled_from([0, 1, "true"]),
    "date": st.datetimes() | st.dates() | st.just(BEYOND),
    "duration": st.integers(max_value=-1) | st.just(timedelta(milliseconds=1)),
    "etag": bad_texts() | st.sampled_from(['"a"', "a b", 'W/"a"']),
    "weak_etag": bad_texts() | st.sampled_from(['"a"', "a b", 'W/"a"']),
    "url": st.just("/\ud800"),
    "token": bad_texts() | st.sampled_from(["", "a b", "a,b", "\xe9"]),
    "enum": bad_texts() | tokens,
}

strangers = st.sampled_from(
    [0, 1, -1.5, True, False, "", "x", b"", b"x", (), ["a"], {}, {"a"}, object(), ...]
)
"""Values of types that few parameters take."""


def members(header: ParameterHeader) -> SearchStrategy[Any]:
    """Likely members of a list, or the values of an enum."""
    type_name = header.member if header.type == "list" else header.type
    if type_name == "enum":
        return st.sampled_from(header.values)
    return GOOD[type_name or "str"]


def good(header: ParameterHeader) -> SearchStrategy[Any]:
    """What a caller passes on purpose; None where the parameter may be left out."""
    value = members(header)
    if header.type == "list":
        value = st.lists(value, max_size=3) | st.lists(value, max_size=3).map(tuple)
    return value if header.required else st.none() | value


def bad(header: ParameterHeader) -> SearchStrategy[Any]:
    """What a constructor refuses, as far as the type of the header can tell."""
    if header.type != "list":
        return st.one_of(BAD[header.type], strangers, st.none())
    inside = st.lists(BAD[header.member or "str"] | strangers, min_size=1, max_size=2)
    return st.one_of(inside, st.just(["a,b"]), st.just([""]), strangers, st.none())
