"""Layout: what it writes is what black would leave alone, at any width."""

from __future__ import annotations

import ast

import black
from hypothesis import given
from hypothesis import strategies as st

from respgen.emit.layout import (
    Expression,
    Group,
    Sum,
    call,
    laid_out,
    list_of,
    pair,
    signature,
)
from respgen.emit.source import code, literal

ATOMS = st.text(alphabet="abcdef ", max_size=30).map(literal)


def _groups(inner: st.SearchStrategy[Expression]) -> st.SearchStrategy[Expression]:
    several = st.lists(inner, min_size=1, max_size=4)
    return st.one_of(
        several.map(lambda items: call(code("function"), *items)),
        several.map(list_of),
        st.tuples(inner, inner).map(lambda both: pair(*both)),
        st.tuples(ATOMS, ATOMS).map(lambda two: list_of([Sum(*two), literal("x")])),
        inner.map(lambda item: Group(code("("), (item,), code(")"), is_tuple=True)),
    )


EXPRESSIONS: st.SearchStrategy[Expression] = st.recursive(ATOMS, _groups, max_leaves=12)
WIDTHS = st.sampled_from([40, 60, 79, 88, 100, 120])


@given(EXPRESSIONS, WIDTHS)
def test_an_assignment_is_black_stable(expression: Expression, width: int) -> None:
    """`name = expression` in a function body is as black writes it."""
    statement = laid_out(expression, 4, width, len("name = ")).text
    module = f"def f():\n    name = {statement}\n"
    assert black.format_str(module, mode=black.Mode(line_length=width)) == module


PARAMETERS = (code("self"), code("value: str"), code("*"), code("path: str = literal"))


@given(st.integers(1, len(PARAMETERS)), st.integers(30, 70))
def test_a_signature_is_black_stable(count: int, width: int) -> None:
    """So is what a function begins with, one parameter or several."""
    found = PARAMETERS[: 1 if count == 3 else count]
    head = laid_out(signature(code("set_cookie"), found, code("None")), 0, width)
    module = head.text + "\n    pass\n"
    assert black.format_str(module, mode=black.Mode(line_length=width)) == module


@given(EXPRESSIONS, WIDTHS)
def test_layout_changes_no_meaning(expression: Expression, width: int) -> None:
    """Laid out or on one line, it is the same expression."""
    wide = ast.dump(ast.parse(laid_out(expression, 0, 10_000).text))
    assert ast.dump(ast.parse(laid_out(expression, 0, width).text)) == wide
