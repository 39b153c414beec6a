"""What is wrong with a text that is no YAML, in the words of authors.

Goes in: the text and what the parser complains of. Comes out: where the mistake is, what it is and
what to write. The parser gives up where nothing fits any more, often behind the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from respgen.core.grammar import compiled
from respgen.diagnostics import quoted
from respgen.load.yaml_places import (
    align,
    in_brackets,
    in_quotes,
    indent,
    line_of,
    number,
    open_bracket,
    value_end,
    value_start,
)


@dataclass(frozen=True, slots=True)
class Complaint:
    """What the parser says, where, and where that began which it was reading; all offsets."""

    text: str
    problem: str
    at: int
    begun: int

    @property
    def line(self) -> tuple[int, int]:
        """Where the line of the complaint starts and ends."""
        return line_of(self.text, self.at)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake between two offsets, and its help."""

    start: int
    end: int
    message: str
    advice: str


_KEY = re.compile(r"[ \t]*(?:- +)*[^\s#:'\"{\[&*!|>-][^:\n]*?(:)(?=\s|$)", re.MULTILINE)
_GLUED = re.compile(r"[ \t]*(?:- +)*([A-Za-z][\w-]*)(:)(?!/)([^\s:]\S*)[ \t]*(?:#.*)?$")
_COLON_NAME = re.compile(r"(?<![^\s\[{,])[&*][\w-]+:[^\s,\[\]{}]+")
_NO_BLOCK = r"expected (key|'-'|<block end>)"  # libyaml, and PyYAML's own parser


def _quote(text: str, start: int, message: str) -> Mistake:
    end = value_end(text, start)
    return Mistake(start, end, message, in_quotes(text[start:end]))


def begins_reserved(text: str, problem: str, at: int, begun: int) -> int | None:
    """Where text begins with a character that YAML reserves, if that is the complaint."""
    mark = text[begun : begun + 1]
    if mark in ("*", "&") and "alphabetic or numeric" in problem:
        return begun
    reserved = text[at : at + 1] in ("@", "`", "%") and at > text.rfind("\n", 0, at) + 1
    return at if reserved and "cannot start any token" in problem else None


def explained(complaint: Complaint) -> Mistake | None:
    """The mistake behind a complaint; None where the parser's words must do."""
    found = (each(complaint) for each in _EXPLANATIONS)
    return next(filter(None, found), None)


def _glued(complaint: Complaint) -> Mistake | None:
    """`key:value` on the line of the complaint or the one before it."""
    if "mapping values" not in complaint.problem and "':'" not in complaint.problem:
        return None
    text = complaint.text
    for start, end in (line_of(text, complaint.begun), *_before(complaint)):
        found = _GLUED.match(text, start, end)
        if found:
            key, value = found[1], found[3]
            advice = f"write {key}: {value}"
            message = "a space is missing after the colon"
            return Mistake(found.start(1), found.end(2), message, advice)
    return None


def _before(complaint: Complaint) -> Iterator[tuple[int, int]]:
    """The last line before that of the complaint that holds more than a comment."""
    text, (start, _) = complaint.text, complaint.line
    while start > 0:
        start, end = line_of(text, start - 1)
        if text[start:end].strip() and not text[start:end].lstrip().startswith("#"):
            yield start, end
            return


def _reserved(complaint: Complaint) -> Mistake | None:
    """Text that begins with one of YAML's own characters."""
    text, at = complaint.text, complaint.at
    if text[at : at + 1] == "\t":
        end = at + len(text[at:]) - len(text[at:].lstrip("\t"))
        return Mistake(
            at, end, "YAML does not allow tabs for indentation", "indent with spaces"
        )
    mark = text[at : at + 1]
    if mark == "?" or (mark == "-" and "content" in complaint.problem):
        return _quote(text, at, f"text cannot begin with {mark} and a space")
    if "cannot start any token" not in complaint.problem:
        return None
    return _quote(text, at, f"text cannot begin with {quoted(mark)}")


_MARKS = {
    "!": ("tag", "`!` begins a YAML tag here"),
    "|": ("block scalar", "`|` begins a text on lines of its own"),
    ">": ("block scalar", "`>` begins a text on lines of its own"),
}


def _marked(complaint: Complaint) -> Mistake | None:
    """A tag or a block scalar that is none."""
    text, at = complaint.text, complaint.begun
    mark = text[at : at + 1]
    if mark not in _MARKS or _MARKS[mark][0] not in complaint.problem:
        return None
    return _quote(text, at, _MARKS[mark][1])


def _colon(complaint: Complaint) -> Mistake | None:
    """A colon where no key can be: in a value, or in a line that is indented too deeply."""
    text, at = complaint.text, complaint.at
    if text[at : at + 1] != ":":
        return None
    start, _ = complaint.line
    key = _KEY.match(text, start)
    if key and key.start(1) == at:
        return None if in_brackets(text, at) else _too_deep(complaint, start)
    begin = value_start(text, at)
    if "\n" in text[begin:at]:
        return None
    is_last = text[at + 1 : at + 2] in ("", ",", "]", "}")
    where = "a colon at its end" if is_last else "a colon and a space in it"
    return _quote(text, begin, f"text with {where} needs quotes")


def _too_deep(complaint: Complaint, start: int) -> Mistake | None:
    text = complaint.text
    above = next(_before(complaint), None)
    if above is None or indent(text, start) <= indent(text, above[0]):
        return None
    message = f"indented more deeply than the value on line {number(text, above[0])}"
    begin = start + indent(text, start)
    return Mistake(begin, complaint.at, message, align(text, above[0]))


