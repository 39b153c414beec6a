"""What a decoder says of values that have the wrong shape, in the author's words.

Goes in: an entry of the tree and what was expected of it. Comes out: notes, which become findings.
"""

from __future__ import annotations

from collections import abc
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

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
    quoted,
)
from respgen.load.tree import Entry, Mapping, Node, Scalar
from respgen.located import kind
from respgen.rules import r0

if TYPE_CHECKING:
    from respgen.decoder.keys import Keys

NOT_BUILT = "this version of respgen does not support"
NOT_YET = f"{NOT_BUILT} it"


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

    def wrong_type(self, expected: str, entry: Entry) -> None:
        """Note that a value is of another kind than its key takes."""
        node = entry.value
        message = f"expected {expected}, found {kind_of(node)}"
        known = (advice for key, advice in self.instead.items() if has_key(node, key))
        advice = next(known, _advice(expected, node))
        fix = without_quotes(expected, node)
        self._note(r0.WRONG_TYPE, mark(entry), message, advice, fix)

    def unknown_word(
        self, entry: Entry, word: str, known: Sequence[str], planned: Collection[str]
    ) -> None:
        near = nearest(word, known) or f"one of {', '.join(known)}"
        advice = NOT_YET if word in planned else near
        span = entry.value.span
        message = f"unknown {entry.key} {quoted(word)}"
        fix = respelt(span, word, known)
        self._note(r0.UNKNOWN_WORD, span, message, advice, fix)

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
        near = nearest(key, {*known, *keys.elsewhere})
        advice = near or keys.advice or self._home(key)
        advice = NOT_YET if key in keys.planned else advice
        message = f"unknown {keys.called} {quoted(key)}"
        self._note(keys.unknown, span, message, advice, respelt(span, key, known))

    def _home(self, key: str) -> str:
        """What has a key that stands in the wrong mapping."""
        if key == "$schema":
            return "in YAML write it as a comment: # yaml-language-server: $schema=..."
        noun = next((home.noun for home in self.homes if key in home.rows), "")
        return f"{noun} has this key" if noun else ""


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


def _advice(expected: str, node: Node) -> str:
    if not isinstance(node, Scalar):
        return ""
    if node.value is None:
        return "write {} if it is empty" if expected == "a mapping" else ""
    if isinstance(node.value, str):
        return _ADVICE_ON_TEXT.get(expected, "")
    return "put it in quotes" if expected.startswith("text") else ""


_ADVICE_ON_TEXT = {
    "a list": "write it as a list, in brackets",
    "a list or a mapping": "write it as a list, in brackets",
    "a whole number or a mapping": "write digits, without quotes",
    "a whole number": "write digits, without quotes",
    "true or false": "write true or false, without quotes",
    "true, false or a mapping": "write true or false, without quotes",
}
