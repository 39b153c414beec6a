"""Arguments that no one passes on purpose: refused by name, or nothing but one clean field is sent."""

from __future__ import annotations

import re
from collections import UserDict, UserList, UserString
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta, tzinfo
from decimal import Decimal
from fractions import Fraction
from functools import partial
from itertools import product
from pathlib import PurePath
from typing import Any
from unittest.mock import Mock

import pytest

from respgen.fields import TYPES
from respgen.specs import (
    NAME,
    Argument,
    CookieSignature,
    CookieSpec,
    CookieUse,
    HeaderSpec,
    ImportPath,
    JsonDocument,
    ParamSpec,
    Pattern,
    Read,
    Ref,
    Template,
    Whole,
)
from tests.behaviour import strategies
from tests.behaviour.authors import User
from tests.behaviour.derived import PARAMS
from tests.behaviour.disguises import liars
from tests.behaviour.running import classes
from tests.behaviour.strategies import Family, Member
from tests.support.headers import SPAN, argument, header, value_type
from tests.support.presets import preset

pytestmark = pytest.mark.slow

WIRE = re.compile(rb"(?![\t ])[\t\x20-\x7e\x80-\xff]*(?<![\t ])")


class _Zone(tzinfo):
    """Of no fixed offset: it raises nothing, and says what no zone says."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        return timedelta(hours=23, minutes=59, seconds=59, microseconds=999_999)

    dst = utcoffset

    def tzname(self, moment: datetime | None) -> str:
        return "a\r\nb"


class _Text:
    """No text, though it says so."""

    def __str__(self) -> str:
        return "a\r\nX-Injected: 1"

    __repr__ = __str__


class _Formatted(_Text):
    """It has a text form, which no field can have."""

    def __format__(self, _: str) -> str:
        return str(self)


def _nested() -> list[Any]:
    whole: list[Any] = []
    whole.append(whole)
    return whole


TEXTS = [
    *("", " ", "\r\n", "a\r\nX-Injected: 1", "a\nb", "a\0b", "\x7f", "\t", "a\tb"),
    *(
        ",",
        ";",
        '"',
        "\\",
        '"\\',
        "a,b",
        "a;b",
        "a b",
        "\xa0",
        "\x85",
        "\xff",
        "\u0100",
    ),
    *("\u2028", "\U0001f600", "\ud800", "*", "@", "%", "%0d%0a", "{}", "{0.x}", "%s"),
    *(
        "__class__",
        "nan",
        "NaN",
        "1e999",
        "-",
        "-0",
        "+1",
        "1_0",
        "\u0661",
        "a" * 9_000,
    ),
]
NUMBERS = [
    *(0, -1, 2**63, 10**400, 10**700, -(10**700), 1.5, -0.0, 1e308, 5e-324),
    *(float("nan"), float("inf"), float("-inf"), 1j, Fraction(1, 3), True, False),
    *map(Decimal, ("1E+1000000", "1E-1000000", "-1E+1000000", "0E+1000000", "NaN")),
    *map(Decimal, ("sNaN", "Infinity", "9" * 700, "1." + "9" * 700)),
]
MOMENTS = [
    *(datetime.min, datetime.max, date.min, timedelta.max, timedelta.min),
    *(datetime.min.replace(tzinfo=_Zone()), datetime.max.replace(tzinfo=UTC)),
    *(datetime(2020, 1, 1, tzinfo=_Zone()), timedelta(microseconds=1)),
]
OTHERS: list[Callable[[], Any]] = [
    *(
        lambda: None,
        lambda: ...,
        object,
        lambda: object,
        lambda: print,
        _Text,
        _Formatted,
    ),
    *(lambda: Mock(), lambda: Mock(spec=str), lambda: Mock(spec=int)),
    *(lambda: Mock(spec=datetime), lambda: Mock(spec=dict), lambda: Mock(spec=list)),
    *(lambda: b"a\r\nb", lambda: bytearray(b"a"), lambda: memoryview(b"a")),
    *(list, lambda: [""], lambda: [None], _nested, lambda: [["a"]], lambda: ("a\r\n",)),
    *(dict, lambda: {"": ""}, lambda: {"a": "b\r\n"}, lambda: {1: 2}, lambda: {"a"}),
    *(
        lambda: {"a": _nested()},
        lambda: {None: None},
        lambda: {"max_age": Decimal("1E+9999")},
    ),
    *(
        lambda: (x for x in "ab"),
        lambda: range(3),
        lambda: iter("a"),
    ),
    *(
        lambda: UserString("a\r\nb"),
        lambda: UserList(["a"]),
        lambda: UserDict({"a": "b"}),
    ),
    *(
        lambda: PurePath("/a\nb"),
        lambda: User("a"),
        lambda: User,
        lambda: ValueError("a\r\n"),
    ),
]
VALUES: list[Callable[[], Any]] = [
    *((lambda value=value: value) for value in (*TEXTS, *NUMBERS, *MOMENTS)),
    *((lambda value=value: value) for text in TEXTS[:4] for value in liars(text)),
    *((lambda value=value: value) for value in liars(7)),
    *OTHERS,
]


given: Any = None
"""What generated code reads, as of a project's settings."""


