"""The located JSON reader against RFC 8259, and against the standard library's."""

from __future__ import annotations

import json
import math
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from places import Halt, SchemaText, cut, mistakes, places, texts, value

from respgen.diagnostics import Problems
from respgen.load.json import read_json
from respgen.load.source import ENTRIES, decode, lines, unfit
from respgen.load.tree import Node, plain


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('{"a":1}', ["a@1:2-5=1:6-7"], id="one line"),
        pytest.param(
            '\ufeff{\r\n\t"é\u0301😀" :\r[ 1 ,\n"b" ] }',
            ["é\u0301😀@2:2-7=3:1-4:6", "-3:3-4", "-4:1-4"],
            id="BOM, tab, CR LF, CR, combining and non-BMP characters",
        ),
        pytest.param(
            '{"a": {"b": [{}, []]}}',
            ["a@1:2-5=1:7-22", "b@1:8-11=1:13-21", "-1:14-16", "-1:18-20"],
            id="nested",
        ),
        pytest.param('{"$schema": "x", "b": 2}', ["b@1:18-21=1:23-24"], id="$schema"),
        pytest.param('{"$schema": 1}', ["$schema@1:2-11=1:13-14"], id="$schema: 1"),
        pytest.param(
            '{"a": {"$schema": ""}}',
            ["a@1:2-5=1:7-22", "$schema@1:8-17=1:19-21"],
            id="$schema below the root",
        ),
        pytest.param(r'{"\"\u0061": "\\"}', ['"a@1:2-12=1:14-18'], id="escapes"),
    ],
)
def test_places(text: str, expected: list[str]) -> None:
    """Every key and every value has its exact place in characters."""
    assert places(text, "shop.json") == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("", "1:1-1 R001", id="empty"),
        pytest.param("{", "1:2-2 R001", id="open mapping"),
        pytest.param('{"a"\n', "2:1-1 R001", id="no colon"),
        pytest.param('{"a":}', "1:6-7 R001", id="no value"),
        pytest.param('{"a":1,}', "1:7-8 R001", id="trailing comma"),
        pytest.param('{"a":[1,]}', "1:8-9 R001", id="trailing comma in a list"),
        pytest.param('{,"a":1}', "1:2-3 R001", id="leading comma"),
        pytest.param('{"a":[1 2]}', "1:9-10 R001", id="no comma"),
        pytest.param('{"a":[1}', "1:8-9 R001", id="wrong bracket"),
        pytest.param("{a:1}", "1:2-3 R001", id="bare key"),
        pytest.param("{1:1}", "1:2-3 R001", id="number as key"),
        pytest.param('{"a": 01}', "1:7-9 R001", id="leading zero"),
        pytest.param('{"a": +1}', "1:7-9 R001", id="plus sign"),
        pytest.param('{"a": 1.}', "1:7-9 R001", id="no fraction"),
        pytest.param('{"a": 1٣}', "1:8-9 R001", id="Arabic digit"),
        pytest.param('{"a": NaN}', "1:7-10 R001", id="NaN"),
        pytest.param('{"a": -Infinity}', "1:7-16 R001", id="Infinity"),
        pytest.param('{"a": True}', "1:7-11 R001", id="True"),
        pytest.param("{'a': 1}", "1:2-3 R001", id="single quotes"),
        pytest.param('{"a": "b\n"}', "1:7-9 R001", id="line break in a string"),
        pytest.param('{"a": "b', "1:7-9 R001", id="open string"),
        pytest.param('{"a": "b\tc"}', "1:9-10 R001", id="tab in a string"),
        pytest.param(r'{"a": "\q"}', "1:8-9 R001", id="no such escape"),
        pytest.param(r'{"a": "\u12g4"}', "1:8-9 R001", id="no such digit"),
        pytest.param('{"a": 1} // b', "1:10-11 R001", id="comment"),
        pytest.param('{"a": 1}{}', "1:9-10 R001", id="second value"),
        pytest.param("[]", "1:1-3 R006", id="no mapping"),
        pytest.param(r'{"a": "b\ud800"}', "1:9-15 R013", id="lone surrogate"),
        pytest.param(r'{"\udc00": 1}', "1:3-9 R013", id="lone surrogate in a key"),
        pytest.param(r'{"a": "\ud800\u0041"}', "1:8-14 R013", id="half a pair"),
        pytest.param(r'{"a": "\u0000"}', "1:8-14 R013", id="escaped NUL"),
        pytest.param(r'{"a": "\f"}', "1:8-10 R013", id="escaped form feed"),
        pytest.param('{"a": 1,\n "a": 2}', "2:2-5 R004", id="duplicate key"),
        pytest.param(
            r'{"a": 1, "\u0061": 2}', "1:10-18 R004", id="duplicate by escape"
        ),
        pytest.param("[" * 65, "1:65-66 R008", id="too deep"),
        pytest.param("[" * 100_000, "1:65-66 R008", id="far too deep"),
        pytest.param('{"a": ' + "1" * 1001 + "}", "1:7-1008 R008", id="long integer"),
    ],
)
def test_mistakes(text: str, found: str) -> None:
    """Each mistake is found where it stands."""
    assert mistakes(text, "shop.json") == [found]


