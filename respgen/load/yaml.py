"""YAML with places, composed from the parser's events.

Goes in: the text of a file. Comes out: the located tree, or `Halt` after a noted mistake.
Scalars follow YAML 1.2 core; tags, further documents and merge keys are no part of the language.
"""

from __future__ import annotations

import re
from collections import abc
from collections.abc import Iterable
from dataclasses import replace
from typing import NoReturn

from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    DocumentStartEvent,
    Event,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
)

from respgen.core.grammar import compiled
from respgen.diagnostics import Replace, Span, nearest
from respgen.load.entries import Entries
from respgen.load.scalars import plain_value
from respgen.load.source import (
    DEPTH,
    EXPANDED,
    SIZE,
    Halt,
    SchemaText,
    unfit,
    unfit_message,
)
from respgen.load.tree import Entry, Mapping, Node, Scalar, Sequence, walk
from respgen.load.yaml_events import ReservedError, yaml_events
from respgen.load.yaml_old import colon, comment, question
from respgen.load.yaml_places import in_quotes
from respgen.rules import r0

# Anchor and tag in either order, with the blanks and comments up to their node (section 6.9).
_GAP = r"(?:\s++(?:#[^\r\n]*+)?+)*+"
_ANCHOR = rf"&[^\s,\[\]{{}}]*+{_GAP}"
_TAG = rf"(?P<{{}}>!(?:<[^>\s]*+>|[^\s,\[\]{{{{}}}}]*+)){_GAP}"
_PROPERTIES = (
    f"{_ANCHOR}(?:{_TAG.format('last')})?+|{_TAG.format('first')}(?:{_ANCHOR})?+"
)
_ESCAPE = re.compile(
    r"\\(?:x(..)|u(.{4})|U(.{8})|(.))", re.DOTALL  # YAML 1.2.2 section 5.7
)
_MASKED = 50
"""Texts without their quotes after which reading ends: each of them begins it anew."""
_BY_NUMBER = frozenset({"errors"})  # keys of its mapping may be numbers: statuses
_SHORT = {"0": "\0", "a": "\a", "b": "\b", "v": "\v", "f": "\f", "e": "\x1b"}


def read_yaml(source: SchemaText, *, numbers: bool = False) -> Node:
    """The tree of the one document; an empty mapping where there is none.

    `numbers`: keys may be whole numbers anywhere, and are the text that is written.
    """
    masked: dict[int, str] = {}
    while True:
        try:
            return _Composer(source, masked, numbers).document()
        except ReservedError as found:
            if len(masked) == _MASKED:
                end = found.at + 1
                _note_unquoted(source, found.at, end, source.text[found.at : end])
                raise Halt from found
            # what comes after it is read, too: with another character in its place
            masked[found.at] = source.text[found.at]


def _note_unquoted(source: SchemaText, start: int, end: int, text: str) -> None:
    span = source.span(start, end)
    message = f"text cannot begin with {text[:1]} unless it is in quotes"
    fix = Replace(span, text)
    source.note(r0.UNQUOTED, span, message, in_quotes(text), fix)


