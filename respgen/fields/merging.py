"""Merges constants of one field: what a profile or a parent sends, and what a schema adds to it.

Goes in: the inherited text on the wire, and what a schema writes with `merge: true`. Comes out: the
text of both. A part that is a list gets further members, another one replaces the inherited one in
its place, `null` or `false` takes it away, all others stay; new ones come last.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from respgen.diagnostics import Finding, Malformed, nearest, part_name, quoted
from respgen.located import Plain
from respgen.rules import r0
from respgen.specs.origins import Pattern

Constant: TypeAlias = Callable[[Plain], str | Pattern]
"""The canonical text of what a schema writes. Raises Malformed."""
Merge: TypeAlias = Callable[[Constant, str, Plain], str | Pattern]
"""The text of the inherited one and of what a schema writes. Raises Malformed."""


def same(name: str) -> str:
    """Names that an author chooses are compared as they are."""
    return name


def replaced(inherited: str, own: str) -> str:
    """A part that is one value."""
    return own


@dataclass(frozen=True, slots=True)
class Parts:
    """How a text falls into parts by their names, and becomes one again.

    `split` raises ValueError for a malformed text; `named` is what names are compared by; `add`
    makes one part of the inherited one and of the one that is written.
    """

    split: Callable[[str], Mapping[str, str]]
    join: Callable[[Iterable[str]], str] = ", ".join
    named: Callable[[str], str] = same
    add: Callable[[str, str], str] = replaced

    def __call__(self, constant: Constant, inherited: str, value: Plain) -> str:
        """Merge a mapping, a list or a text into the inherited text."""
        kept, own = changed(self._parts(inherited), value, self.named)
        # nothing but the nonce of a policy makes a pattern, and a policy has a merge of its own
        written = self._parts(str(constant(own))) if own != {} else {}
        for name, part in written.items():
            kept[name] = self.add(kept[name], part) if name in kept else part
        return self.join(kept.values())

    def _parts(self, text: str) -> dict[str, str]:
        try:
            return {self.named(name): part for name, part in self.split(text).items()}
        except ValueError as error:
            raise unreadable(str(error)) from None


def unreadable(why: str) -> Malformed:
    """A text that has no parts, so that nothing can be merged with it."""
    message = f"cannot be merged: {why}"
    return Malformed(Finding(r0.CONFLICT, message, "correct that, or write it whole"))


def changed(
    inherited: Mapping[str, str], value: Plain, named: Callable[[str], str]
) -> tuple[dict[str, str], Plain]:
    """The inherited parts without those that a mapping takes away, and what else it says."""
    if not isinstance(value, dict):
        return dict(inherited), value
    gone = [key for key, inside in value.items() if inside is None or inside is False]
    for key in gone:
        if named(key) not in inherited:
            message = f"there is no {quoted(key)} to remove"
            advice = nearest(key, inherited) or "leave it out"
            raise Malformed(Finding(r0.CONFLICT, message, advice, (key,), at_key=True))
    names = {*map(named, gone)}
    kept = {name: part for name, part in inherited.items() if name not in names}
    return kept, {key: value[key] for key in value if key not in gone}


def listed(members: Callable[[str], Iterable[str]]) -> Parts:
    """Merges lists: each member is sent once, whatever its case."""
    return Parts(lambda text: {each.lower(): each for each in members(text)})


def directives_of(
    canonical: Callable[[str], Mapping[str, str]],
    join: Callable[[Iterable[str]], str] = ", ".join,
    add: Callable[[str, str], str] = replaced,
) -> Parts:
    """Merges directives, whose names have a spelling of their own in schemas: `max_age`."""
    return Parts(canonical, join, part_name, add)
