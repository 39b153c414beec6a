"""Structured fields: the encoders and the parser, held to the working group's own cases."""

from __future__ import annotations

from base64 import b32decode
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core import structured
from respgen.core.dates import UNIX_EPOCH
from respgen.core.fields import FIELD_VALUE
from respgen.core.grammar import compiled
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.core.structured_text import parse_sf_dict, parse_sf_item, parse_sf_list
from tests.support.corpora import corpus, json_corpus

PARSERS: dict[str, Callable[[str], Any]] = {
    "item": parse_sf_item,
    "list": parse_sf_list,
    "dictionary": parse_sf_dict,
}
ENCODERS: dict[str, Callable[[str, Any], bytes]] = {
    "item": structured.sf_item,
    "list": structured.sf_list_value,
    "dictionary": structured.sf_dict_value,
}
DESIGN = {
    "syntactic max date - 999,999,999,999,999": "a datetime ends with the year 9999",
    "syntactic min date - -999,999,999,999,999": "a datetime begins with the year 1",
}
"""Cases that the specification leaves open and we refuse, each with its reason."""


def cases() -> Iterator[dict[str, Any]]:
    """Every case of the corpus."""
    folder = corpus("structured-field-tests")
    for path in sorted(folder.rglob("*.json")):
        if path.parent.name != "schema":
            yield from json_corpus(str(path.relative_to(folder.parent)))


# What the corpus writes for Python values


def bare(written: Any) -> Any:
    if not isinstance(written, dict):
        return Decimal(repr(written)) if isinstance(written, float) else written
    kinds: dict[str, Callable[[Any], Any]] = {
        "token": Token,
        "displaystring": DisplayString,
        "binary": b32decode,
        "date": lambda seconds: UNIX_EPOCH + timedelta(seconds=seconds),
    }
    return kinds[written["__type"]](written["value"])


def member(written: list[Any]) -> Any:
    value, params = written
    named = {key: bare(each) for key, each in params}
    if isinstance(value, list):
        items = tuple(member(each) for each in value)
        return InnerList(items, named) if named else items
    return Item(bare(value), named) if named else bare(value)


def value(kind: str, written: Any) -> Any:
    if kind == "item":
        return member(written)
    if kind == "list":
        return tuple(member(each) for each in written)
    return {key: member(each) for key, each in written}


def tried(make: Callable[..., Any], *given: Any) -> Any:
    """What it makes, or the ValueError."""
    try:
        return make(*given)
    except ValueError as error:
        return error


def parsed(case: dict[str, Any]) -> str:
    """How the parser does: every raw form is refused, or read exactly."""
    found = tried(PARSERS[case["header_type"]], ", ".join(case["raw"]))
    if isinstance(found, ValueError):
        if case.get("must_fail"):
            return "passed"
        return "refused" if case["name"] in DESIGN else "failed"
    if case.get("must_fail"):
        return "failed"
    # repr: 1, True and Decimal("1.0") are equal to Python
    expected = value(case["header_type"], case["expected"])
    same = repr(plain(found)) == repr(plain(expected))
    return "passed" if same else "failed"


def plain(found: Any) -> Any:
    """With decimals of one spelling."""
    if isinstance(found, Decimal):
        return found.normalize()
    if isinstance(found, dict):
        return {key: plain(each) for key, each in found.items()}
    if isinstance(found, tuple):
        return tuple(map(plain, found))
    if isinstance(found, Item):
        return Item(plain(found.value), plain(found.params))
    if isinstance(found, InnerList):
        return InnerList(plain(found.items), plain(found.params))
    return found


def written(case: dict[str, Any]) -> str:
    """How the encoders do: the canonical form, or a refusal."""
    expected = value(case["header_type"], case["expected"])
    found = tried(ENCODERS[case["header_type"]], "x", expected)
    if case.get("must_fail"):
        return "passed" if isinstance(found, ValueError) else "failed"
    canonical = ", ".join(case.get("canonical", case.get("raw", [])))
    return "passed" if found == canonical.encode() else "failed"


def counted(make: Callable[[dict[str, Any]], str], key: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    failed: list[str] = []
    for case in cases():
        if key in case and case["name"] not in (DESIGN if key == "expected" else ()):
            counts[make(case)] += 1
            failed += [case["name"]] if make(case) == "failed" else []
    assert failed == []
    return counts


def test_corpus_is_parsed() -> None:
    """What must fail is refused, all else is read exactly; two open cases we refuse."""
    assert counted(parsed, "raw") == {"passed": 1589, "refused": len(DESIGN)}


def test_corpus_is_serialised() -> None:
    """Every value has its canonical form; values that have none are refused."""
    assert counted(written, "expected") == {"passed": 1269}


# Both directions

KEYS = st.from_regex(r"[a-z*][a-z0-9_.*\-]{0,5}", fullmatch=True)
SECONDS = st.integers(-62135596800, 253402300799)
BARE = st.one_of(
    st.booleans(),
    st.integers(-(10**15) + 1, 10**15 - 1),
    st.integers(-(10**15) + 1, 10**15 - 1).map(lambda n: Decimal(n) / 1000),
    st.text(st.characters(min_codepoint=0x20, max_codepoint=0x7E)),
    st.binary(),
    SECONDS.map(lambda n: datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=n)),
    st.from_regex(r"[A-Za-z*][!#$%&'*+.^_`|~:/0-9A-Za-z-]*", fullmatch=True).map(Token),
    st.text(st.characters(exclude_categories=["Cs"])).map(DisplayString),
)
PARAMS = st.dictionaries(KEYS, BARE, min_size=1, max_size=3)
ITEMS = BARE | st.builds(Item, BARE, PARAMS)
TUPLES = st.lists(ITEMS, max_size=3).map(tuple)
MEMBERS = ITEMS | TUPLES | st.builds(InnerList, TUPLES, PARAMS)


