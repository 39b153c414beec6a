"""What core refuses: one error for a value, which has its field and its reason apart."""

from __future__ import annotations

import contextlib
import pickle
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from functools import partial
from typing import Any

import pytest

from respgen.core import (
    cookie_attributes,
    cookies,
    fields,
    filling,
    quoting,
    statuses,
)
from respgen.core.challenges import Challenge
from respgen.core.digests import digest_value
from respgen.core.grammar import FieldError
from respgen.core.links import Link
from respgen.core.ranges import ContentRange, UnsatisfiedRange
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.core.timings import ServerTiming
from respgen.core.values import enum_value, list_value
from respgen.fields import TYPES

Encoder = Callable[[str, Any], object]

# More digits than Python writes (sys.set_int_max_str_digits)
LARGE = 10**5000
CYCLE: list[object] = []
CYCLE.append(CYCLE)
WEST = timezone(timedelta(hours=-23))
EAST = timezone(timedelta(hours=23))
SCALARS: tuple[object, ...] = (
    *(None, True, False, 0, 1, -1, LARGE, -LARGE, 10**30, object(), int),
    *(0.0, -0.0, 1.5, 1e300, float("inf"), float("-inf"), float("nan"), 1j),
    *("", " ", "\t", "a", "a b", "a,b", 'a"b', "\\", "a\r\nb", "\0", "\x7f", "\x85"),
    *("\xe9", "\u65e5\u672c", "\ud800", "*", "%", "W/", "a" * 5000, "a/b;c=d", "/"),
    *(b"", b"a", b"\xff", bytearray(b"a"), memoryview(b"a")),
    *map(Decimal, ("0", "NaN", "sNaN", "-Infinity", "1e999999", "1e-999999")),
    *(datetime(2026, 1, 1), datetime.min, datetime.max, datetime.max.date()),
    *(datetime.min.replace(tzinfo=EAST), datetime.max.replace(tzinfo=WEST)),
    datetime(2026, 1, 1, tzinfo=UTC),
    *(timedelta.max, timedelta.min, timedelta(0), timedelta(microseconds=1)),
    *(Token(""), Token("a"), DisplayString("\ud800"), DisplayString("")),
)
NO_TEXT: Any = 1
MADE: tuple[object, ...] = (
    *([], (), {}, set(), CYCLE, [[]], [CYCLE], {"a": CYCLE}, range(3), iter(())),
    *(
        Token(NO_TEXT),
        DisplayString(NO_TEXT),
        InnerList(NO_TEXT),
        InnerList([], NO_TEXT),
    ),
    *(Item("a", NO_TEXT), Item("a", {"A": 1}), Item(Token(""))),
    *(Link("a", "b", NO_TEXT), Link("a", "b", {"rel": "c"}), Link("a", "b", {"": "c"})),
    *(Challenge("a", {}), Challenge("a", {"b": "c", "B": "d"})),
    *(ContentRange(1, 0), ContentRange(0, 1, 1), UnsatisfiedRange(-1)),
    *(ServerTiming(""), ServerTiming("a", -1), ServerTiming("a", None, "\n")),
)


def _holding(part: Any) -> Iterator[object]:
    """What has a value somewhere inside."""
    yield from ([part], (part, part), {"a": part})
    if isinstance(part, str | int | bytes | None):
        yield from ({part: "a"}, {part: part})
    yield from (InnerList([part]), Item(part), Item("a", {"b": part}))
    yield from (Link(part, "a"), Link("a", part), Link("a", "b", {"c": part}))
    yield from (Challenge(part), Challenge("a", part), Challenge("a", {"b": part}))
    yield from (ContentRange(part, 1), ContentRange(0, part), ContentRange(0, 1, part))
    yield from (ContentRange(0, 1, None, part), UnsatisfiedRange(part))
    yield from ([ServerTiming(part)], [ServerTiming("a", part)])
    yield [ServerTiming("a", None, part)]
    yield from ({"max_age": part}, {"private": part}, {"no_cache": [part]})
    yield from ({"sha-256": part}, {"public": part}, {"b": Item(part)})


def _inside() -> Iterator[object]:
    for part in SCALARS:
        for made in _holding(part):
            yield made
            if not isinstance(made, list | tuple | dict):
                yield [made]


HOSTILE = (*SCALARS, *MADE, *([made] for made in MADE), *_inside())

CHOICES = ("a", "\r")
ARGUED = ("list", "enum")  # these take more than the value
ENCODERS: dict[str, Encoder] = {
    **{word: row.encode for word, row in TYPES.items() if word not in ARGUED},
    "enum": partial(enum_value, values=CHOICES),
    **{
        f"list[{word}]": partial(list_value, encode=row.encode)
        for word, row in TYPES.items()
        if word not in ARGUED
    },
    "digest": digest_value,
    "field name": lambda _, value: fields.field_name(value),
    "length": lambda _, value: fields.merge_headers([], {"a": value}, status_code=200),
    "headers": lambda _, value: fields.merge_headers([], value, status_code=200),
    "field": lambda _, value: fields.checked_field("content-length", value, 200),
    "text": lambda name, value: filling.filled(name, "{}", value),
    "url": lambda name, value: filling.filled_url(name, "{}", value),
    "nonce": lambda name, value: filling.filled_nonce(name, "{}", value),
    "status": lambda _, value: statuses.final_status(value),
    "cookie name": lambda _, value: cookies.cookie_name(value),
    "plain cookie": cookies.plain_cookie,
    "percent cookie": cookies.percent_cookie,
    "base64url cookie": cookies.base64url_cookie,
    "json cookie": cookies.json_cookie,
    "quoted cookie": quoting.quoted_cookie,
    **{
        f"cookie {name}": lambda _, value, name=name: (  # type: ignore[misc]  # mypy infers no type of such a lambda
            cookie_attributes.cookie_attributes(**{name: value})
        )
        for name in ("max_age", "expires", "path", "domain", "samesite", "priority")
    },
    **{
        f"checked cookie {name}": lambda _, value, name=name: (  # type: ignore[misc]  # as above
            cookie_attributes.cookie_attributes(
                "__Host-a", **{"secure": True, name: value}
            )
        )
        for name in ("max_age", "path", "domain", "secure", "samesite", "partitioned")
    },
}


@pytest.mark.parametrize("encode", ENCODERS.values(), ids=ENCODERS)
def test_only_field_errors(encode: Encoder) -> None:
    """A value that cannot be sent raises FieldError, a wrong type TypeError, nothing else."""
    for value in HOSTILE:
        with contextlib.suppress(FieldError, TypeError):
            encode("x", value)


def test_the_error_is_a_value_error() -> None:
    """Callers that catch ValueError get it, and another process reads it as it was."""
    error = FieldError("etag", "a secret")
    assert isinstance(error, ValueError)
    read = pickle.loads(pickle.dumps(error))
    assert (str(read), read.field, read.reason) == (
        "etag: a secret",
        "etag",
        "a secret",
    )