def test_several_mistakes_in_one_run() -> None:
    """Duplicate keys and unfit text do not end the reading."""
    text = r'{"a": "\ud800", "a": [{"b": 1, "b": 2}]}'
    assert mistakes(text, "shop.json") == [
        "1:8-14 R013",
        "1:17-20 R004",
        "1:32-35 R004",
    ]


def test_entries() -> None:
    """A mapping has 10,000 keys at most."""
    keys = [f'"{number}":0' for number in range(ENTRIES + 1)]
    assert len(str(value("{" + ",".join(keys[:-1]) + "}", "a.json"))) > ENTRIES
    assert str(mistakes("{" + ",\n".join(keys) + "}", "a.json")) == "['10001:1-8 R008']"


def test_big_numbers() -> None:
    """Integers keep every digit; what is too large for a float is infinite, as in Python."""
    assert value(
        '{"a": -1234567890123456789012345678901234567890, "b": 1e999}', "a.json"
    ) == {
        "a": -1234567890123456789012345678901234567890,
        "b": math.inf,
    }


def read_alone(text: str) -> Node | None:
    """The tree of any JSON text; None where it has a mistake."""
    problems = Problems()
    try:
        root = read_json(SchemaText.of("a.json", text, problems))
    except Halt:
        return None
    return None if len(problems) else root


def unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) != len(dict(pairs)) or any(unfit(key) for key, _ in pairs):
        raise ValueError("duplicate")
    if any(isinstance(value, str) and unfit(value) for _, value in pairs):
        raise ValueError("unfit")
    return dict(pairs)


def refuse(constant: str) -> None:
    raise ValueError(constant)


def standard(text: str) -> object:
    """What json.loads says under our rules; ... where it or they refuse."""
    try:
        # In a list, so that a text `$schema` of the root stays and lone texts are looked at.
        (root,) = json.loads(
            f'[{{"": {text}}}]', object_pairs_hook=unique, parse_constant=refuse
        )
    except (ValueError, RecursionError):
        return ...
    return root[""] if "\\" not in text or not _unfit_item(root) else ...


def _unfit_item(value: object) -> bool:
    if isinstance(value, list):
        return any(_unfit_item(item) for item in value)
    if isinstance(value, dict):
        return any(_unfit_item(item) for item in value.values())
    return isinstance(value, str) and unfit(value) is not None


ATOMS = ["{", "}", "[", "]", ",", ":", '"a"', '"', "1", "-", "0", ".5", "e+2", "true", "null",
    "NaN", "\\u0061", "\\ud83d", "\\ude00", "\\n", " ", "\n", "\r", "\t", "\u00a0", "é", "/", "'"]  # fmt: skip
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda node: st.lists(node, max_size=4) | st.dictionaries(st.text(), node, max_size=4),
    max_leaves=12,
)  # fmt: skip
WRITTEN = st.builds(
    json.dumps, JSON, ensure_ascii=st.booleans(), indent=st.none() | st.sampled_from([0, 2, "\t"])
)  # fmt: skip
SOUP = st.lists(st.sampled_from(ATOMS), max_size=12).map("".join)


@given(before=WRITTEN, soup=st.just("") | SOUP, data=st.data())
@example(before='"\\ud83d\\ude00"', soup="", data=None)
@example(before='"\\ude00\\ud83d"', soup="", data=None)
def test_as_the_standard_library(
    before: str, soup: str, data: st.DataObject | None
) -> None:
    """The same texts are accepted with the same values, but for what we refuse by design."""
    at = data.draw(st.integers(0, len(before))) if data else 0
    text = before[:at] + soup + before[at:]
    if decode("a.json", text.encode(), Problems()) is None or text.startswith("\ufeff"):
        return  # refused by design, in every format
    expected, root = standard(text), read_alone(text)
    assert (root is None) == (expected is ...)
    if root is not None:
        kept = (
            {k: v for k, v in expected.items() if k != "$schema"}
            if isinstance(expected, dict)
            else expected
        )
        assert repr(plain(root)) == repr(kept)


@given(text=WRITTEN)
def test_spans_hold_what_they_name(text: str) -> None:
    """What stands in the span of a scalar or a key is its text."""
    root = read_alone(text)
    if root is None:
        return
    for span, found in texts(root):
        assert json.loads(cut(lines(text), span), strict=False) == found
