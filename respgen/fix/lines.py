"""Whole lines of a text that come or go.

Goes in: a document and offsets. Comes out: edits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from respgen.fix.document import Document, Edit

_BLANK = re.compile(r"[ \t]*")


def below(document: Document, offset: int, lines: Iterable[str]) -> Edit:
    """The lines below the one that an offset is in."""
    end = document.line_end(offset)
    line = document.line_break(end)
    return Edit(end, end, "".join(line + each for each in lines))


def above(document: Document, offset: int, lines: Iterable[str]) -> Edit:
    """The lines above the one that an offset is in."""
    start, line = document.line_start(offset), document.line_break(offset)
    return Edit(start, start, "".join(each + line for each in lines))


def cleared(document: Document, start: int, end: int) -> Edit | None:
    """Without what stands from `start` to `end`; a comment behind it has the line alone then.

    None where something else stands beside it, or a comment may be inside.
    """
    text = document.text
    blank = _BLANK.match(text, end)
    behind = blank.end() if blank else end
    comment = text.startswith("#", behind)
    beside = text[document.line_start(start) : start].strip()
    inside = "\n" in text[start:end] and "#" in text[start:end]
    if beside or inside or not (comment or behind == document.line_end(end)):
        return None
    return Edit(start, behind, "") if comment else _whole(document, start, end)


def _whole(document: Document, start: int, end: int) -> Edit:
    first, following = document.line_start(start), document.next_line(end)
    if following > document.line_end(end) or not first:
        return Edit(first, following, "")
    # the last line has no break: the one before it loses its own
    return Edit(document.line_end(document.line_start(first - 1)), following, "")
