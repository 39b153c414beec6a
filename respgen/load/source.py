"""A file's text and its places: what every reader starts from.

Goes in: the bytes of a file. Comes out: text of which every offset has a line and a column, or
diagnostics that say why the bytes are no text for a schema.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from codecs import BOM_UTF8
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import NoReturn, TypeAlias

from respgen.diagnostics import Fix, Problems, Rule, Span
from respgen.located import WrittenInteger
from respgen.rules import r0

SIZE = 4 * 1024 * 1024
"""Bytes that a file may have."""
DEPTH = 64
"""Collections that may stand in one another, the root being the first."""
ENTRIES = 10_000
"""Keys that a mapping may have."""
EXPANDED = 100_000
"""Nodes that all aliases of a file may stand for."""
DIGITS = 1_000
"""Characters that an integer may be written with: Python's own limit depends on its settings."""

MISTAKES = 1_000
"""Diagnostics after which reading ends: nobody mends more in one go."""

Lines: TypeAlias = Mapping[str, tuple[str, ...]]
"""What `display_lines` makes of files, by the names that diagnostics call them."""

_BREAK = re.compile(r"\r\n|\r|\n")
# C0 but TAB, LF and CR; DEL and C1 with NEL; the separators; what is no character.
_REFUSED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]|^\ufeff"
)
# What text may not hold even where an escape brings it.
_UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_REPORTED = 20
# git's; a line of `=` may also underline a title in a text of TOML
_MARKER = re.compile(r"^(?:<{7}|>{7}|\|{7})(?= |$)", re.MULTILINE)
_DIVIDER = re.compile(r"^={7}$", re.MULTILINE)


class Halt(Exception):  # noqa: N818 # a way out, no error
    """Reading cannot go on; the diagnostic is noted already."""


@dataclass(frozen=True, slots=True)
class SchemaText:
    """Text with places. `name` is what diagnostics print."""

    name: str
    text: str
    problems: Problems = field(repr=False)
    starts: tuple[int, ...] = field(repr=False)

    @classmethod
    def of(cls, name: str, text: str, problems: Problems) -> SchemaText:
        breaks = (match.end() for match in _BREAK.finditer(text))
        return cls(name, text, problems, (0, *breaks))

    def place(self, offset: int) -> tuple[int, int]:
        """Line and column of a character, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        return Span(self.name, *self.place(start), *self.place(end))

    def point(self, offset: int) -> Span:
        """The character at `offset`; nothing wide where a line or the file ends."""
        inside = offset < len(self.text) and self.text[offset] not in "\r\n"
        return self.span(offset, offset + inside)

    def note(
        self,
        rule: Rule,
        span: Span,
        message: str,
        advice: str,
        fix: Fix | None = None,
    ) -> None:
        """Note a mistake that leaves the rest readable, unless there are too many."""
        self.problems.add(rule, span, message, advice, fix)
        if len(self.problems) > MISTAKES:
            raise Halt

    def halt(self, rule: Rule, span: Span, message: str, advice: str) -> NoReturn:
        """Note a mistake after which nothing can be read."""
        self.note(rule, span, message, advice)
        raise Halt

    def enter(self, depth: int, offset: int) -> None:
        """Refuse the collection that opens at `offset` where it is too deep."""
        if depth > DEPTH:
            self.too_deep(offset)

    def too_deep(self, offset: int) -> NoReturn:
        """Refuse what is nested too deep at `offset`."""
        message = f"nested more than {DEPTH} levels deep"
        self.halt(r0.LIMIT, self.point(offset), message, "nest less deeply")

    def crowd(self, entries: int, span: Span) -> None:
        """Refuse the key at `span` where it is one too many."""
        if entries > ENTRIES:
            message = f"a mapping of more than {ENTRIES:,} keys"
            self.halt(r0.LIMIT, span, message, "split the mapping, or the file")


def decode(name: str, data: bytes, problems: Problems) -> SchemaText | None:
    """The text of a file: UTF-8, a byte order mark allowed, no character that breaks lines unseen."""
    if len(data) > SIZE:
        message = f"the file is larger than {SIZE // 1024 // 1024} MiB"
        advice = "split it into several files, which `uses` connects"
        problems.add(r0.LIMIT, Span.start(name), message, advice)
        return None
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as error:
        _bad_byte(name, data, error.start, problems)
        return None
    source = SchemaText.of(name, text, problems)
    return None if _refused(source) else source


def is_merged(source: SchemaText, *, divided: bool) -> bool:
    """Whether git left no conflict in a file; one that it left is noted.

    `divided`: no text of the format can have a line of `=======`.
    """
    found = [_MARKER.search(source.text), _DIVIDER.search(source.text)]
    marks = [each for each in found[: 1 + divided] if each]
    if marks:
        first = min(marks, key=lambda each: each.start())
        message = "a merge conflict is left in the file"
        advice = "keep the lines that you want, and remove the <<<<<<<, ======= and >>>>>>> lines"
        source.note(r0.SYNTAX, source.span(*first.span()), message, advice)
    return not marks


def lines(text: str) -> tuple[str, ...]:
    """The lines of a text as spans count them: LF, CR LF and CR end one."""
    return tuple(_BREAK.split(text))


def display_lines(data: bytes) -> tuple[str, ...]:
    """The lines of any bytes, to be shown under a diagnostic; U+FFFD for what is not UTF-8."""
    return lines(data.decode("utf-8-sig", errors="replace"))


def unfit(text: str) -> re.Match[str] | None:
    """The first lone surrogate or control character, which no text of a schema may hold."""
    return _UNFIT.search(text)


def unfit_message(character: str) -> str:
    kind = "lone surrogate" if character >= "\ud800" else "control character"
    return f"the text contains a {kind}, U+{ord(character):04X}"


def integer(
    source: SchemaText, span: Span, digits: str, base: int = 10, text: str = ""
) -> int:
    """The integer that `digits` write, within reason; `text` is what the author has there."""
    if len(digits) > DIGITS:
        message = f"an integer of more than {DIGITS} digits"
        source.halt(r0.LIMIT, span, message, "put it in quotes, or shorten it")
    return WrittenInteger.of(int(digits, base), text or digits)


def _bad_byte(name: str, data: bytes, start: int, problems: Problems) -> None:
    before = SchemaText.of(name, data[:start].decode(), problems)
    line, column = before.place(len(before.text))
    span = Span(name, line, column, line, column + 1)
    message = f"byte 0x{data[start]:02x} is not UTF-8"
    problems.add(r0.TEXT, span, message, "save the file as UTF-8")


def _refused(source: SchemaText) -> bool:
    found = list(islice(_REFUSED.finditer(source.text), _REPORTED))
    for match in found:
        character = match[0]
        message = f"U+{ord(character):04X} is not allowed in a schema"
        advice = _WRITE.get(character, "remove it")
        source.note(r0.TEXT, source.span(*match.span()), message, advice)
    return bool(found)


def _separators() -> Iterator[tuple[str, str]]:
    for character in "\x85\u2028\u2029":
        escape = f"\\u{ord(character):04X}"
        yield character, f'write {escape} in "quotes" if the text needs it'


_WRITE = dict(_separators())
