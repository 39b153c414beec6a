"""The text that an edit puts in the place of the old one.

Go in: a file, the edits that will be done, and the words for their names. Come out: splices.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from respgen.rewrite.commenting import comments
from respgen.rewrite.edits import Name, Refused, Remove, Replace, Span
from respgen.rewrite.layout import exploded, is_split
from respgen.rewrite.nodes import Nodes, quoted
from respgen.rewrite.splicing import Splice, spliced
from respgen.rewrite.text import Range, Text

Words = Callable[[Name, Replace], str]
_STRANGE = ("'", '"', "\\", "#", "\r", "\n")
"""What an f-string may have no room for, before Python 3.12."""
_COLUMNS = 4
"""Of a tab, as linters count."""
_OPEN = re.compile(r"(?:[(\[{,:;]|(?<![=!<>:])=|->|\breturn|\braise|\A)\s*\Z")
_SHUT = re.compile(r"\s*(?:[)\]},:;]|\Z)")
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
_BARE = (ast.NamedExpr, ast.Yield, ast.YieldFrom, ast.Tuple)
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
        """The new text of one edit. Raises Refused where it is no expression."""
        flat, offsets = self._flat(edit)
        if notes := self._notes(place, edit, offsets):
            return self._noted(place, edit, flat, notes)
        if edit.span in self.nodes.formatted:
            self._confirm_formatted(place, edit, flat)
            return self._sealed(place, edit, flat)
        new: str | None = flat
        if self._explodes(place, edit, flat):
            margin = self.text.margin(place.start)
            new = exploded(flat, margin, self.text.indent, self.text.newline)
        return self._sealed(place, edit, flat if new is None else new)

    def _notes(
        self, place: Range, edit: Replace, offsets: Mapping[Span, int]
    ) -> list[tuple[int, str]]:
        """The comments that go with arguments, and where in the new text these are."""
        found = comments(self.text, self.nodes, place, edit)
        return [(offsets[span], each.text) for each, span in found if span]

    def _noted(
        self, place: Range, edit: Replace, flat: str, notes: list[tuple[int, str]]
    ) -> str:
        """An argument a line, with its comment. Raises Refused where that is not possible."""
        margin, text = self.text.margin(place.start), self.text
        new = exploded(flat, margin, text.indent, text.newline, notes)
        if new is None or edit.span in self.nodes.formatted:
            raise Refused(f"a comment would be lost: {notes[0][1]}", edit.span)
        return self._sealed(place, edit, new)

    def _confirm_formatted(self, place: Range, edit: Replace, new: str) -> None:
        """Code in an f-string can have the quotes that it has already, and no others."""
        old = self.text[place]
        if any(each in new and each not in old for each in _STRANGE):
            raise Refused(
                "the f-string has no room for the new code's quotes", edit.span
            )

    def _sealed(self, place: Range, edit: Replace, new: str) -> str:
        """In parentheses where the code around it would read it in another way."""
        node = _parsed(new)
        if node is None:
            if edit.span in self.nodes.statements:
                return new
            raise Refused("the new code is no expression", edit.span)
        if edit.span in self.nodes.statements or isinstance(node, _ATOMS):
            return new
        return _joined(new, node, *self.text.beside(place))

    def _flat(self, edit: Replace) -> tuple[str, Mapping[Span, int]]:
        """The new text in one line, and where in it the quoted pieces are."""
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
        starts = accumulate(map(len, parts), initial=0)
        offsets = zip(edit.pieces, starts, strict=False)
        spans = {each: start for each, start in offsets if isinstance(each, Span)}
        return "".join(parts), spans

    def _quoted(self, span: Span, before: str, after: str) -> str:
        place = quoted(self.text, self.nodes, span)
        new = spliced(self.text, self.splices(place), place)
        node = self.nodes.expressions.get(span) or self.nodes.formatted.get(span)
        if node is None or place != self.text.range(span):
            return new
        return _joined(new, node, before, after)

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


def _joined(text: str, node: ast.expr, before: str, after: str) -> str:
    """An expression between others, in parentheses where it needs them."""
    if isinstance(node, _ATOMS) or (isinstance(node, ast.Tuple) and text[0] == "("):
        return text
    if isinstance(node, ast.Constant) and not after.startswith("."):
        return text
    is_alone = _OPEN.search(before) and _SHUT.match(after)
    return text if is_alone and not isinstance(node, _BARE) else f"({text})"


def _parsed(text: str) -> ast.expr | None:
    """The expression that a text is."""
    if not text.strip():
        return None
    try:
        return ast.parse(f"({text})", mode="eval").body
    except SyntaxError:
        return None
