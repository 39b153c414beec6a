"""Fixes -> another text of the same file, which is read again before anybody takes it.

Goes in: a document and changes of its tree. Comes out: the new text and the changes that it has.
Whatever the editors do, the tree of the new text is the old one with these changes and no other.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Protocol

from respgen.diagnostics import KeyPath, Problems
from respgen.fix.changes import TreeChange, clash, is_exactly
from respgen.fix.document import Document, Edit, Edits, edited
from respgen.fix.json import JsonEditor
from respgen.fix.toml import TomlEditor
from respgen.fix.yaml import YamlEditor
from respgen.load import parse


class Editor(Protocol):
    """What knows how one file of a format is laid out."""

    def edits(self, change: TreeChange) -> Iterator[Edits]:
        """Edits that may make a change, the most likely first."""


EDITORS: dict[str, Callable[[Document], Editor]] = {
    ".yaml": YamlEditor,
    ".yml": YamlEditor,
    ".json": JsonEditor,
    ".toml": TomlEditor,
}


@dataclass(frozen=True, slots=True)
class Edited:
    """The new bytes of a file, the edits that made them, and the changes that they have."""

    data: bytes
    edits: Edits
    changes: tuple[TreeChange, ...]


def edit(document: Document, changes: Sequence[TreeChange]) -> Edited | None:
    """The file with as many of the changes as do not get in each other's way.

    None where the first of them cannot be made, or all of them together cannot.
    """
    editor = EDITORS[PurePosixPath(document.name).suffix.lower()](document)
    if len(changes) == 1:
        return _one(document, editor, changes[0])
    chosen = _Chosen()
    for change in changes:
        edits = next(editor.edits(change), None)
        if edits and not chosen.meets(change, edits):
            chosen.add(change, edits)
    return _checked(document, chosen.pairs)


_DEPTH = 2
"""Keys that lead to a class: changes of two classes do not clash."""


@dataclass(slots=True)
class _Chosen:
    """Changes that do not get in each other's way, by the class that they are about."""

    pairs: list[tuple[TreeChange, Edits]] = field(default_factory=list)
    _near: dict[KeyPath, list[tuple[TreeChange, Edits]]] = field(default_factory=dict)
    _spans: list[tuple[int, int]] = field(default_factory=list)

    def add(self, change: TreeChange, edits: Edits) -> None:
        pair = change, edits
        self.pairs.append(pair)
        self._near.setdefault(_class_of(change), []).append(pair)
        for each in edits:
            insort(self._spans, (each.start, each.end))

    def meets(self, change: TreeChange, edits: Edits) -> bool:
        """Whether it is about the place of another one, or touches its text; two alike are one."""
        key = _class_of(change)
        near = [*self._near.get(key, ()), *self._near.get((), ())]
        others = near if key else self.pairs
        if any(edits == those for _, those in others):
            return False
        return any(clash(change, other) for other, _ in others) or any(
            map(self._touches, edits)
        )

    def _touches(self, edit: Edit) -> bool:
        """Spans do not overlap, so those next to the edit are the nearest."""
        place = bisect_left(self._spans, (edit.start, edit.end))
        around = self._spans[max(place - 1, 0) : place + 1]
        return any(start <= edit.end and edit.start <= end for start, end in around)


def _class_of(change: TreeChange) -> KeyPath:
    """The keys that lead there; none where it is about more than what is in a class."""
    return change.path[:_DEPTH] if len(change.path) > _DEPTH else ()


def _one(document: Document, editor: Editor, change: TreeChange) -> Edited | None:
    tries = (_checked(document, [(change, edits)]) for edits in editor.edits(change))
    return next(filter(None, tries), None)


def _checked(
    document: Document, chosen: Sequence[tuple[TreeChange, Edits]]
) -> Edited | None:
    """What is read again has to be the old tree with these changes."""
    different = {edits: change for change, edits in chosen}
    every = sorted({each for edits in different for each in edits})
    data = document.encoded(edited(document.text, every))
    problems = Problems()
    new = parse(data, document.name, problems) if chosen else None
    # a key that stands there twice would not show in the tree
    if new is None or (problems.errors and problems.errors > _mistakes(document)):
        return None
    if is_exactly(new.root, document.root, different.values()):
        return Edited(data, tuple(every), tuple(change for change, _ in chosen))
    return None


def _mistakes(document: Document) -> int:
    """The errors that the text has already where it is read, which are others' business."""
    problems = Problems()
    parse(document.encoded(document.text), document.name, problems)
    return problems.errors
