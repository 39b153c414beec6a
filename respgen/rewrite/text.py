"""A file's text with its places, and bytes again.

Goes in: the bytes of a file. Comes out: a Text, which knows where lines, tokens and comments are, or
Refused where its bytes would not survive. Offsets count characters of the text.
"""

from __future__ import annotations

import ast
import codecs
import re
import tokenize
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from keyword import iskeyword
from typing import NamedTuple

from respgen.rewrite.edits import Refused, Span
from respgen.source.reading import Unread, encoding, tree

_LINE_END = re.compile(r"\r\n?|\n")
_CALLABLE = (")", "]", "}", '"', "'")
"""How what can be called ends, unless it is a name."""
_BLANK = frozenset(
    (
        tokenize.NL,
        tokenize.COMMENT,
        tokenize.INDENT,
        tokenize.DEDENT,
        tokenize.NEWLINE,
        tokenize.ENDMARKER,
    )
)


class Range(NamedTuple):
    """From `start` to before `end`."""

    start: int
    end: int

    def holds(self, other: Range) -> bool:
        """Whether the other lies in it, be it as large."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: Range) -> bool:
        """Whether they have something in common."""
        return self.start < other.end and other.start < self.end


class Token(NamedTuple):
    """A token, and where it is."""

    kind: int
    text: str
    place: Range


class Text:
    """What a file says. Raises Refused where it cannot be read or written."""

    def __init__(self, data: bytes) -> None:
        self.codec = encoding(data)
        self.mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
        try:
            self.tree: ast.Module = tree(data)
            self.text = data.removeprefix(self.mark).decode(self.codec)
            kept = self.encoded(self.text) == data
        except Unread as error:
            raise Refused(error.message) from error
        except UnicodeError:
            kept = False
        if not kept:
            raise Refused(f"{self.codec} does not give back the bytes of the file")
        ends = [match.end() for match in _LINE_END.finditer(self.text)]
        self._starts = [0, *ends]

    def encoded(self, text: str) -> bytes:
        """The bytes of a whole text. Raises UnicodeEncodeError."""
        return self.mark + text.encode(self.codec)

    def __getitem__(self, place: Range) -> str:
        return self.text[place.start : place.end]

    # Places

    def range(self, span: Span) -> Range:
        """Where a span is in the text."""
        return Range(
            self._offset(span.line, span.column),
            self._offset(span.end_line, span.end_column),
        )

    def _offset(self, row: int, column: int) -> int:
        line = self.line(row)
        width = (
            column
            if line.isascii()
            else len(line.encode()[:column].decode(errors="ignore"))
        )
        return self._starts[row - 1] + width

    def line(self, row: int) -> str:
        """A line with its end; they count from 1."""
        ends = [*self._starts[row : row + 1], len(self.text)]
        return self.text[self._starts[row - 1] : ends[0]]

    def row(self, offset: int) -> int:
        """The number of the line in which an offset is."""
        return bisect_right(self._starts, offset)

    def row_behind(self, offset: int) -> int:
        """The number of the line that begins at an offset, be it behind the last one."""
        is_last = offset == len(self.text) > self._starts[-1]
        return self.rows + 1 if is_last else self.row(offset)

    def is_blank(self, row: int) -> bool:
        """Whether a line has nothing but white space, and an end."""
        line = self.line(row)
        return bool(line) and not line.strip(" \t\f\r\n")

    def start(self, row: int) -> int:
        """Where a line begins; behind the last one, where the text ends."""
        return self._starts[row - 1] if row <= len(self._starts) else len(self.text)

    def before(self, offset: int) -> str:
        """What stands before it in its line."""
        return self[Range(self.start(self.row(offset)), offset)]

    def margin(self, offset: int) -> str:
        """The white space that its line begins with."""
        line = self.line(self.row(offset))
        return line[: len(line) - len(line.lstrip(" \t\f"))]

    # Tokens

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """All of them, in order. Raises Refused where the tokenizer does not read what the parser does."""
        lines = [_LINE_END.sub("\n", self.line(row + 1)) for row in range(self.rows)]
        try:
            found = [*tokenize.generate_tokens(iter(lines).__next__)]
        except (SyntaxError, tokenize.TokenError) as error:
            raise Refused(f"the file has no tokens: {error}") from error
        return tuple(
            Token(
                each.type,
                each.string,
                Range(self._at(*each.start), self._at(*each.end)),
            )
            for each in found
        )

    def _at(self, row: int, column: int) -> int:
        return self.start(row) + column

    @property
    def rows(self) -> int:
        """How many lines there are."""
        return len(self._starts)

    @cached_property
    def _words(self) -> tuple[Token, ...]:
        return tuple(each for each in self.tokens if each.kind not in _BLANK)

    @cached_property
    def _word_starts(self) -> list[int]:
        return [each.place.start for each in self._words]

    @cached_property
    def comments(self) -> tuple[Token, ...]:
        """The comments."""
        return tuple(each for each in self.tokens if each.kind == tokenize.COMMENT)

    @cached_property
    def _ends(self) -> list[int]:
        """Where logical lines end, before their comment."""
        kinds = tokenize.NEWLINE, tokenize.ENDMARKER
        return [each.place.start for each in self.tokens if each.kind in kinds]

    def line_end(self, offset: int) -> int:
        """Where the logical line of an offset ends, and the next line begins."""
        last = self._ends[bisect_left(self._ends, offset)]
        return self.start(self.row(last) + 1)

    def commented(self, place: Range) -> Iterator[Token]:
        """The comments in a range."""
        return (each for each in self.comments if place.holds(each.place))

    def around(self, place: Range) -> tuple[Token | None, Token | None]:
        """The tokens before and behind a range, comments left out."""
        first = bisect_left(self._word_starts, place.start)
        after = bisect_left(self._word_starts, place.end)
        before = self._words[first - 1] if first else None
        return before, self._words[after] if after < len(self._words) else None

    def beside(self, place: Range) -> tuple[str, str]:
        """The tokens before and behind a range in its logical line; empty where it ends."""
        before, after = self.around(place)
        is_first = before is None or self.line_end(before.place.start) <= place.start
        is_last = after is None or self.line_end(place.start) <= after.place.start
        return (
            "" if is_first or before is None else before.text,
            "" if is_last or after is None else after.text,
        )

    def with_parentheses(self, place: Range) -> Range:
        """The range of an expression with the parentheses that are around it alone."""
        before, after = self.around(place)
        while before and after and before.text == "(" and after.text == ")":
            if self._opens_call(before):
                break
            place = Range(before.place.start, after.place.end)
            before, after = self.around(place)
        return place

    def without_parentheses(self, place: Range) -> Range | None:
        """What is in the parentheses that a range begins and ends with."""
        first = bisect_left(self._word_starts, place.start)
        last = bisect_left(self._word_starts, place.end) - 1
        if last - first < 2 or self._words[first].text != "(":
            return None
        if self._words[last].text != ")":
            return None
        return Range(
            self._words[first + 1].place.start, self._words[last - 1].place.end
        )

    def _opens_call(self, parenthesis: Token) -> bool:
        before, _ = self.beside(parenthesis.place)
        if before.isidentifier():
            return not iskeyword(before)
        return before[-1:] in _CALLABLE

    # Layout

    @cached_property
    def newline(self) -> str:
        """The line end that most lines have; a line feed where there is none."""
        found = Counter(_LINE_END.findall(self.text))
        return max(found, key=lambda end: found[end], default="\n")

    @cached_property
    def indent(self) -> str:
        """One level of indentation; four spaces where there is none."""
        found = (each.text for each in self.tokens if each.kind == tokenize.INDENT)
        first = next(found, "    ").lstrip("\f")
        return "\t" if first.startswith("\t") else first
