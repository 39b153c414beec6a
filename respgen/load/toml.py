"""TOML 1.0 with places.

Goes in: the text of a file. Comes out: the located tree, or `Halt` after a noted mistake.
Dates and times are text in ISO form.
"""

from __future__ import annotations

from itertools import pairwise

from respgen.load.cursor import Cursor
from respgen.load.source import SchemaText
from respgen.load.toml_scalars import bare
from respgen.load.toml_strings import line_string, string
from respgen.load.toml_tables import KeyPart, Table, TableKind
from respgen.load.tree import Mapping, Node, Scalar, Sequence

_BLANK = r"[ \t]*"
GAP = r"(?:[ \t]|\r?\n|#[^\r\n]*)*+"
"""What may stand between statements: blanks, line breaks, comments."""
_REST = r"[ \t]*(?:#[^\r\n]*)?"
_BREAK = r"\r?\n"
_BARE_KEY = r"[A-Za-z0-9_-]+"


def read_toml(source: SchemaText) -> Mapping:
    """The tree of a TOML text; keys that cannot be added are noted and left out."""
    cursor = Cursor(source)
    root = section = Table(source, 1, 0, 0, TableKind.HEADER)
    cursor.match(GAP)
    while cursor.peek():
        if cursor.peek() == "[":
            section = _header(cursor, root)
        else:
            _pair(cursor, section)
        _end_line(cursor)
        cursor.match(GAP)
    return root.finished()


def _end_line(cursor: Cursor) -> None:
    cursor.match(_REST)
    if cursor.peek() and not cursor.match(_BREAK):
        cursor.wrong("expected the end of the line", _end_advice(cursor))


def _header(cursor: Cursor, root: Table) -> Table:
    start = cursor.at
    closing = "]]" if cursor.take("[[") else "]"
    cursor.at = start + len(closing)
    cursor.match(_BLANK)
    parts = key_parts(cursor)
    if not cursor.take(closing):
        cursor.wrong(f"expected `{closing}`", f"close the header with `{closing}`")
    table = root
    for part, below in pairwise(parts):
        table = table.passed(part, below.start)
    add = table.headed if closing == "]" else table.repeated
    return add(parts[-1], start, cursor.at)


def _pair(cursor: Cursor, table: Table) -> None:
    parts = key_parts(cursor)
    if not cursor.take("="):
        cursor.wrong("expected `=`", _pair_advice(cursor))
    cursor.match(_BLANK)
    for part, below in pairwise(parts):
        table = table.dotted(part, below.start)
    value = value_node(cursor, table.depth + 1)
    table.set(parts[-1], value, cursor.at)


def key_parts(cursor: Cursor) -> list[KeyPart]:
    """The parts between dots, with the blanks behind."""
    parts = [_part(cursor)]
    while cursor.take("."):
        cursor.match(_BLANK)
        parts.append(_part(cursor))
    return parts


def _part(cursor: Cursor) -> KeyPart:
    start = cursor.at
    text = line_string(cursor) if cursor.peek() in ("'", '"') else _bare_key(cursor)
    part = KeyPart(text, start, cursor.at)
    cursor.match(_BLANK)
    return part


def _bare_key(cursor: Cursor) -> str:
    match = cursor.match(_BARE_KEY)
    if match is None:
        cursor.wrong("expected a key", _key_advice(cursor))
    return match[0]


def _end_advice(cursor: Cursor) -> str:
    """After a quote, text may go on: 'it's'."""
    if cursor.text[cursor.at - 1] in "'\"":
        return "write text that has one kind of quotes in it in the other kind"
    return "write each key on a line of its own"


def _pair_advice(cursor: Cursor) -> str:
    if cursor.sees(":"):
        return "write = in place of the colon"
    return 'write key = value; a key with other characters needs "quotes"'


def _key_advice(cursor: Cursor) -> str:
    if cursor.sees("//"):
        return "begin a comment with #"
    if cursor.peek() in ("\r", "\n"):
        return "write an inline table on one line"
    return 'put a key in "quotes" if it has other characters than A-Z a-z 0-9 _ -'


def value_node(cursor: Cursor, depth: int) -> Node:
    """The value that begins here; `depth` is how deep it is nested."""
    start = cursor.at
    match cursor.peek():
        case '"' | "'":
            return Scalar(string(cursor), cursor.span(start))
        case "[":
            return _array(cursor, depth)
        case "{":
            return _inline_table(cursor, depth)
        case _:
            return Scalar(bare(cursor), cursor.span(start))


def _array(cursor: Cursor, depth: int) -> Sequence:
    start = cursor.at
    cursor.source.enter(depth, start)
    cursor.at += 1
    items: list[Node] = []
    cursor.match(GAP)
    while not cursor.take("]"):
        items.append(value_node(cursor, depth + 1))
        cursor.match(GAP)
        if not cursor.take(",") and not cursor.sees("]"):
            cursor.wrong("expected `,` or `]`", "write a comma between items")
        cursor.match(GAP)
    return Sequence(tuple(items), cursor.span(start))


def _inline_table(cursor: Cursor, depth: int) -> Mapping:
    start = cursor.at
    cursor.source.enter(depth, start)
    table = Table(cursor.source, depth, start, start, TableKind.DOTTED)
    cursor.at += 1
    cursor.match(_BLANK)
    more = not cursor.take("}")
    while more:
        _pair(cursor, table)
        cursor.match(_BLANK)
        more = cursor.take(",")
        if more:
            cursor.match(_BLANK)
        elif not cursor.take("}"):
            advice = "write a comma between keys, and the whole table on one line"
            cursor.wrong("expected `,` or `}`", advice)
    table.end = cursor.at
    return table.finished()
