"""The encoders: whatever the text, the source is one literal that says exactly that text."""

from __future__ import annotations

import ast
import inspect
import math
import re

import black
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from respgen.emit.source import docstring, dotted, identifier, literal

# quotes, backslashes, every kind of line break, invisible, bidi and unpaired characters, and what
# tools read in comments
HARD = st.lists(
    st.sampled_from(
        [
            *(
                "'",
                '"',
                '"""',
                "'''",
                "\\",
                "\\\\",
                "{",
                "}",
                "{{ x }}",
                "#",
                " ",
                "  ",
                "\t",
            ),
            *(
                "\n",
                "\r",
                "\v",
                "\f",
                "\x1c",
                "\x85",
                "\u2028",
                "\u2029",
                "\x00",
                "\x7f",
            ),
            *(
                "\u202e",
                "\u2066",
                "\u200b",
                "\ufeff",
                "\ud800",
                "\udfff",
                "é",
                "中",
                "\U0001f389",
            ),
            *("# fmt: off", "# type: ignore", "coding:utf_7", "a", "word", "N{DASH}"),
        ]
    ),
    max_size=12,
).map("".join)
TEXTS = HARD | st.text(max_size=40) | st.text(alphabet=st.characters(), max_size=40)

INVISIBLE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2066-\u2069\ufeff\ud800-\udfff]"
)


def stable(source: str) -> bool:
    return black.format_str(source, mode=black.Mode()) == source


@given(TEXTS)
def test_a_text_literal_says_its_text(text: str) -> None:
    """literal(text) evaluates to the text, is visible, and is what black would write."""
    source = literal(text).text
    assert ast.literal_eval(source) == text
    assert not INVISIBLE.search(source)
    assert "\n" not in source
    assert stable(f"x = {source}\n")


@given(st.binary(max_size=40))
def test_a_bytes_literal_says_its_bytes(value: bytes) -> None:
    """literal(bytes) evaluates to the bytes, in ASCII, and is what black would write."""
    source = literal(value).text
    assert ast.literal_eval(source) == value
    assert source.isascii()
    assert stable(f"x = {source}\n")


@given(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
)
def test_a_plain_literal_says_its_value(value: float | None) -> None:
    """Numbers, truth values and None come back from the source as they were."""
    source = literal(value).text
    assert ast.literal_eval(source) == value
    assert stable(f"x = {source}\n")


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan])
def test_a_float_beyond_all_is_called_by_its_name(value: float) -> None:
    """`inf` alone would be a name that no module has."""
    source = literal(value).text
    assert source == f'float("{value}")'
    assert repr(eval(source)) == repr(value)
    assert stable(f"x = {source}\n")


@given(st.lists(TEXTS, max_size=3))
def test_a_tuple_literal_says_its_members(values: list[str]) -> None:
    """A tuple of one stays a tuple."""
    assert ast.literal_eval(literal(tuple(values)).text) == tuple(values)


@pytest.mark.parametrize("indent", [0, 4, 8])
@given(text=TEXTS)
def test_a_docstring_says_its_text(text: str, indent: int) -> None:
    """The cleaned docstring is the cleaned text; black leaves it alone; nothing in it is hidden."""
    # versions of Python disagree whether a margin may be of other white space than blanks
    assume(not re.search(r"^[ \t]*[^\S \t\n]", text, re.MULTILINE))
    source = docstring(text, indent).text
    assert not INVISIBLE.search(source)
    body = f'{"    " * (indent // 4)}{source}\n'
    heads = ["class A:\n", "    def f(self) -> None:\n"][: indent // 4]
    module = "".join(heads) + body
    node = ast.parse(module).body[0]
    for _ in heads[1:]:
        assert isinstance(node, ast.ClassDef)
        node = node.body[0]
    holder = ast.parse(module) if indent == 0 else node
    assert isinstance(holder, ast.Module | ast.ClassDef | ast.FunctionDef)
    found = ast.get_docstring(holder, clean=False)
    assert found is not None
    # lines of nothing but white space at the end of a text are not part of it
    wanted = re.sub(r"(\n\s*)+\Z", "", inspect.cleandoc(text))
    assert inspect.cleandoc(found).startswith(wanted) or not text.strip()
    assert stable(module)


@pytest.mark.parametrize(
    "text", ["", "1a", "a b", "a-b", "class", "é", "a\n", "a.b", "None", "ﬁ", "a;b"]
)
def test_an_identifier_is_one(text: str) -> None:
    """What is no ASCII name never becomes source, whatever the checks before let pass."""
    with pytest.raises(ValueError, match="not an identifier"):
        identifier(text)


@pytest.mark.parametrize(
    "text", ["", ".", "a..b", "a.1", "os; import sys", "..a", "a.b "]
)
def test_a_dotted_name_is_made_of_identifiers(text: str) -> None:
    """Import paths become source part by part."""
    with pytest.raises(ValueError, match="not an identifier"):
        dotted(text)
