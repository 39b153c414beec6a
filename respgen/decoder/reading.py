"""What a decoder says of values that have the wrong shape, in the author's words.

Goes in: an entry of the tree and what was expected of it. Comes out: notes, which become findings.
"""

from __future__ import annotations

from collections import abc
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from respgen.decoder.advice import as_written, listed, or_none
from respgen.decoder.respelt import respelt, without_quotes
from respgen.diagnostics import (
    Diagnostic,
    Finding,
    Fix,
    Places,
    Rule,
    Span,
    locate,
    nearest,
    part_name,
    quoted,
)
from respgen.load.tree import Entry, Mapping, Node, Scalar
from respgen.load.yaml_places import without_space
from respgen.located import kind
from respgen.rules import r0

if TYPE_CHECKING:
    from respgen.decoder.keys import Keys

NOT_YET = "not supported by this version of respgen"


class Choice(Protocol):
    """Words of which one is due."""

    @property
    def words(self) -> tuple[str, ...]: ...
    @property
    def planned(self) -> abc.Mapping[str, str]: ...
    @property
    def meant(self) -> abc.Mapping[str, str]: ...


@dataclass(frozen=True, slots=True)
class Reading:
    """One pass over a tree. `homes` are the mappings in which a misplaced key is looked for.

    `instead` is the help for a mapping with one of its keys, where no mapping is expected.
    """

    homes: tuple[type[Keys], ...] = ()
    instead: abc.Mapping[str, str] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)

    def inside(self, keys: type[Keys]) -> Reading:
        """The same pass, in a mapping of these keys."""
        same = keys.instead is self.instead
        return self if same else replace(self, instead=keys.instead)

    def _note(
        self, rule: Rule, span: Span, message: str, advice: str, fix: Fix | None = None
    ) -> None:
        found = Diagnostic(span, rule.code, rule.severity, message, advice, fix)
        self.notes.append(found)

    def found(self, found: Finding, entry: Entry) -> None:
        """Note what a check says of an entry's value."""
        node = entry.value
        keys = node.entries if isinstance(node, Mapping) else ()
        spans = {each.key: each.key_span for each in keys}
        self.notes.append(locate(found, Places.of_entry(mark(entry), spans)))

    def wrong_type(self, expected: str, entry: Entry, advice: str) -> None:
        """Note that a value is of another kind than its key takes."""
        node = entry.value
        message = f"expected {expected}, found {kind_of(node)}"
        known = (help_ for key, help_ in self.instead.items() if has_key(node, key))
        better = next(known, as_written(expected, node)) or or_none(advice, node)
        fix = without_quotes(expected, node)
        span = node.span if node.span.line == node.span.end_line else mark(entry)
        self._note(r0.WRONG_TYPE, span, message, better, fix)

    def unknown_word(self, entry: Entry, word: str, choice: Choice) -> None:
        span, known = entry.value.span, choice.words
        if word in choice.planned:
            message = f"the {entry.key} {quoted(word)} is {NOT_YET}"
            self._note(r0.UNKNOWN_WORD, span, message, choice.planned[word])
            return
        other = choice.meant.get(part_name(word), "")
        fix = respelt(span, word, known, other)
        near = other or nearest(word, known)
        # the key of a list's item is its number
        called = "word" if entry.key.isdecimal() else entry.key
        message = f"unknown {called} {quoted(word)}"
        advice = near or f"write {listed(known)}"
        self._note(r0.UNKNOWN_WORD, span, message, advice, fix)

    def unindented(self, entry: Entry, message: str, advice: str) -> None:
        """Note that a key stands beside the one that it belongs below."""
        self._note(r0.WRONG_TYPE, entry.key_span, message, advice)

    def missing(self, word: str, example: object, entry: Entry) -> None:
        """Note that a mapping lacks a key."""
        message = f"missing key {quoted(word)}"
        self._note(r0.MISSING_KEY, mark(entry), message, f"{word}: {example or '...'}")

    def unknown_key(self, entry: Entry, keys: type[Keys]) -> None:
        key, span, known = entry.key, entry.key_span, keys.rows
        if key in keys.elsewhere:
            message = f"{quoted(key)} cannot be used with {quoted(keys.needed[-1])}"
            self._note(r0.CONFLICT, span, message, "leave out one of the two")
            return
        if key in keys.planned:
            message = f"the {keys.called} {quoted(key)} is {NOT_YET}"
            self._note(keys.unknown, span, message, keys.planned[key])
            return
        other = without_space(key) or keys.help_for(key)
        fix = respelt(span, key, known, other)
        near = other or nearest(key, {*known, *keys.elsewhere})
        home = self._home(key)
        advice = near or keys.advice or home or _others(known)
        message = f"unknown {keys.called} {quoted(key)}"
        self._note(keys.unknown, span, message, advice, fix)

    def _home(self, key: str) -> str:
        """What has a key that stands in the wrong mapping."""
        if key == "$schema":
            return "in YAML write it as a comment: # yaml-language-server: $schema=..."
        noun = next((home.noun for home in self.homes if key in home.rows), "")
        return f"move it: {noun} has this key" if noun else ""


def has_key(node: Node, word: str) -> bool:
    return isinstance(node, Mapping) and node.entry(word) is not None


def mark(entry: Entry) -> Span:
    """What a finding marks: the value if it is short, the key before it otherwise."""
    is_short = isinstance(entry.value, Scalar)
    return entry.value.span if is_short else entry.key_span


def kind_of(node: Node) -> str:
    """What a value is, in an author's words."""
    if isinstance(node, Scalar):
        return kind(node.value)
    return "a mapping" if isinstance(node, Mapping) else "a list"


def _others(known: abc.Mapping[str, object]) -> str:
    """The help for a key that is near to none: the keys there are, if they are few."""
    if len(known) > 6:
        return "remove it: `respgen jsonschema` prints every key there is"
    return f"write {listed([*known])}"
