"""Comments inside of a call that is written anew.

Goes in: an edit and its place. Come out: the comments that no quoted code has in it, each with the piece in whose
line it stands, where nothing but a comma is between them: it goes with the argument that the piece ends. None has
the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.rewrite.edits import Replace, Span
from respgen.rewrite.nodes import Nodes, quoted
from respgen.rewrite.text import Range, Text, Token


def comments(
    text: Text, nodes: Nodes, place: Range, edit: Replace
) -> Iterator[tuple[Token, Span | None]]:
    """As above."""
    spans = [each for each in edit.pieces if isinstance(each, Span)]
    quotes = {each: quoted(text, nodes, each) for each in spans}
    for comment in text.commented(place):
        if any(each.holds(comment.place) for each in quotes.values()):
            continue
        before = {
            each.end: span
            for span, each in quotes.items()
            if place.holds(each) and _is_next(text, each, comment)
        }
        yield comment, before[max(before)] if before else None


def _is_next(text: Text, quote: Range, comment: Token) -> bool:
    """Whether a comment is about this argument, and no other in its line."""
    start = comment.place.start
    if quote.end > start or "," in text.before(quote.start):
        return False
    return text[Range(quote.end, start)].strip(" \t\f") in ("", ",")
