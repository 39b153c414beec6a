"""What renderers write is read back as it was, whatever it holds: a property of each."""

from __future__ import annotations

import csv
import io
import re
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qsl
from xml.etree.ElementTree import Element, fromstring

import msgspec
import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.compiled import compiled

SCHEMA = """\
respgen: 1
responses:
  Table: {content: "list[list[Any]]", render: {csv: {header: false}}}
  Kept: {content: "list[list[Any]]", render: {csv: {header: false, formulas: keep, quoting: all}}}
  Tabbed: {content: "list[list[Any]]", render: {csv: {header: false, delimiter: "\\t"}}}
  Named: {content: "list[dict[str, Any]]", render: {csv: {columns: [a, b]}}}
  Document: {content: Any, render: xml}
  Packed: {content: Any, render: msgpack}
  Yaml: {content: Any, render: yaml}
  Form: {content: "list[tuple[str, str]]", render: form}
  Lines: {content: "list[Any]", render: ndjson}
"""
api = compiled(SCHEMA)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
NUMBER = re.compile(r"[-+]?([0-9.]+([eE][-+]?[0-9]+)?|inf|nan|Infinity|s?NaN)")
encodable = st.text(st.characters(codec="utf-8"))
hostile = st.builds(
    "".join, st.lists(st.sampled_from([*FORMULA, '"', "'", ",", ";", "\n", " ", "A1"]))
)
texts = encodable | hostile
cells = texts | st.none() | st.integers() | st.floats(allow_nan=False) | st.decimals()
rows = st.lists(st.lists(cells, min_size=2, max_size=3))


def read(body: bytes, delimiter: str = ",") -> list[list[str]]:
    # a cell may be as long as it likes, and hold NUL
    text = io.StringIO(body.decode(), newline="")
    return list(csv.reader(text, delimiter=delimiter, strict=True))


def shown(cell: object) -> str:
    """What stands in a cell, where nothing is escaped."""
    return "" if cell is None else cell if isinstance(cell, str) else str(cell)


def escaped(cell: object) -> str:
    text = shown(cell)
    return f"'{text}" if isinstance(cell, str) and text.startswith(FORMULA) else text


@given(rows)
def test_the_csv_module_reads_the_cells(table: list[list[Any]]) -> None:
    """Text, numbers and None, with `'` before what begins like a formula."""
    assert read(api.Table(table).body) == [[*map(escaped, row)] for row in table]
    kept = read(api.Kept(table).body)
    assert kept == [[*map(shown, row)] for row in table]


@pytest.mark.parametrize(("name", "delimiter"), [("Table", ","), ("Tabbed", "\t")])
@given(table=rows)
def test_no_cell_begins_a_formula(
    name: str, delimiter: str, table: list[list[Any]]
) -> None:
    """Unless it is a number."""
    for row in read(getattr(api, name)(table).body, delimiter):
        for cell in row:
            assert not cell.startswith(FORMULA) or NUMBER.fullmatch(cell)


@given(
    st.lists(st.fixed_dictionaries({}, optional={"a": cells, "b": cells, "c": cells}))
)
def test_mappings_have_the_columns(table: list[dict[str, Any]]) -> None:
    """Those of the schema, in its order; what a row lacks is empty."""
    head, *rest = read(api.Named(table).body)
    assert head == ["a", "b"]
    assert rest == [[escaped(row.get("a")), escaped(row.get("b"))] for row in table]


class Disguised(str):
    """A text that says of itself what it likes."""

    def __str__(self) -> str:
        return "1"

    def startswith(self, *given: object) -> bool:
        return False


class Number(int):
    def __str__(self) -> str:
        return "=1+1"

    __repr__ = __str__


class Balance(Decimal):
    def __str__(self) -> str:
        return "=1+1"


class Object:
    def __str__(self) -> str:
        return "=1+1"


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (Disguised("=1"), "'=1"),
        (Number(7), "7"),
        (Balance("1.5"), "'=1+1"),
        (Object(), "'=1+1"),
        (datetime(2024, 3, 5, tzinfo=UTC), "2024-03-05 00:00:00+00:00"),
        (True, "True"),
    ],
)
def test_what_a_cell_holds_is_written(cell: object, written: str) -> None:
    """Not what it says of itself, where it says a formula."""
    assert read(api.Table([[cell, "x"]]).body) == [[written, "x"]]


# XML

characters = st.text(
    st.characters(
        codec="utf-8",
        exclude_categories=["Cc", "Cs"],
        exclude_characters="\ufffe\uffff",
    )
    | st.sampled_from("\t\r\n<>&\"']]>")
)
names = st.from_regex(r"[A-Za-z_\xc0-\xd6][A-Za-z0-9_.\-\xb7]*", fullmatch=True)
documents = st.recursive(
    characters,
    lambda inner: st.dictionaries(names, inner, max_size=4)
    | st.lists(inner, max_size=4),
    max_leaves=12,
)


def same(element: Element, value: object) -> None:
    if isinstance(value, dict):
        assert [each.tag for each in element] == list(value)
        for each, inside in zip(element, value.values(), strict=True):
            same(each, inside)
    elif isinstance(value, list):
        assert {each.tag for each in element} <= {"item"}
        for each, inside in zip(element, value, strict=True):
            same(each, inside)
    else:
        assert (element.text or "", len(element)) == (value, 0)


@given(documents)
def test_elementtree_reads_the_document(value: object) -> None:
    """Names, order and every character."""
    same(fromstring(api.Document(value).body), value)


# expat knows the names of the fourth edition alone
@given(st.text() | st.text(st.characters(codec="ascii")))
def test_a_document_is_well_formed_or_refused(text: str) -> None:
    """Whatever a text or the name of an element holds."""
    named = [{text: text}, {"a": {text: [text]}}] if text.isascii() else []
    for value in (text, *named):
        try:
            body = api.Document(value).body
        except ValueError:
            continue
        fromstring(body)


# The others

floats = st.floats(allow_nan=False, allow_infinity=False)
plain = st.none() | st.booleans() | st.integers(-(2**63), 2**63) | texts | floats
values = st.recursive(
    plain,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(texts, inner, max_size=4),
    max_leaves=12,
)


@given(values)
def test_msgpack_is_read_back(value: object) -> None:
    """Every kind of plain value."""
    assert msgspec.msgpack.decode(api.Packed(value).body) == value


@given(values)
def test_yaml_is_read_back(value: object) -> None:
    """But for the line ends of Unicode, which PyYAML writes and then reads as others."""
    assume(not re.search(r"\\x85|\\u202[89]", repr(value)))
    assert yaml.safe_load(bytes(api.Yaml(value).body)) == value


@given(st.lists(st.tuples(texts, texts)))
def test_a_form_is_read_back(pairs: list[tuple[str, str]]) -> None:
    """A value adds no pair, and ends none."""
    body = bytes(api.Form(pairs).body).decode("ascii")
    assert parse_qsl(body, keep_blank_values=True) == pairs


@given(st.lists(values))
def test_lines_are_read_back(items: list[Any]) -> None:
    """One text a line: nothing inside of one ends it."""
    lines = bytes(api.Lines(items).body).split(b"\n")
    assert [msgspec.json.decode(line) for line in lines[:-1]] == items
    assert lines[-1] == b""