def read() -> Any:
    """What a function of the project returns."""
    return given


GIVEN = ImportPath("tests.behaviour.test_hostile", "read")


@contextmanager
def _given(value: Any) -> Iterator[None]:
    global given
    given = value
    yield
    given = None


def _typed() -> Iterator[tuple[str, HeaderSpec]]:
    """One header of each type, and lists of those that lists may be of."""
    members = (word for word, row in TYPES.items() if row.listable)
    words = [*TYPES, *(f"list[{word}]" for word in members)]
    for word in words:
        if word != "list":
            of = value_type(word, ("a", "b") if "enum" in word else ())
            yield word, argument("X-Given", "given", of)
            yield f"{word} that is read", header("X-Given", Read(GIVEN), of)


def _filled() -> Iterator[tuple[str, HeaderSpec]]:
    for fill, name in (("url", "variant"), ("text", "variant"), ("nonce", "nonce")):
        pattern = Pattern(("/a/", "/b"), (name,))
        of = value_type("url" if fill == "url" else "str")
        yield f"{fill} template", header("X-Given", Template(pattern, fill), of)  # type: ignore[arg-type]  # each is one of the words
    realm = Pattern(('Bearer realm="', '"'), ("variant",))
    yield "quoted template", header(
        "X-Given", Template(realm, "quoted"), value_type("str")
    )
    variant = "variant"
    document: dict[str, Any] = {
        "whole": Whole(variant),
        "part": (Pattern(("a", "b"), (variant,)), 1),
    }
    yield "document", header("X-Given", JsonDocument(document), value_type("json"))


HEADERS = {**dict(_typed()), **dict(_filled())}


def _allowed(response: Any, names: set[bytes]) -> None:
    """Every field is one that was declared, on one line."""
    for name, value in response.raw_headers:
        assert name in names | {b"content-length", b"content-type"}, (name, value)
        assert type(value) is bytes, value
        assert WIRE.fullmatch(value), value


def _refusal(make: Callable[[], Any]) -> str | None:
    """The message of the error, None where there is none."""
    try:
        make()
    except (ValueError, TypeError) as error:
        return str(error)
    return None


@pytest.mark.parametrize("word", HEADERS)
def test_headers(word: str) -> None:
    """A parameter of every type and a place of every template, whatever is given."""
    declared, name = HEADERS[word], "given"
    params: tuple[ParamSpec, ...] = ()
    if isinstance(declared.origin, Template | JsonDocument):
        name = declared.origin.parameters[0]
        params = (PARAMS[name],)
    spec = strategies.plain_response("Answer", headers=(declared,), params=params)
    for cls in classes(Family((), (Member(spec, 0, None),)), 0):
        for value, listed in product(VALUES, (False, True)):

            def answer(
                cls: Any = cls, value: Any = value, listed: bool = listed
            ) -> None:
                made = [value()] if listed else value()
                if isinstance(declared.origin, Read):
                    with _given(made):
                        _allowed(cls(""), {b"x-given"})
                else:
                    _allowed(cls("", **{name: made}), {b"x-given"})

            message = _refusal(answer)
            assert message is None or message.startswith("x-given: "), message