def same(kind: str, value: Any) -> bool:
    """Whether a value reads back the same, from what a field may hold."""
    sent = ENCODERS[kind]("x", value).decode("ascii")
    assert compiled(FIELD_VALUE).fullmatch(sent)
    return repr(plain(PARSERS[kind](sent))) == repr(plain(value))


@given(ITEMS)
def test_items_read_back(item: Any) -> None:
    """parse(serialise(x)) is x."""
    assert same("item", item)


@given(st.lists(MEMBERS, max_size=4).map(tuple))
def test_lists_read_back(members: Any) -> None:
    """The same of Lists, the empty one included."""
    assert same("list", members)


@given(st.dictionaries(KEYS, MEMBERS, max_size=4))
def test_dictionaries_read_back(members: Any) -> None:
    """The same of Dictionaries."""
    assert same("dictionary", members)


@given(st.text(max_size=12) | st.text('()";,=?:@%*aA0.- \\', max_size=20))
def test_text_is_read_or_refused(text: str) -> None:
    """Whatever text it is, the parser raises ValueError or gives what can be sent."""
    for kind, parse in PARSERS.items():
        found = tried(parse, text)
        if not isinstance(found, ValueError):
            assert same(kind, found)


# Values that no structured field has


WRONG: dict[str, tuple[Callable[..., bytes], object, type[Exception]]] = {
    "string with a line break": (structured.sf_string_value, "a\nb", ValueError),
    "string beyond ASCII": (structured.sf_string_value, "\xe9", ValueError),
    "string of bytes": (structured.sf_string_value, b"a", TypeError),
    "empty token": (structured.sf_token_value, "", ValueError),
    "token of digits": (structured.sf_token_value, "1a", ValueError),
    "integer of 16 digits": (structured.sf_integer_value, 10**15, ValueError),
    "integer that is a bool": (structured.sf_integer_value, True, TypeError),
    "decimal that is rounded up": (
        structured.sf_decimal_value,
        Decimal("999999999999.9995"),
        ValueError,
    ),
    "infinite decimal": (structured.sf_decimal_value, float("inf"), ValueError),
    "decimal that is none": (structured.sf_decimal_value, Decimal("NaN"), ValueError),
    "decimal of text": (structured.sf_decimal_value, "1.5", TypeError),
    "number for a truth value": (structured.sf_boolean_value, 1, TypeError),
    "text for bytes": (structured.sf_bytes_value, "a", TypeError),
    "naive date": (structured.sf_date_value, datetime(2026, 1, 1), ValueError),
    "lone surrogate": (structured.sf_display_value, "\ud800", ValueError),
    "None in a list": (structured.sf_list_value, [None], TypeError),
    "text for a list": (structured.sf_list_value, "a, b", TypeError),
    "list in an inner list": (structured.sf_list_value, [[[1]]], TypeError),
    "buffer in a list": (structured.sf_list_value, [bytearray(b"a")], TypeError),
    "key in capitals": (structured.sf_dict_value, {"Key": 1}, ValueError),
    "key that is a number": (structured.sf_dict_value, {1: 1}, TypeError),
    "pairs for a dictionary": (structured.sf_dict_value, [("a", 1)], TypeError),
    "parameters that are a list": (structured.sf_item, Item(1, []), TypeError),  # type: ignore[arg-type]  # that is the point
}


@pytest.mark.parametrize(("encode", "value", "error"), WRONG.values(), ids=WRONG)
def test_refusals(
    encode: Callable[..., bytes], value: object, error: type[Exception]
) -> None:
    """What has no form on the wire raises, naming the field."""
    with pytest.raises(error, match="x-field"):
        encode("x-field", value)


RIGHT: dict[str, tuple[Callable[..., bytes], object, bytes]] = {
    "float": (structured.sf_decimal_value, 0.1, b"0.1"),
    "whole decimal": (structured.sf_decimal_value, 5, b"5.0"),
    "no minus before nothing": (structured.sf_decimal_value, -0.0001, b"0.0"),
    "date before 1970": (
        structured.sf_date_value,
        datetime(1969, 12, 31, 23, 59, 59, 500000, tzinfo=UTC),
        b"@-1",
    ),
    "sequence as an inner list": (
        structured.sf_list_value,
        [["a", Token("b")], Item(True, {"q": 0.5, "x": True})],
        b'("a" b), ?1;q=0.5;x',
    ),
    "true in a dictionary": (
        structured.sf_dict_value,
        {"a": True, "b": Item(True, {"c": 1}), "d": False, "e": InnerList([], {})},
        b"a, b;c=1, d=?0, e=()",
    ),
    "display string": (
        structured.sf_display_value,
        'f\xfc% "x"\x7f',
        b'%"f%c3%bc%25 %22x%22%7f"',
    ),
}


@pytest.mark.parametrize(("encode", "value", "wire"), RIGHT.values(), ids=RIGHT)
def test_wire_forms(encode: Callable[..., bytes], value: object, wire: bytes) -> None:
    """What stands on the wire."""
    assert encode("x-field", value) == wire
