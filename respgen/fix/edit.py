"""Fixes -> another text of the same file, which is read again before anybody takes it.

Goes in: a document and changes of its tree. Comes out: the new text and the changes that it has.
Whatever the editors do, the tree of the new text is the old one with these changes and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Protocol

from respgen.diagnostics import Problems
from respgen.fix.changes import TreeChange, clash, is_exactly
from respgen.fix.document import Document, Edits, edited
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
    chosen: list[tuple[TreeChange, Edits]] = []
    for change in changes:
        edits = next(editor.edits(change), None)
        if edits and not any(_meet(change, edits, *other) for other in chosen):
            chosen.append((change, edits))
    return _checked(document, chosen)


def _one(document: Document, editor: Editor, change: TreeChange) -> Edited | None:
    tries = (_checked(document, [(change, edits)]) for edits in editor.edits(change))
    return next(filter(None, tries), None)


def _checked(
    document: Document, chosen: Sequence[tuple[TreeChange, Edits]]
) -> Edited | None:
    """What is read again has to be the old tree with these changes."""
    different = {edits: change for change, edits in chosen}
    every = {each for edits in different for each in edits}
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


def _meet(change: TreeChange, edits: Edits, other: TreeChange, others: Edits) -> bool:
    """Whether two changes are about one place, or touch in the text; two alike are one."""
    if edits == others:
        return False
    return clash(change, other) or any(
        one.start <= two.end and two.start <= one.end for one in edits for two in others
    )