def _unaligned(complaint: Complaint) -> Mistake | None:
    """A line whose indentation is that of no block above it."""
    text, (start, end) = complaint.text, complaint.line
    begin = start + indent(text, start)
    if complaint.at != begin or in_brackets(text, begin):
        return None
    if not compiled(_NO_BLOCK).search(complaint.problem):
        return None
    above = next(_before(complaint), None)
    if above is None:
        return None
    stop = text.find(":", begin, end)
    if indent(text, above[0]) == indent(text, start):
        message = "a list item and a key cannot follow each other"
        advice = "begin the line with `- `, or indent it below the item"
        return Mistake(begin, max(stop, begin), message, advice)
    message = "the indentation matches no line above"
    return Mistake(begin, max(stop, begin), message, align(text, above[0]))


def _behind_quotes(complaint: Complaint) -> Mistake | None:
    """Text that goes on where its quotes end: 'it's', or 'self' 'none'."""
    text, at = complaint.text, complaint.at
    before = text[:at].rstrip(" ")
    mark = before[-1:]
    start = value_start(text, max(at - 1, 0))
    if "expected" not in complaint.problem or text[start : start + 1] != mark:
        return None
    if mark not in ("'", '"'):
        return None
    end = value_end(text, start, quotes=False)
    value = text[start:end]
    # 'it's' has a quote inside; in "a", "b" and "a"; q=1 quotes are part of the value
    inside = before == text[:at] and text[at : at + 1].isalnum() and value[-1:] == mark
    inner = value[1:-1] if inside else value
    message = "text continues after the closing quote"
    return Mistake(start, end, message, in_quotes(inner))


def _bracket(complaint: Complaint) -> Mistake | None:
    """A bracket inside of text in brackets, or one that is not closed."""
    text, at = complaint.text, complaint.at
    if (
        "expected ',' or" not in complaint.problem
        and "content" not in complaint.problem
    ):
        return None
    if text[at : at + 1] in ("[", "{") and text[at - 1 : at] not in (*" [{,",):
        start = value_start(text, at)
        end = value_end(text, start, nested=True)
        message = "text inside brackets needs quotes if it contains brackets"
        return Mistake(start, end, message, in_quotes(text[start:end]))
    found = open_bracket(text, at)
    if found is None or (at < len(text) and text[at] in "]},"):
        return None
    closing = {"[": "]", "{": "}"}[text[found]]
    message = f"`{text[found]}` is not closed, or a comma is missing after it"
    return Mistake(found, found + 1, message, f"add `{closing}`, or the comma")


def _missing(complaint: Complaint) -> Mistake | None:
    """A comma or a bracket where a value is due."""
    text, at = complaint.text, complaint.at
    if "content" not in complaint.problem:
        return None
    end = min(at + 1, len(text))
    return Mistake(at, end, "a value is missing here", "write one, or remove the comma")


def _list(complaint: Complaint) -> Mistake | None:
    """A list that begins on the line of its key."""
    if "sequence entries" not in complaint.problem:
        return None
    text, at = complaint.text, complaint.at
    item = text[at + 1 : value_end(text, at)].strip()
    advice = f"write [{item}], or put the items on lines of their own"
    message = "a list cannot begin on the line of its key"
    return Mistake(at, at + 1, message, advice)


def _no_key(complaint: Complaint) -> Mistake | None:
    """A line that should hold a key and does not."""
    if "could not find expected ':'" not in complaint.problem:
        return None
    text, at = complaint.text, complaint.begun
    _, end = line_of(text, at)
    advice = "write `key: value`, or indent the line if it belongs to the text above"
    return Mistake(at, end, "a key and its colon are missing on this line", advice)


def _unclosed(complaint: Complaint) -> Mistake | None:
    if "unexpected end of stream" not in complaint.problem:
        return None
    mark = complaint.text[complaint.begun : complaint.begun + 1]
    advice = f"add {mark} at the end of the text"
    begun = complaint.begun
    return Mistake(begun, begun + 1, "the quote is not closed", advice)


def _escape(complaint: Complaint) -> Mistake | None:
    if "unknown escape character" not in complaint.problem:
        return None
    # libyaml points at the backslash, PyYAML behind it
    at = complaint.at - (complaint.text[complaint.at] != "\\")
    message = f"{complaint.text[at : at + 2]} is not an escape of YAML"
    advice = "write \\\\ for a backslash, or use 'single quotes'"
    return Mistake(at, at + 1, message, advice)


def _anchor(complaint: Complaint) -> Mistake | None:
    """An alias or an anchor with a colon, at which libyaml ends its name."""
    found = _COLON_NAME.search(complaint.text, *complaint.line)
    if found is None or found.start() > complaint.at:
        return None
    kind = "an anchor" if found[0][0] == "&" else "an alias"
    message = f"the name of {kind} cannot contain a colon"
    return Mistake(*found.span(), message, f"write {found[0].replace(':', '_')}")


_EXPLANATIONS: tuple[Callable[[Complaint], Mistake | None], ...] = (
    _reserved,
    _anchor,
    _marked,
    _glued,
    _colon,
    _unaligned,
    _behind_quotes,
    _bracket,
    _missing,
    _list,
    _no_key,
    _unclosed,
    _escape,
)
