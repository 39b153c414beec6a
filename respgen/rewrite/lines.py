"""Import statements, written anew with other names.

Go in: a statement, and names that come or go. Comes out: its new text, or None where a comment is in
the way.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from respgen.emit.imports import import_order
from respgen.rewrite.edits import Span
from respgen.rewrite.imported import Statement
from respgen.rewrite.text import Range, Text


def start_of(node: Statement) -> str:
    """What stands before its names."""
    if isinstance(node, ast.Import):
        return "import"
    return f"from {'.' * node.level}{node.module or ''} import"


def changed(
    text: Text,
    node: Statement,
    removed: Collection[ast.alias],
    added: Sequence[str],
    width: int,
) -> str | None:
    """A statement with other names; a name at least must stay."""
    place = text.range(Span.of(node))
    if any(text.commented(place)):
        return _by_lines(text, node, removed, added)
    items = [_item(each) for each in node.names if each not in removed]
    items = merged(items, added)
    margin = text.margin(place.start)
    splits = text[place].endswith(")") and "," in text[place].rstrip(") \t\r\n\f")[-1:]
    return statement(text, start_of(node), items, margin, width, splits=splits)


def statement(
    text: Text,
    start: str,
    items: Sequence[str],
    margin: str,
    width: int,
    *,
    splits: bool = False,
) -> str:
    """An import, in parentheses with a name a line where one line would be too long."""
    line = f"{start} {', '.join(items)}"
    is_long = len(margin.expandtabs(4)) + len(line) > width and start.startswith("from")
    if not (is_long or splits):
        return line
    inner = "".join(f"{margin}{text.indent}{each},{text.newline}" for each in items)
    return f"{start} ({text.newline}{inner}{margin})"


def merged(items: Sequence[str], added: Sequence[str]) -> list[str]:
    """Names with others, sorted if they were."""
    every = [*items, *(each for each in added if each not in items)]
    is_sorted = [*items] == sorted(items, key=import_order)
    return sorted(every, key=import_order) if is_sorted else every


def _by_lines(
    text: Text,
    node: Statement,
    removed: Collection[ast.alias],
    added: Sequence[str],
) -> str | None:
    """The same where each name has a line of its own; comments stay where they are."""
    place = text.range(Span.of(node))
    last = node.end_lineno or 0
    if not is_listed(node):
        return None
    lines = {row: text.line(row) for row in range(node.lineno, last + 1)}
    for each in removed:
        if any(text.commented(_line(text, each.lineno))):
            return None
        lines[each.lineno] = ""
    for item in added:
        later = (e for e in node.names if import_order(_item(e)) > import_order(item))
        following = next(later, None)
        row = following.lineno if following else last
        margin = text.margin(text.start(node.names[0].lineno))
        if not following and not _ends_with_comma(text, node.names[-1]):
            return None
        lines[row] = f"{margin}{item},{text.newline}{lines[row]}"
    lines[node.lineno] = lines[node.lineno][len(text.before(place.start)) :]
    lines[last] = lines[last][: place.end - text.start(last)]
    return "".join(lines.values())


def is_listed(node: Statement) -> bool:
    """Whether each of its names has a line of its own."""
    rows = [each.lineno for each in node.names]
    last = node.end_lineno or 0
    return len({*rows}) == len(rows) and node.lineno < rows[0] and rows[-1] < last


def _line(text: Text, row: int) -> Range:
    return Range(text.start(row), text.start(row + 1))


def _ends_with_comma(text: Text, alias: ast.alias) -> bool:
    _, after = text.around(text.range(Span.of(alias)))
    return after is not None and after.text == ","


def _item(alias: ast.alias) -> str:
    return f"{alias.name} as {alias.asname}" if alias.asname else alias.name
