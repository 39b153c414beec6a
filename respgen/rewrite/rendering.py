"""The text that an edit puts in the place of the old one.

Go in: a file, the edits that will be done, and the words for their names. Come out: splices.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from respgen.rewrite.edits import Name, Remove, Replace, Span
from respgen.rewrite.layout import exploded, is_split
from respgen.rewrite.nodes import Nodes
from respgen.rewrite.splicing import Splice, spliced
from respgen.rewrite.text import Range, Text

Words = Callable[[Name, Replace], str]
_COLUMNS = 4
"""Of a tab, as linters count."""
_OPEN = re.compile(r"(?:[(\[{,=:;]|\breturn|\braise|\n|\A)\s*\Z")
_SHUT = re.compile(r"\s*(?:[)\]},:;]|\n|\Z)")
_ATOMS = (
    ast.Name,
    ast.Attribute,
    ast.Call,
    ast.Subscript,
    ast.List,
    ast.Dict,
    ast.Set,
    ast.ListComp,
    ast.SetComp,
    ast.DictComp,
    ast.GeneratorExp,
    ast.Starred,
)
_BARE = (ast.NamedExpr, ast.Yield, ast.YieldFrom)
"""What needs parentheses nearly everywhere."""


class Accepted(NamedTuple):
    """An edit that will be done, and what its change quotes."""

    place: Range
    edit: Replace | Remove
    quotes: tuple[Range, ...] = ()


@dataclass(frozen=True, slots=True)
class Renderer:
    """Writes what replaces old code."""

    text: Text
    nodes: Nodes
    width: int
    edits: Sequence[Accepted]
    words: Words

    def splices(self, within: Range) -> Iterator[Splice]:
        """Those of the outermost edits in a range."""
        inside = [each for each in self.edits if within.holds(each.place)]
        for place, edit, _ in inside:
            is_inner = any(o.place.holds(place) and o.place != place for o in inside)
            if isinstance(edit, Replace) and not is_inner:
                yield Splice(place, self.replaced(place, edit))

    def replaced(self, place: Range, edit: Replace) -> str:
        """The new text of one edit."""
        flat = self._flat(edit)
        if not self._explodes(place, edit, flat):
            return flat
        margin = self.text.margin(place.start)
        new = exploded(flat, margin, self.text.indent, self.text.newline)
        return flat if new is None else new

    def _flat(self, edit: Replace) -> str:
        parts: list[str] = []
        for each in edit.pieces:
            match each:
                case str():
                    parts.append(each.replace("\n", self.text.newline))
                case Name():
                    parts.append(self.words(each, edit))
                case Span():
                    parts.append("")
        for index, each in enumerate(edit.pieces):
            if isinstance(each, Span):
                before, after = "".join(parts[:index]), "".join(parts[index + 1 :])
                parts[index] = self._quoted(each, before, after)
        return "".join(parts)

    def _quoted(self, span: Span, before: str, after: str) -> str:
        place = quoted(self.text, self.nodes, span)
        new = spliced(self.text, self.splices(place), place)
        node = self.nodes.expressions.get(span)
        if node is None or place != self.text.range(span) or isinstance(node, _ATOMS):
            return new
        if isinstance(node, ast.Constant) and not isinstance(node.value, (int, float)):
            return new
        is_alone = _OPEN.search(before) and _SHUT.match(after)
        if isinstance(node, _BARE) or not is_alone:
            return new if _is_parenthesised(node, new) else f"({new})"
        return new

    def _explodes(self, place: Range, edit: Replace, flat: str) -> bool:
        old = self.text[place]
        was_split = is_split(old)
        row = self.text.row(place.start)
        if any(
            self.text.row(quoted(self.text, self.nodes, each).start) == row
            and is_split(self.text[self.text.range(each)])
            for each in edit.pieces
            if isinstance(each, Span)
        ):
            return False  # it holds on to its brackets
        before = self.text.before(place.start)
        rest = self._rest(place.end)
        too_long = self._width(before, flat, rest) > self.width
        if was_split:
            return too_long or is_split(flat)
        return too_long and self._width(before, old, rest) <= self.width

    def _rest(self, offset: int) -> str:
        """What follows in the line, without a comment."""
        end = self.text.start(self.text.row(offset) + 1)
        line = Range(offset, end)
        first = next(self.text.commented(line), None)
        rest = Range(offset, first.place.start) if first else line
        return self.text[rest].rstrip()

    def _width(self, before: str, text: str, rest: str) -> int:
        lines = re.split(r"[\r\n]+", f"{before}{text}{rest}")
        return max(len(line.expandtabs(_COLUMNS)) for line in lines)


def quoted(text: Text, nodes: Nodes, span: Span) -> Range:
    """What a piece quotes: a node with its own parentheses, or any other range as it is."""
    place = text.range(span)
    return text.with_parentheses(place) if span in nodes.expressions else place


def _is_parenthesised(node: ast.expr, text: str) -> bool:
    return isinstance(node, ast.Tuple) and text.startswith("(") and text.endswith(")")
