"""Values of every header type: those that may be sent, and those that a constructor refuses.

Goes in: a parameter header. Comes out: strategies. What is "good" here is only likely to be
good: the oracle decides.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from starlette.datastructures import URL

from respgen.core.challenges import Challenge
from respgen.core.links import Link
from respgen.core.ranges import ContentRange, UnsatisfiedRange
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.core.timings import ServerTiming
from respgen.specs import HeaderSpec, ValueType
from tests.support.headers import argument_of

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
        '</a?b=1,2>; rel="next",<c>',
        "a (b, c), a",
        '{"a": [1, 2]},b',
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


def in_order(parts: tuple[int, int, int | None, str]) -> ContentRange:
    """A range whose positions lie in their order."""
    first, more, beyond, unit = parts
    last = first + more
    complete = None if beyond is None else last + 1 + beyond
    return ContentRange(first, last, complete, unit)


aware = st.datetimes(
    timezones=st.sampled_from(
        [UTC, timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))]
    )
)
seconds = st.integers(0, 2**40)
whole = st.timedeltas(timedelta(0), timedelta(10**6)).map(
    lambda duration: duration - timedelta(microseconds=duration.microseconds)
)

utf_texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
documents = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | utf_texts,
    lambda inner: st.lists(inner, max_size=3)
    | st.dictionaries(utf_texts, inner, max_size=3),
    max_leaves=6,
)
keys = st.text("abz*09_.-", min_size=1, max_size=4)
moments = st.datetimes(timezones=st.just(UTC))
bares = st.one_of(
    st.booleans(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.floats(-(10**11), 10**11),
    st.decimals(-(10**11), 10**11, places=4),
    st.text(VISIBLE + " ", max_size=6),
    st.binary(max_size=6),
    moments,
    tokens.map(lambda text: Token("t" + text)),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=4).map(DisplayString),
)
params = st.dictionaries(keys, bares, max_size=2)
items = bares | st.builds(Item, bares, params)
inner = st.lists(items, max_size=2)
structured = items | inner | st.builds(InnerList, inner, params)
relations = st.from_regex(
    r"[a-zA-Z][a-z0-9.\-]{0,3}(:[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=]{1,4})?",
    fullmatch=True,
)
links = st.builds(
    Link,
    st.text(max_size=8, alphabet=st.characters(exclude_categories=["Cs"])),
    relations,
    st.dictionaries(tokens, any_text, max_size=2),
)
directives: SearchStrategy[Any] = st.fixed_dictionaries(
    {},
    optional={
        "max_age": seconds | whole,
        "s_maxage": seconds,
        "no_cache": st.booleans() | st.lists(tokens, max_size=2),
        "private": st.booleans(),
        "public": st.booleans(),
        "no_store": st.booleans(),
        "immutable": st.booleans(),
        "stale_if_error": whole,
    },
)
quotable = st.text(FIELD, max_size=6)
token68 = st.from_regex(r"[A-Za-z0-9\-._~+/]{1,6}={0,2}", fullmatch=True)
challenges = st.builds(
    Challenge,
    tokens | st.just("Digest"),
    st.dictionaries(tokens | st.sampled_from(["realm", "stale"]), quotable, max_size=3)
    | token68,
)
positions = st.integers(0, 2**70)
ranges = st.one_of(
    st.tuples(positions, positions, st.none() | positions, tokens).map(in_order),
    st.builds(UnsatisfiedRange, positions, tokens | st.just("bytes")),
)
digests = st.dictionaries(keys, st.binary(max_size=6), max_size=2).flatmap(
    lambda others: st.just(others)
    | st.binary(min_size=32, max_size=32).map(lambda sha: {"sha-256": sha, **others})
)
steps = st.builds(
    ServerTiming,
    tokens,
    st.none() | whole | st.floats(0, 1e9) | st.integers(0, 2**70),
    st.none() | st.text(FIELD, max_size=6),
)
names = st.text(st.characters(exclude_categories=["Cs"], min_codepoint=0x20))

GOOD: dict[str, SearchStrategy[Any]] = {
    "str": field_texts,
    "int": st.integers(),
    "float": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9),
    "bool": st.booleans(),
    "date": aware,
    "duration": seconds | whole | st.floats(0, 2**40) | st.timedeltas(timedelta(0)),
    "etag": st.text(OPAQUE, max_size=8),
    "weak_etag": st.text(OPAQUE, max_size=8),
    "url": utf_texts | utf_texts.map(URL),
    "token": tokens,
    "json": documents,
    "media_type": st.sampled_from(["text/plain", 'a/b;c="\xe9"', "A/B; q=1"]),
    "content_disposition": names,
    "link": st.lists(links, max_size=2),
    "cache_control": directives,
    "challenge": st.lists(challenges, min_size=1, max_size=2),
    "content_range": ranges,
    "digest": digests,
    "server_timing": st.lists(steps, max_size=2),
    "sf_string": st.text(VISIBLE + " ", max_size=6),
    "sf_token": tokens.map(lambda text: "t" + text),
    "sf_integer": st.integers(-(10**15) + 1, 10**15 - 1),
    "sf_decimal": st.floats(-(10**11), 10**11) | st.decimals(-9, 9),
    "sf_boolean": st.booleans(),
    "sf_bytes": st.binary(max_size=6),
    "sf_date": moments,
    "sf_list": st.lists(structured, max_size=3) | st.tuples(structured),
    "sf_dict": st.dictionaries(keys, structured, max_size=3),
}

strangers = st.sampled_from(
    [0, 1, -1.5, True, False, "", "x", b"", b"x", (), ["a"], {}, {"a"}, object(), ...]
)
"""Values of types that few parameters take."""


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
    "json": st.sampled_from([float("nan"), {1}, "\ud800", [b"a"], object()]),
    "media_type": bad_texts() | st.sampled_from(["", "text", "a/b;c"]),
    "content_disposition": any_text | st.just("\ud800"),
    "link": st.sampled_from([[Link("/", "")], [Link("/", "a\nb")], ["/"], "/"])
    | st.lists(links, max_size=2),
    "cache_control": st.sampled_from(
        [{"max_age": -1}, {"max_age": True}, {"public": 1}, {"no_cache": "a"}, {"x": 1}]
    ),
    "challenge": st.lists(
        st.builds(Challenge, any_text, st.dictionaries(any_text, any_text) | any_text),
        max_size=2,
    )
    | st.builds(Challenge, tokens)
    | st.just([Challenge("Basic", {"Realm": "a", "realm": "b"})]),
    "content_range": st.builds(
        ContentRange, st.integers(), st.integers(), st.integers(), any_text
    )
    | st.builds(UnsatisfiedRange, st.integers() | st.none(), any_text)
    | st.sampled_from(["bytes 0-1/2", (0, 1, 2), ContentRange(True, 1)]),
    "digest": st.dictionaries(any_text, st.binary(max_size=3) | any_text, max_size=2)
    | st.sampled_from([{"sha-256": b"short"}, [("md5", b"")], {"md5": "text"}]),
    "server_timing": st.lists(
        st.builds(ServerTiming, any_text, st.floats() | st.none(), any_text),
        max_size=2,
    )
    | st.sampled_from([ServerTiming("a"), ["a"], [ServerTiming("a", -1)]])
    | st.sampled_from([[ServerTiming("a", timedelta(-1))], [ServerTiming("a", True)]]),
    "sf_string": wide_text | st.just(b"a"),
    "sf_token": any_text,
    "sf_integer": st.integers() | st.floats() | st.booleans(),
    "sf_decimal": st.floats() | st.decimals() | st.just("1"),
    "sf_boolean": st.sampled_from([0, 1, "?1"]),
    "sf_bytes": wide_text | st.just(bytearray(b"a")),
    "sf_date": st.datetimes() | st.integers(),
    "sf_list": st.lists(strangers, max_size=3) | st.just([[[1]]]),
    "sf_dict": st.dictionaries(any_text, strangers | structured, max_size=3),
}


def members(of: ValueType) -> SearchStrategy[Any]:
    """Likely members of a list, or the values of an enum."""
    type_name = of.member if of.word == "list" else of.word
    if type_name == "enum":
        return st.sampled_from(of.values)
    return GOOD[type_name or "str"]


def good(header: HeaderSpec) -> SearchStrategy[Any]:
    """What a caller passes on purpose; None where the parameter may be left out."""
    value = members(header.type)
    if header.type.word == "list":
        value = st.lists(value, max_size=3) | st.lists(value, max_size=3).map(tuple)
    return value if argument_of(header).required else st.none() | value


def bad(header: HeaderSpec) -> SearchStrategy[Any]:
    """What a constructor refuses, as far as the type of the header can tell."""
    of = header.type
    if of.word != "list":
        return st.one_of(BAD[of.word], strangers, st.none())
    inside = st.lists(BAD[of.member or "str"] | strangers, min_size=1, max_size=2)
    return st.one_of(inside, st.just(["a,b"]), st.just([""]), strangers, st.none())
