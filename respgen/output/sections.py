"""A generated module in parts: its head, and sections, each a definition with a seal above it.

Goes in: source. Comes out: the parts, with the statements and the comments of each.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from respgen.output.canonical import names
from respgen.output.heads import is_head

# where a conflict begins below a part, that part is whole
_OPENING = re.compile(r"^<{7,}(?: .*)?\s*\Z", re.MULTILINE)
_SEAL = re.compile(r"[ \t]*# respgen seal ([0-9a-f]{12}-[0-9a-f]{4})[ \t]*")


class Unreadable(Exception):  # noqa: N818 # what is caught, in one word
    """The source is not Python."""


@dataclass(frozen=True, slots=True)
class Section:
    """Part of a file, without its seal: `first` is the number of its first line, from 0.

    `seal` is the one it bears, empty where it bears none; so is that of the head. `is_torn`: it is
    not Python, and has no statements.
    """

    first: int
    text: str
    body: tuple[ast.stmt, ...]
    seal: str = ""
    is_torn: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """What it defines."""
        return tuple(name for statement in self.body for name in names(statement))


def parsed(source: str) -> list[ast.stmt]:
    """The statements of a module. Raises Unreadable."""
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise Unreadable(str(error)) from error


def cut(source: str) -> tuple[Section, tuple[Section, ...]]:
    """The head and the sections of source that bears no seals yet. Raises Unreadable."""
    lines = source.split("\n")
    body = parsed(source)
    heads = next((n for n, each in enumerate(body) if not is_head(each, n)), len(body))
    starts = [_start(each, lines) for each in body[heads:]]
    first, *rest = _spans([0, *starts], lines)
    sections = (
        Section(start, text, (statement,))
        for (start, text), statement in zip(rest, body[heads:], strict=True)
    )
    return Section(*first, tuple(body[:heads])), tuple(sections)


def sealed(source: str) -> tuple[Section, tuple[Section, ...]]:
    """The head and the sections of source, as its seals part them. Raises Unreadable."""
    body = parsed(source)
    inside = {
        line for each in body for line in range(_first(each), each.end_lineno or 0)
    }
    return _parted(source, inside, body)


def torn(source: str) -> tuple[Section, tuple[Section, ...]]:
    """The same of source that is not Python: a part that is not either has no statements."""
    return _parted(source, set(), None)


def apart(section: Section) -> tuple[Section, ...]:
    """Each statement of a section as one of its own, with the comments above it."""
    lines = section.text.split("\n")
    body = _statements(section.text) or ()
    starts = [_start(each, lines) for each in body]
    spans = _spans([0, *starts[1:]], lines) if body else ()
    return tuple(
        Section(section.first + start, text, (statement,), section.seal)
        for (start, text), statement in zip(spans, body, strict=True)
    )


def seal_line(seal: str) -> str:
    """The comment that bears a seal."""
    return f"# respgen seal {seal}"


def _start(statement: ast.stmt, lines: Sequence[str]) -> int:
    """The line of a statement with its decorators and the comments above it, from 0."""
    first = _first(statement) - 1
    while first and lines[first - 1].startswith("#"):
        first -= 1
    return first


def _first(statement: ast.stmt) -> int:
    decorators: Sequence[ast.expr] = getattr(statement, "decorator_list", ())
    return min([statement.lineno, *(each.lineno for each in decorators)])


def _spans(starts: Sequence[int], lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield start, "\n".join(lines[start:end])


def _parted(
    source: str, inside: set[int], body: list[ast.stmt] | None
) -> tuple[Section, tuple[Section, ...]]:
    """`inside` are lines within statements, where what looks like a seal is none."""
    lines = source.split("\n")
    found = {
        number: match[1]
        for number, line in enumerate(lines)
        if number not in inside and (match := _SEAL.fullmatch(line))
    }
    parts = []
    for start, text in _spans([0, *found], lines):
        bare = text.partition("\n")[2] if start in found else text
        if body is None:
            bare = _OPENING.sub("", bare)
        own = _statements(bare) if body is None else _within(body, start, text)
        kept = own or ()
        parts.append(Section(start, bare, kept, found.get(start, ""), own is None))
    return parts[0], tuple(parts[1:])


def _within(body: list[ast.stmt], start: int, text: str) -> tuple[ast.stmt, ...]:
    end = start + text.count("\n") + 1
    return tuple(each for each in body if start < each.lineno <= end)


def _statements(text: str) -> tuple[ast.stmt, ...] | None:
    try:
        return tuple(parsed(text))
    except Unreadable:
        return None
