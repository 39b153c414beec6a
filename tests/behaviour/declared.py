"""Declarations of headers, as resolve leaves them of valid schemas.

What comes out are strategies: of one header, and of a whole list with what is inherited.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, timedelta
from keyword import iskeyword
from typing import Any, get_args

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from starlette.datastructures import URL

from respgen.core.structured import InnerList
from respgen.fields import TYPES
from respgen.fields.types import encoded
from respgen.kinds import KINDS
from respgen.specs import Controls, HeaderSpec, Rounding, ValueType
from respgen.vocabulary.members import MEMBERS
from tests.behaviour import values
from tests.behaviour.derived import PARAMS, derived
from tests.support.headers import SPAN as SPAN
from tests.support.headers import argument, constant

# Names whose parameters generated code uses itself stand among them.
FIELD_NAMES = [
    "X-Request-ID",
    "ETag",
    "Vary",
    "Allow",
    "Cache-Control",
    "Link",
    "WWW-Authenticate",
    "Content-Range",
    "X-Frame-Options",
    "Location",
    "Retry-After",
    "Last-Modified",
    "Access-Control-Allow-Methods",
    "Content-Language",
    "Date",
    "X_A",
    "x-lower",
    "X.!#$%&'*+^`|~",
    "Value",
    "Cookie",
    "Super",
    "Len",
    "Bytes",
    "Partial",
    "Datetime",
    "Timedelta",
    "Utc",
    "Field-Value",
    "Merge-Headers",
    "List",
    "Self",
    "Class",
    "Response",
    "Dumps",
    "Names",
    "Raw",
]
LIST_NAMES = [
    *("Vary", "Allow", "Access-Control-Allow-Methods", "Link", "WWW-Authenticate"),
]


POSITIONAL = [
    each.name for row in KINDS.values() for each in row.parameters(row.options())
]


def parameter_name(field: str, place: int) -> str:
    """Lower case, `-` to `_`; where that is no name for a parameter, what `as:` would say."""
    name = field.lower().replace("-", "_")
    taken = iskeyword(name) or name in (*MEMBERS, *POSITIONAL, *PARAMS, "self")
    return name if name.isidentifier() and not taken else f"parameter_{place}"


@st.composite
def headers(draw: st.DrawFn, name: str, place: int) -> HeaderSpec:
    """A declaration of one header."""
    policies = ["overridable", "overridable", "locked", "append"]
    policy = draw(st.sampled_from(policies + ["append"] * 4 * (name in LIST_NAMES)))
    if draw(st.booleans()):
        text = draw(values.lists if policy == "append" else values.field_texts)
        return constant(name, text, policy=policy)
    if draw(st.integers(0, 3)) == 0:
        return draw(derived(name, policy))
    kind = draw(st.sampled_from([*sorted(TYPES), "list", "list", "enum"]))
    member = (
        draw(st.sampled_from(sorted(w for w, row in TYPES.items() if row.listable)))
        if kind == "list"
        else None
    )
    texts = draw(_choices) if "enum" in (kind, member) else ()
    of = draw(_types(kind, member, texts, policy))
    required = draw(st.booleans())
    default = None if required else draw(defaults(name, of))
    parameter = parameter_name(name, place)
    return argument(name, parameter, of, required, default, policy=policy)


_SEPARATORS = [", ", ", ", ",", "; ", " ", " | "]


@st.composite
def _types(
    draw: st.DrawFn, kind: str, member: str | None, texts: tuple[str, ...], policy: str
) -> ValueType:
    """A type, with what its schema says beside its word."""
    marks = [", "] if kind != "list" or policy == "append" else _SEPARATORS
    spaced = "json" in (kind, member) and draw(st.booleans())
    of = ValueType(kind, member, texts, draw(st.sampled_from(marks)), spaced)
    if "duration" in (kind, member):
        return replace(of, rounding=draw(st.sampled_from(get_args(Rounding))))
    if "content_disposition" in (kind, member):
        return replace(of, controls=draw(st.sampled_from(get_args(Controls))))
    return of


_choices = st.lists(
    values.field_texts.filter(lambda text: text and not {*text} & {*",; |"}),
    min_size=1,
    max_size=3,
    unique=True,
).map(tuple)


def defaults(name: str, of: ValueType) -> SearchStrategy[Any]:
    """None, or a value as resolve leaves it: dates whole seconds in UTC, durations seconds."""
    if of.member == "date":
        return st.none()  # a date has a comma: no list holds one
    value = _default_member(of)
    if of.word == "list":
        inside = value.filter(lambda member: member != "" and "," not in str(member))
        value = st.lists(inside, max_size=2).map(tuple)
    return st.none() | value.filter(lambda one: sendable(name, of, one))


def sendable(name: str, of: ValueType, value: Any) -> bool:
    """Whether the schema may say so: what cannot be sent is an error there."""
    try:
        encoded(name, of, value, strictly=True)
    except ValueError:
        return False
    return True


def _default_member(of: ValueType) -> SearchStrategy[Any]:
    kind = of.member if of.word == "list" else of.word
    if kind == "duration":
        return values.seconds
    if kind == "date":
        return st.datetimes().map(lambda at: at.replace(microsecond=0, tzinfo=UTC))
    return values.members(of).map(frozen)


def frozen(value: Any) -> Any:
    """A value as resolve leaves it: sequences are tuples, durations seconds."""
    match value:
        case list() | tuple():
            return tuple(map(frozen, value))
        case dict():
            return {key: frozen(inside) for key, inside in value.items()}
        case InnerList(items, params):
            return InnerList(frozen(items), params)
        case timedelta():
            return int(value.total_seconds())
        case URL():
            return str(value)
        case _:
            return value


@st.composite
def header_lists(
    draw: st.DrawFn, inherited: tuple[HeaderSpec, ...] = ()
) -> tuple[HeaderSpec, ...]:
    """Inherited headers, some replaced in their place and some removed, then further ones."""
    if inherited and draw(st.booleans()):
        return inherited
    taken = {header.name.lower() for header in inherited}
    kept = []
    for place, header in enumerate(inherited):
        fate = draw(st.sampled_from(["keep", "keep", "keep", "replace", "remove"]))
        if fate == "replace":
            spelled = draw(st.sampled_from([header.name, header.name.upper()]))
            kept.append(draw(headers(spelled, place)))
        elif fate == "keep":
            kept.append(header)
    free = [name for name in FIELD_NAMES if name.lower() not in taken]
    lists = [name for name in LIST_NAMES if name in free]
    names = draw(
        st.lists(
            st.sampled_from(free) | st.sampled_from(lists or free),
            unique=True,
            max_size=5,
        )
    )
    places = range(len(inherited), len(inherited) + len(names))
    return (*kept, *(draw(headers(n, p)) for n, p in zip(names, places, strict=True)))