ATTRIBUTES = ("path", "domain", "max_age", "samesite", "secure", "partitioned")
ENCODINGS = ("plain", "percent", "base64url", "json")
"""Those whose values may be spread and signed, too."""
_ARGUMENTS = {each: Argument(each, required=False) for each in ATTRIBUTES}
_SIGNED = CookieSignature(GIVEN, 60)
COOKIES = {
    **{
        encoding: preset(
            "given", key="k-{place}-c", encoding=encoding, origins=_ARGUMENTS
        )
        for encoding in (*ENCODINGS, "quoted")
    },
    **{
        f"{encoding} in parts": preset(
            *("given",), key="k-{place}-c", encoding=encoding, chunks=True
        )
        for encoding in ENCODINGS
    },
    **{
        f"{encoding}, signed": preset(
            *("given",), key="k-{place}-c", encoding=encoding, sign=_SIGNED
        )
        for encoding in ENCODINGS
    },
    **{
        f"{each} that is read": preset(
            "given", key="k-{place}-c", origins={each: Read(GIVEN)}
        )
        for each in ATTRIBUTES
    },
    "a name that is read": preset("given", origins={NAME: Read(GIVEN)}),
}


@pytest.mark.parametrize("kind", COOKIES)
def test_cookies(kind: str) -> None:
    """A value of every encoding, a place of the name, every attribute and a secret, whatever is given."""
    spec = COOKIES[kind]
    use = CookieUse(Ref("common", "given"), spec, None, SPAN, SPAN)
    member = Member(strategies.plain_response("Answer", cookies=(use,)), 0, None)
    words = ("value", *(() if spec.reads_name else ("place",)), *spec.origins)
    for cls in classes(Family((spec,), (member,)), 0):
        for value, word in product(VALUES, words):
            made = value()
            own = {} if spec.origins.get(word) == Read(GIVEN) else {word: made}
            place = {} if spec.reads_name else {"place": "p"}
            setting = {"value": "v"} | place | own
            with _given(made if not own else "k" * 32 if spec.sign else None):
                _answers(cls, spec, setting)


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_secrets(encoding: str) -> None:
    """Whatever is read for the secret: it signs, or the cookie says that it does not."""
    spec = COOKIES[f"{encoding}, signed"]
    use = CookieUse(Ref("common", "given"), spec, None, SPAN, SPAN)
    member = Member(strategies.plain_response("Answer", cookies=(use,)), 0, None)
    for cls in classes(Family((spec,), (member,)), 0):
        for value in VALUES:
            with _given(value()):
                _answers(cls, spec, {"value": "v", "place": "p"})


def _arguments(spec: CookieSpec) -> set[str]:
    """The attributes that callers give."""
    return {name for name, of in spec.origins.items() if isinstance(of, Argument)}


def _answers(cls: Any, spec: CookieSpec, setting: dict[str, Any]) -> None:
    """A set and a deletion: refused by name, or clean lines of this cookie."""
    # whoever deletes says where the cookie lives
    scope = {each: None for each in ("path", "domain") if each in _arguments(spec)}
    kept = ("place", "path", "domain")
    deletion = scope | {each: setting[each] for each in kept if each in setting}
    acts: dict[str, dict[str, Any]] = {"set": setting, "delete": deletion}
    for act, words in acts.items():
        response = cls("")
        message = _refusal(partial(getattr(response, f"{act}_given_cookie"), **words))
        assert message is None or message.startswith("cookie "), message
        _allowed(response, {b"set-cookie"})
        lines = [v for n, v in response.raw_headers if n == b"set-cookie"]
        name = rb"[!#$%&'*+.^_`|~\w-]+=" if spec.reads_name else rb"k-"
        assert all(re.match(name, line) for line in lines)
