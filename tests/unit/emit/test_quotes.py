"""Single quotes: the same program, with the quotes that need fewer escapes."""

from __future__ import annotations

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.emit.quotes import single_quoted
from respgen.emit.source import docstring, literal

QUOTES = st.text("'\"\\ a\n\t{}é", max_size=8)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('x = "a"', "x = 'a'"),
        ('x = ""', "x = ''"),
        ('x = "it\'s"', 'x = "it\'s"'),
        ("x = '\"'", "x = '\"'"),
        ('x = "it\'s \\"q"', "x = 'it\\'s \"q'"),
        ('x = rb"\\"a"', "x = rb'\\\"a'"),
        ('x = r"it\'s"', 'x = r"it\'s"'),
        ('x = f"{x!a} y"', "x = f'{x!a} y'"),
        ("x = f\"{', '.join(a)}\"", "x = f'{\", \".join(a)}'"),
        ("x = f\"{', '.join(a)} it's\"", "x = f\"{', '.join(a)} it's\""),
        ("x = f'\"{text}\"'", "x = f'\"{text}\"'"),
        ('x = 1  # "a"', 'x = 1  # "a"'),
        ('"""A "docstring"."""', '"""A "docstring"."""'),
    ],
)
def test_the_quotes_of_ruff(text: str, expected: str) -> None:
    assert single_quoted(text) == expected


@given(st.lists(QUOTES | QUOTES.map(str.encode), max_size=3), QUOTES)
def test_no_value_changes(values: list[str | bytes], about: str) -> None:
    """Whatever an author writes, each literal keeps its value and its length."""
    lines = [docstring(about, 0).text, *(f"({literal(v).text}, 1)" for v in values)]
    text = "\n".join(lines)
    quoted = single_quoted(text)
    assert ast.dump(ast.parse(quoted)) == ast.dump(ast.parse(text))
    assert [*map(len, quoted.split("\n"))] == [*map(len, text.split("\n"))]
