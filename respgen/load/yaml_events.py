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

_ADVICE = (
    ("cannot start any token", 'text that begins with this character needs "quotes"'),
    ("mapping values are not allowed", 'text with `: ` in it needs "quotes"'),
    ("sequence entries are not allowed", "put the list on lines of its own"),
    ("could not find expected ':'", "a key needs `:` and a space after it"),
    ("did not find expected key", "check the indentation and the quotes"),
    ("did not find expected '-'", "check the indentation"),
    ("unexpected end of stream", "the quote is not closed"),
    ("unknown escape character", "write \\\\ for a backslash, or use 'single quotes'"),
    ("tab character", "indent with spaces"),
)
# Where these are found says little; where their construct began says it all.
_UNFINISHED = ("unexpected end of stream", "could not find expected ':'")
_DIGITS = re.compile(r"[0-9a-fA-F]*")


def yaml_events(source: SchemaText) -> Iterator[Event]:
    """Every event up to the end of the stream."""
    offset = 0
    try:
        parser = PARSER(source.text)
        while event := parser.get_event():
            yield event
            offset = event.end_mark.index if event.end_mark else offset
    except MarkedYAMLError as error:
        _syntax_error(source, error)
    except (YAMLError, ValueError, OverflowError) as error:
        # PyYAML's own parser leaves "\UFFFFFFFF" to chr().
        source.halt(r0.SYNTAX, source.point(offset), f"not valid YAML: {error}")


def _syntax_error(source: SchemaText, error: MarkedYAMLError) -> NoReturn:
    problem = error.problem or error.context or "not valid YAML"
    mark = error.problem_mark
    if error.context_mark and any(part in problem for part in _UNFINISHED):
        mark = error.context_mark
    offset = mark.index if mark else 0
    if "nesting depth" in problem:  # libyaml's own limit, met before its event is out
        source.too_deep(offset)
    if "Unicode character escape" in problem:
        _bad_escape(source, offset)
    if "undefined tag" in problem:
        source.halt(r0.TAG, source.point(offset), "a YAML tag", "remove the tag")
    advice = _advice(source, problem, offset)
    if error.context_mark and "expected ',' or" in problem:
        line, _ = source.place(error.context_mark.index)
        advice = f"the bracket on line {line} is not closed, or a comma is missing"
    source.halt(r0.SYNTAX, source.point(offset), problem, advice)


def _advice(source: SchemaText, problem: str, offset: int) -> str:
    if source.text[offset : offset + 1] == "\t":
        return "indent with spaces"
    return next((advice for part, advice in _ADVICE if part in problem), "")


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
    source.halt(r0.SYNTAX, span, "no such Unicode character")
