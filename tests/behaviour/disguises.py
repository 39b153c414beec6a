"""Values that are one thing and say that they are another: members of Enums, and subclasses that lie.

Goes in: an argument. Comes out: a strategy of arguments that hold the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, tzinfo
from decimal import Decimal
from enum import Enum
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from respgen.core.challenges import Challenge
from respgen.core.links import Link
from respgen.core.ranges import ContentRange, UnsatisfiedRange
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.core.timings import ServerTiming


def _lie(*_: Any, **__: Any) -> Any:
    return "a\r\nX-Injected: 1"


class _Text(str):
    __slots__ = ()
    encode = isascii = isprintable = strip = lower = replace = translate = _lie
    startswith = endswith = join = partition = __str__ = __format__ = __iter__ = _lie


class _Integer(int):
    __str__ = __repr__ = __format__ = __index__ = __int__ = __lt__ = __abs__ = _lie


class _Float(float):
    __str__ = __repr__ = __format__ = __float__ = __lt__ = __abs__ = _lie


class _Bytes(bytes):
    __bytes__ = __len__ = __iter__ = decode = join = _lie


class _Moment(datetime):
    astimezone = isoformat = utcoffset = toordinal = timestamp = __sub__ = _lie
    __str__ = __format__ = strftime = _lie


class _Span(timedelta):
    total_seconds = __str__ = __floordiv__ = __lt__ = __pos__ = _lie


class _Decimal(Decimal):
    adjusted = quantize = is_finite = __str__ = __format__ = __abs__ = __lt__ = _lie


def _moment(value: datetime) -> datetime:
    zone: tzinfo | None = value.tzinfo
    return _Moment.combine(value.date(), value.time(), zone)


_LIARS: dict[type, Any] = {
    str: _Text,
    int: _Integer,
    float: _Float,
    bytes: _Bytes,
    datetime: _moment,
    timedelta: lambda value: _Span(
        days=value.days, seconds=value.seconds, microseconds=value.microseconds
    ),
    Decimal: _Decimal,
}
_CORE = (
    Challenge,
    ContentRange,
    DisplayString,
    InnerList,
    Item,
    Link,
    ServerTiming,
    Token,
    UnsatisfiedRange,
)


def _members(value: Any, mixed: bool) -> Iterator[SearchStrategy[Any]]:
    """`class Region(str, Enum)`, the idiom of old, or an Enum of its own."""
    own = [type(value)] if type(value) in (str, int, float, bytes) else []
    kinds = own if mixed else [*own, None]
    for kind in kinds:
        yield st.builds(_member, st.just(value), st.just(kind))


def _member(value: Any, kind: type | None) -> Any:
    Member = Enum("Member", [("one", value)], type=kind)  # noqa: N806  # a class
    return next(iter(Member))


def disguised(value: Any, mixed: bool = False) -> SearchStrategy[Any]:
    """What holds the same as `value`, whole or inside; `mixed` Enums alone are instances of their type."""
    kind = type(value)
    if kind in _LIARS:
        lie = st.builds(_LIARS[kind], st.just(value))
        return st.one_of(st.just(value), lie, *_members(value, mixed))
    if kind in (list, tuple):
        inside = st.tuples(*(disguised(each, mixed) for each in value))
        return inside.map(kind)
    if kind is dict:
        pairs = (st.tuples(_key(k), disguised(v, mixed)) for k, v in value.items())
        return st.tuples(*pairs).map(dict)
    if kind in _CORE:
        names = kind.__dataclass_fields__
        parts = (disguised(getattr(value, name), mixed) for name in names)
        return st.builds(kind, *parts)
    return st.just(value)


def _key(key: Any) -> SearchStrategy[Any]:
    return st.just(key) | st.just(_Text(key)) if type(key) is str else st.just(key)


def liars(value: Any) -> Iterator[Any]:
    """Every disguise of a value: a subclass that lies, and Enums."""
    yield _LIARS[type(value)](value)
    yield _member(value, type(value))
    yield _member(value, None)
