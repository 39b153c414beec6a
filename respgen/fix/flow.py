"""What stands in brackets, on one line or on several: JSON, and parts of YAML and TOML.

Goes in: a mapping or list in brackets, and what to add or take away. Comes out: edits, the most
likely first. Whether a format takes them, reading the result tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from respgen.fix.document import Document, Edit, Edits
from respgen.load.tree import Mapping, Node, Sequence

_COMMENT = re.compile(r"#[^\r\n]*")
_AGAIN = re.compile(r"[ \t]*,[ \t]*")


@dataclass(frozen=True, slots=True)
class Brackets:
    """Offsets: behind the opening bracket, before the closing one, and of what is between."""

    start: int
    end: int
    items: tuple[tuple[int, int], ...]


def brackets(document: Document, node: Node) -> Brackets | None:
    """None where the node does not stand in brackets."""
    start, end = document.start(node.span), document.end(node.span)
    if isinstance(node, Mapping):
        items = tuple(
            (document.start(each.key_span), document.end(each.value.span))
            for each in node
        )
        shape = "{}"
    elif isinstance(node, Sequence):
        items = tuple(
            (document.start(each.span), document.end(each.span)) for each in node.items
        )
        shape = "[]"
    else:
        return None
    fits = document.text.startswith(shape[0], start) and document.text[:end].endswith(
        shape[1]
    )
    return Brackets(start + 1, end - 1, items) if fits else None


def padding(document: Document) -> str | None:
    """What stands inside of the brackets of mappings on one line; None where there is none."""
    for node in document.mappings():
        found = (
            brackets(document, node) if node.span.line == node.span.end_line else None
        )
        if found and found.items:
            blank = document.text[found.start : found.items[0][0]]
            return blank if not blank.strip() else ""
    return None


def is_spread(document: Document, found: Brackets) -> bool:
    """Whether the closing bracket stands on a line of its own."""
    last = found.items[-1][1] if found.items else found.start
    return "\n" in document.text[last : found.end].replace("\r", "\n")


def added(document: Document, found: Brackets, item: str) -> Iterator[Edits]:
    """`item` after the last one."""
    if not found.items:
        yield from _first(document, found, item)
        return
    if is_spread(document, found):
        yield _line(document, found, item)
    last = found.items[-1][1]
    yield (Edit(last, last, _separator(document, found) + item),)


def _first(document: Document, found: Brackets, item: str) -> Iterator[Edits]:
    inside = document.text[found.start : found.end]
    if not inside.strip():
        blank = padding(document) or ""
        yield (Edit(found.start, found.end, blank + item + blank),)
        return
    # a comment: the item goes on a line of its own behind it
    line = document.line_start(found.end)
    text = f"{document.indent(found.end)}  {item}{document.line_break(found.start)}"
    yield (Edit(line, line, text),)


def _line(document: Document, found: Brackets, item: str) -> Edits:
    """A line of its own, after the comment that the last item may have."""
    last = found.items[-1][1]
    rest = document.text[last : found.end]
    comma = _without_comments(rest).find(",")
    end = document.line_end(last + max(comma, 0))
    line = document.line_break(end) + document.indent(found.items[-1][0]) + item
    if comma >= 0:
        return (Edit(end, end, line + ","),)
    if end == last:
        return (Edit(end, end, "," + line),)
    return (Edit(last, last, ","), Edit(end, end, line))


def _separator(document: Document, found: Brackets) -> str:
    """What stands between the last two items, if that is a comma and blanks."""
    if len(found.items) > 1:
        (_, end), (start, _) = found.items[-2:]
        between = document.text[end:start]
        if _AGAIN.fullmatch(between):
            return between
    return ", "


def taken(document: Document, found: Brackets, index: int) -> Iterator[Edits]:
    """Without one item, and with every comment."""
    before, after = _gaps(document, found, index)
    start, end = found.items[index]
    item = document.text[start:end]
    if not (_is_gap(before) and _is_gap(after)) or ("\n" in item and "#" in item):
        return  # the item may have comments of its own
    quiet = "#" not in before + after
    if len(found.items) == 1:
        wide = (found.start, found.end)
    elif index + 1 < len(found.items):
        wide = (start, end + len(after))
    else:
        wide = (start - len(before), end)
    if quiet:
        yield (Edit(*wide, ""),)
    comma = end + _without_comments(after).find(",")
    if "#" in document.text[end:comma]:
        yield (Edit(start, end, ""), Edit(comma, comma + 1, ""))
    else:
        yield (Edit(start, comma + 1, ""),)


def _gaps(document: Document, found: Brackets, index: int) -> tuple[str, str]:
    """What stands between an item and its neighbours, or the brackets."""
    start, end = found.items[index]
    before = found.items[index - 1][1] if index else found.start
    last = index + 1 == len(found.items)
    after = found.end if last else found.items[index + 1][0]
    return document.text[before:start], document.text[end:after]


def _is_gap(text: str) -> bool:
    """Whether nothing but blanks, commas and comments is in it."""
    return not _without_comments(text).replace(",", "").strip()


def _without_comments(gap: str) -> str:
    """The same length, with blanks for comments."""
    return _COMMENT.sub(lambda match: " " * len(match[0]), gap)