class _Composer:
    def __init__(
        self, source: SchemaText, masked: abc.Mapping[int, str], numbers: bool
    ) -> None:
        self._source = source
        self._masked = masked
        self._events = yaml_events(source, _with_masks(source.text, masked))
        self._anchors: dict[str, Node | None] = {}  # None: still open
        self._nodes = 0  # what aliases have brought
        self._characters = 0
        self._last = 0  # where the last node read ends
        self._anywhere = numbers
        self._numbers = numbers  # whether the keys of the next mapping may be numbers

    def document(self) -> Node:
        root: Node = Mapping((), Span.start(self._source.name))
        begun = False
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if begun:
                    self._second(event)
                begun = True
                root = self._node(next(self._events), 1)
        return root

    def _second(self, event: DocumentStartEvent) -> None:
        end = _end(event)
        span = self._source.span(end - 3 if event.explicit else _start(event), end)
        message = "the file contains a second document"
        self._source.halt(r0.DOCUMENTS, span, message, "move it to a file of its own")

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            return self._alias(event, depth)
        if not isinstance(event, NodeEvent):  # the parser pairs its events
            raise TypeError(f"{event} begins no node")
        if event.anchor is None:
            return self._written(event, depth)
        colon(self._source, event.anchor, _start(event))
        self._anchors[event.anchor] = None
        node = self._written(event, depth)
        self._anchors[event.anchor] = node
        return node

    def _written(self, event: NodeEvent, depth: int) -> Node:
        start = self._content(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, start)
        self._source.enter(depth, start)
        if isinstance(event, MappingStartEvent):
            return self._mapping(start, depth)
        return self._sequence(start, depth)

    def _content(self, event: NodeEvent) -> int:
        """Where a node begins behind its anchor; a tag is a mistake."""
        start = _start(event)
        tag = getattr(event, "tag", None)
        if tag is None and event.anchor is None:
            return start
        end = _end(event) if isinstance(event, ScalarEvent) else len(self._source.text)
        found = compiled(_PROPERTIES).match(self._source.text, start, end)
        if found is None:
            return start
        if tag is not None and found.lastgroup:
            span = self._source.span(*found.span(found.lastgroup))
            written = found[found.lastgroup]
            self._source.note(
                r0.TAG, span, f"the YAML tag {written} is not allowed", "remove the tag"
            )
        return found.end()

    def _scalar(self, event: ScalarEvent, start: int) -> Scalar:
        end = _end(event)
        if event.style in ("|", ">"):  # their mark stands where the next token begins
            end = start + len(self._source.text[start:end].rstrip())
        self._last = end
        span = self._source.span(start, end)
        if event.style in ("'", '"'):
            comment(self._source, end)
        if start in self._masked:
            text = self._masked[start] + event.value[1:]
            _note_unquoted(self._source, start, end, text)
            return Scalar(text, span)
        if not event.style:
            return Scalar(plain_value(self._source, span, event.value), span)
        if unfit(event.value):
            self._unfit(start, end)
        return Scalar(event.value, span)

    def _unfit(self, start: int, end: int) -> None:
        """Note the escapes that make what no text may hold; decoded text has none but by escapes."""
        for match in _ESCAPE.finditer(self._source.text, start, end):
            digits = match[1] or match[2] or match[3]
            character = chr(int(digits, 16)) if digits else _SHORT.get(match[4], "")
            if unfit(character):
                message = unfit_message(character)
                span = self._source.span(*match.span())
                self._source.note(r0.TEXT, span, message, "remove it")

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries, merged = Entries(self._source), list[Entry]()
        numbers, self._numbers = self._numbers, self._anywhere
        while not isinstance(event := next(self._events), CollectionEndEvent):
            question(self._source, _start(event))
            key = self._node(event, depth + 1)
            written = self._source.text[_start(event) : self._last]
            text = self._key(key, written, numbers)
            self._numbers = self._anywhere or (depth == 1 and text in _BY_NUMBER)
            value = self._node(next(self._events), depth + 1)
            if text == "<<" and self._source.text[_start(event)] == "<":
                merged += self._merged(key.span, value)
            elif text is not None:
                entries.add(text, key.span, value)
        entries.fill(merged)
        return entries.mapping(self._closed(start, event))

    def _key(self, key: Node, written: str, numbers: bool) -> str | None:
        """The text of a key; what stands for it where it is a number, a truth value or null."""
        if isinstance(key, Scalar) and isinstance(key.value, str):
            return key.value
        if numbers and written.isdigit():
            return written
        if not isinstance(key, Scalar) or not written:
            advice = "write a name before the colon"
            self._source.note(r0.WRONG_TYPE, key.span, "the key is not text", advice)
            return None
        message = f"the key {written} is not text"
        advice = f'quote the key: "{written}"'
        if written.isdigit():
            advice = f'begin it with a letter, or quote the key: "{written}"'
        self._source.note(r0.WRONG_TYPE, key.span, message, advice)
        return written

    def _merged(self, span: Span, value: Node) -> list[Entry]:
        """What a merge key brings: it is refused, and what it brings is no mistake of its own."""
        message = "`<<` is a merge key, which YAML 1.2 does not have"
        advice = "write the keys out, or share them: headers by use, classes by extends"
        self._source.note(r0.SYNTAX, span, message, advice)
        sources = value.items if isinstance(value, Sequence) else (value,)
        return [
            entry for each in sources if isinstance(each, Mapping) for entry in each
        ]

    def _sequence(self, start: int, depth: int) -> Sequence:
        items: list[Node] = []
        while not isinstance(event := next(self._events), CollectionEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), self._closed(start, event))

    def _closed(self, start: int, event: CollectionEndEvent) -> Span:
        """The span of a collection: to its bracket, or where its last node ends."""
        if _start(event) < _end(event):
            self._last = _end(event)
            comment(self._source, self._last)
        return self._source.span(start, self._last)

    def _alias(self, event: AliasEvent, depth: int) -> Node:
        span = self._source.span(_start(event), _end(event))
        self._last = _end(event)
        name = event.anchor or ""
        if name not in self._anchors:
            near = nearest(name, self._anchors)
            advice = near or f'text that begins with * needs quotes: "*{name}"'
            self._source.halt(r0.SYNTAX, span, f"no anchor is named &{name}", advice)
        node = self._anchors[name]
        if node is None:
            message = f"&{name} contains itself"
            advice = "write the value out, without the alias"
            self._source.halt(r0.LIMIT, span, message, advice)
        self._expand(node, depth, span)
        return replace(node, span=span)

    def _expand(self, node: Node, depth: int, span: Span) -> None:
        """Count what an alias stands for, before anybody walks it."""
        for found, below in walk(node, depth):
            self._nodes += 1
            self._characters += _length(found)
            if self._nodes > EXPANDED:
                self._too_much(span, f"{EXPANDED:,} nodes")
            if self._characters > SIZE:
                self._too_much(span, f"{SIZE:,} characters")
            if below > DEPTH and not isinstance(found, Scalar):
                message = f"nested more than {DEPTH} levels deep"
                self._source.halt(r0.LIMIT, span, message, "nest less deeply")

    def _too_much(self, span: Span, limit: str) -> NoReturn:
        message = f"the aliases expand to more than {limit}"
        self._source.halt(r0.LIMIT, span, message, "use fewer aliases")


def _with_masks(text: str, masked: Iterable[int]) -> str:
    """The text with a letter at these offsets."""
    characters = [*text] if masked else []
    for at in masked:
        characters[at] = "x"
    return "".join(characters) or text


def _length(node: Node) -> int:
    if isinstance(node, Mapping):
        return sum(len(entry.key) for entry in node)
    value = node.value if isinstance(node, Scalar) else None
    return len(value) if isinstance(value, str) else 0


def _start(event: Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end(event: Event) -> int:
    return event.end_mark.index if event.end_mark else 0
