"""Lines of YAML's block style: where they go, and how they are taken away.

Goes in: a document and a place in it. Comes out: edits, the most likely first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from respgen.fix.document import Document, Edit, Edits, Spot
from respgen.fix.lines import below, cleared
from respgen.load.tree import Mapping

# the colon of a key, and the anchor that may stand behind it
_COLON = re.compile(r"[ \t]*:(?:[ \t]+&\S+)?")
_DASH = re.compile(r"[ \t]*-[ \t]+")
_BLANK_LINES = re.compile(r"(?:(?:\r\n?|\n)[ \t]*(?=[\r\n]|\Z))+")


def last_lines(
    document: Document, node: Mapping, lines: Sequence[str]
) -> Iterator[Edits]:
    """The lines below the last entry of a mapping."""
    edit = below(document, document.end(node.span), lines)
    yield (edit,)
    # empty lines may belong to the text of a block scalar
    if blank := _BLANK_LINES.match(document.text, edit.start):
        yield (Edit(blank.end(), blank.end(), edit.text),)


def dropped(document: Document, spot: Spot) -> Iterator[Edits]:
    """Without an entry or an item."""
    start, end = _extent(document, spot)
    clear = cleared(document, start, end)
    if _is_alone(spot):
        brackets = _brackets(document, spot)
        if clear and brackets:
            yield (brackets, clear)
    elif clear:
        yield (clear,)
    else:
        yield from _beside(document, spot, start)


def _is_alone(spot: Spot) -> bool:
    holder = spot.holder
    items = holder.entries if isinstance(holder, Mapping) else holder.items
    return len(items) == 1


def _extent(document: Document, spot: Spot) -> tuple[int, int]:
    """From the key, or from the dash of an item, to the end of the value."""
    end = document.end(spot.node.span)
    if spot.entry is not None:
        return document.start(spot.entry.key_span), end
    start = document.start(spot.node.span)
    line = document.line_start(start)
    dash = _DASH.fullmatch(document.text, line, start)
    return (line + len(document.indent(start)) if dash else start), end


def _brackets(document: Document, spot: Spot) -> Edit | None:
    """Those of what becomes empty, behind its key; None where it has none above it."""
    owner = spot.above
    if owner is None or owner.entry is None:
        return None
    end = document.end(owner.entry.key_span)
    colon = _COLON.match(document.text, end)
    if colon is None or document.line_end(end) > document.start(owner.node.span):
        return None
    brackets = " {}" if isinstance(spot.holder, Mapping) else " []"
    return Edit(colon.end(), colon.end(), brackets)


def _beside(document: Document, spot: Spot, start: int) -> Iterator[Edits]:
    """The first entry of a mapping behind a dash: the next one takes its place."""
    if isinstance(spot.holder, Mapping) and spot.index == 0:
        following = document.start(spot.holder.entries[1].key_span)
        if "#" not in document.text[start:following]:
            yield (Edit(start, following, ""),)
