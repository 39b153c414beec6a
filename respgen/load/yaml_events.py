"""The events of a YAML text, and what its author is told where it is none.

Goes in: the text of a file. Comes out: events with marks in characters, or `Halt` after a noted
mistake. libyaml does the work; PyYAML's own parser stands in where libyaml is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NoReturn, Protocol

from yaml.error import MarkedYAMLError, YAMLError
from yaml.events import Event
from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner

from respgen.load.source import SchemaText, unfit, unfit_message
from respgen.load.yaml_errors import Complaint, begins_reserved, explained
from respgen.rules import r0


class EventParser(Protocol):
    """What libyaml's parser and PyYAML's own have in common."""

    def __init__(self, stream: str) -> None: ...

    def get_event(self) -> Event | None: ...


class PurePython(Reader, Scanner, Parser):
    """PyYAML's own parser: the same events and marks, slower."""

    def __init__(self, stream: str) -> None:
        Reader.__init__(self, stream)
        Scanner.__init__(self)
        Parser.__init__(self)


PARSER: type[EventParser] = PurePython
try:
    from yaml._yaml import CParser
except ImportError:  # pragma: no cover # a PyYAML that was built without libyaml
    pass
else:
    PARSER = CParser

_DIGITS = re.compile(r"[0-9a-fA-F]*")


class ReservedError(Exception):
    """Text begins, at an offset, with a character that YAML keeps for other uses."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.at = at


def yaml_events(source: SchemaText, text: str) -> Iterator[Event]:
    """Every event of a text up to the end of the stream. Raises ReservedError."""
    offset = 0
    try:
        parser = PARSER(text)
        while event := parser.get_event():
            yield event
            offset = event.end_mark.index if event.end_mark else offset
    except MarkedYAMLError as error:
        _syntax_error(source, text, error)
    except (YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser leaves "\UFFFFFFFF" to chr().
        message = f"not valid YAML: {error}"
        source.halt(r0.SYNTAX, source.point(offset), message, "put the text in quotes")


def _syntax_error(source: SchemaText, text: str, error: MarkedYAMLError) -> NoReturn:
    problem = error.problem or error.context or "not valid YAML"
    at = error.problem_mark.index if error.problem_mark else 0
    begun = error.context_mark.index if error.context_mark else at
    if "nesting depth" in problem:  # libyaml's own limit, met before its event is out
        source.too_deep(at)
    if "Unicode character escape" in problem:
        _bad_escape(source, at)
    if "undefined tag" in problem:
        source.halt(
            r0.TAG, source.point(at), "a YAML tag is not allowed", "remove the tag"
        )
    words = f"{error.context} {problem}"
    if (reserved := begins_reserved(text, words, at, begun)) is not None:
        raise ReservedError(reserved) from error
    mistake = explained(Complaint(source.text, words, at, begun))
    if mistake is None:
        advice = "check the indentation and the quotes of this line and the one before"
        source.halt(r0.SYNTAX, source.point(at), problem, advice)
    span = source.span(mistake.start, mistake.end)
    source.halt(r0.SYNTAX, span, mistake.message, mistake.advice)


def _bad_escape(source: SchemaText, offset: int) -> NoReturn:
    r"""`offset` is that of the digits in \uXXXX."""
    digits = _DIGITS.match(source.text, offset, offset + 8)
    end = digits.end() if digits else offset
    if source.text[offset - 1] == "u":
        end = min(end, offset + 4)
    value = int(source.text[offset:end] or "0", 16)
    span = source.span(offset - 2, end)
    if value <= 0x10FFFF and unfit(character := chr(value)):
        advice = r"write the character itself, or \U and its eight digits"
        source.halt(r0.TEXT, span, unfit_message(character), advice)
    advice = "write the character itself, or the digits of its code point"
    source.halt(r0.SYNTAX, span, "there is no such Unicode character", advice)
