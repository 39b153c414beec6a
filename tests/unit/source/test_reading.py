"""No bytes of a file give a traceback: a tree, or where it stops and what would help."""

from __future__ import annotations

import ast
import codecs
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.source.reading import MOST, Unread, display_lines, tree

PYTHON = f"Python {sys.version_info.major}.{sys.version_info.minor}"


def unread(data: bytes) -> Unread:
    with pytest.raises(Unread) as caught:
        tree(data)
    return caught.value


@pytest.mark.parametrize(
    ("data", "lines"),
    [
        pytest.param(b"x = 1\r\ny = 2\r\n", ("x = 1", "y = 2", ""), id="CRLF"),
        pytest.param(b"x = 1\ry = 2", ("x = 1", "y = 2"), id="CR"),
        pytest.param(codecs.BOM_UTF8 + b"x = 1", ("x = 1",), id="BOM"),
        pytest.param(codecs.BOM_UTF8 + b"# coding: utf-8\n", ("# coding: utf-8", ""), id="BOM and a declaration"),
        pytest.param(b"# coding: latin-1\nx = '\xe9'", ("# coding: latin-1", "x = 'é'"), id="latin-1"),
        pytest.param(b"#!/bin/python\n# vim: fileencoding=cp1252\nx = '\x80'", ("#!/bin/python", "# vim: fileencoding=cp1252", "x = '€'"), id="second line"),
        pytest.param(b"\n\n# coding: latin-1\nx = '\xc3\xa9'", ("", "", "# coding: latin-1", "x = 'é'"), id="too late"),
        pytest.param(b"if 1:\n\tx\n\ty", ("if 1:", "\tx", "\ty"), id="tabs"),
        pytest.param(b"\x0cx\x0c\ny", ("\x0cx\x0c", "y"), id="form feeds"),
        pytest.param("x = '\u2028\x85'".encode(), ("x = '\u2028\x85'",), id="line ends of others"),
        pytest.param(b"", ("",), id="empty"),
    ],
)  # fmt: skip
def test_what_can_be_read(data: bytes, lines: tuple[str, ...]) -> None:
    """Its lines are those that the tree counts."""
    body = tree(data).body
    assert display_lines(data) == lines
    last = max((each.end_lineno or 0 for each in body), default=1)
    assert last <= len(lines)


@pytest.mark.parametrize(
    ("data", "place", "message", "advice"),
    [
        (b"x = '\xe9'", (1, 1), "byte 0xe9 is not valid in utf-8", "save it as UTF-8"),
        (b"a\nb\n'\xff'", (3, 1), "byte 0xff is not valid in utf-8", "declare the encoding"),
        (b"# coding: cp1252\n'\x81'", (2, 1), "byte 0x81 is not valid in cp1252", "save it as UTF-8"),
        (b"# coding: klingon\nx", (1, 1), "unknown encoding: klingon", "such as # coding: utf-8"),
        (b"# coding: rot13\nx", (1, 1), "the encoding of the file cannot be read", "declare one"),
        ("x = 1".encode("utf-16"), (1, 1), "the file is UTF-16", "save it as UTF-8"),
        (b"x = 1\n\0", (2, 1), "the file has a null byte", "remove the null byte"),
        (b"x = 1\ny = (\n", (2, 5), f"{PYTHON} cannot parse the file: '(' was never", "correct it"),
        (b"print 'x'", (1, 1), "(it looks like Python 2)", "convert it to Python 3"),
        (b"x = 1 <> 2", (1, 7), "(it looks like Python 2)", "convert it to Python 3"),
        (b"-" * 100_000 + b"1", (1, 1), "nested too deep", "split the longest expression"),
        (b"1+" * 50_000 + b"1", (1, 1), "nested too deep", "split the longest expression"),
        (b"x\n" * MOST, (1, 1), f"the file has {2 * MOST:,} bytes", "split it"),
    ],
    ids=lambda value: "",
)  # fmt: skip
def test_what_cannot_be_read(
    data: bytes, place: tuple[int, int], message: str, advice: str
) -> None:
    """It says where it stops, what is missing, and what to do; to exclude the file helps always."""
    found = unread(data)
    assert (found.line, found.column) == place
    assert message in found.message
    assert advice in found.advice
    assert found.advice.endswith("or exclude the file in [tool.respgen.source]")


@pytest.mark.parametrize(
    ("text", "minor", "words"),
    [
        ("type Name = str", 12, "type statements"),
        ("def f[T](x: T): ...", 12, "type parameters"),
        ("class A[T]: ...", 12, "type parameters"),
        ("class A[T = int]: ...", 13, "defaults of type parameters"),
        ("x = f'{a['b']}'", 12, "f-strings with any expression"),
        ("x = f'{a + '\\n'}'", 12, "f-strings with any expression"),
        ("x = f'{\na\n}'", 12, "f-strings with any expression"),
        ("x = t'{a}'", 14, "template strings"),
        ("try: ...\nexcept KeyError, ValueError: ...", 14, "except clauses"),
        ("lazy import json", 15, "lazy imports"),
    ],
)
def test_a_newer_python(text: str, minor: int, words: str) -> None:
    """The version that reads the file is named, and no other where this one does."""
    if sys.version_info >= (3, minor):
        assert isinstance(tree(text.encode()), ast.Module)
        return
    found = unread(text.encode())
    assert f"({words}" in found.message
    assert f"came with Python 3.{minor})" in found.message
    assert f"run respgen with Python 3.{minor} or later" in found.advice


@pytest.mark.parametrize(
    "text",
    ["x = f'{a", "type = = 1", "def f(:", "x = 'it", "except A, e:", "class A(:"],
)
def test_a_mistake_needs_no_newer_python(text: str) -> None:
    assert "came with" not in unread(text.encode()).message


@given(st.binary(max_size=40) | st.text(max_size=40).map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """There is a tree, or the place of a line that is there."""
    lines = display_lines(data)
    line = column = 1
    try:
        tree(data)
    except Unread as found:
        line, column = found.line, found.column
    assert 1 <= line <= len(lines) + 1
    assert column >= 1
