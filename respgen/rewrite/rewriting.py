"""Edits of a file -> its new bytes.

Goes in: a Source, and edits. Comes out: a Rewritten. Every edit is done as a whole or refused with a
reason, and what comes out was parsed again and compared with what was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from respgen.rewrite.checking import Moved, confirm, parsed
from respgen.rewrite.edits import (
    Change,
    Edit,
    Name,
    Refusal,
    Refused,
    Replace,
    Rewritten,
    Source,
    Span,
)
from respgen.rewrite.imported import Imports
from respgen.rewrite.importing import Importing
from respgen.rewrite.naming import Naming
from respgen.rewrite.nodes import Nodes, nodes
from respgen.rewrite.planning import Plan
from respgen.rewrite.removing import Removal
from respgen.rewrite.rendering import Renderer
from respgen.rewrite.scopes import Scopes, scopes
from respgen.rewrite.splicing import Splice, spliced
from respgen.rewrite.text import Range, Text
from respgen.rewrite.unused import Unused

_START = Span(1, 0, 1, 0)


class File(NamedTuple):
    """A file, read once."""

    source: Source
    text: Text
    nodes: Nodes
    scopes: Scopes


def rewritten(source: Source, edits: Iterable[Edit | Change]) -> Rewritten:
    """The file with the edits done; a tuple of edits is done as a whole or not at all.

    Each edit is a place of the file as it was. Raises nothing for any file or edit.
    """
    changes = [each if isinstance(each, tuple) else (each,) for each in edits]
    changes = list(dict.fromkeys(changes))
    try:
        text = Text(source.data)
        _ = text.tokens  # or it is refused as a whole
    except Refused as error:
        all_of_them = tuple(_refusal(each, error) for each in changes)
        return Rewritten(source.name, source.data, source.data, all_of_them)
    file = File(source, text, nodes(text.tree), scopes(text.tree))
    new, refusals = _done(file, changes)
    return Rewritten(source.name, source.data, new, tuple(refusals))


def _done(file: File, changes: Sequence[Change]) -> tuple[bytes, list[Refusal]]:
    """What can be done of the changes, all of them or, where that goes wrong, one after the other."""
    plan, refusals = _planned(file, changes)
    if not plan.edits and not plan.moved:
        return file.source.data, refusals
    try:
        return _written(plan), refusals
    except Refused:
        return _one_by_one(file, changes)


def _one_by_one(file: File, changes: Sequence[Change]) -> tuple[bytes, list[Refusal]]:
    done: list[Change] = []
    refusals: list[Refusal] = []
    new = file.source.data
    for change in changes:
        plan, refused = _planned(file, [*done, change])
        try:
            if refused:
                refusals += refused
                continue
            new = _written(plan)
            done.append(change)
        except Refused as error:
            refusals.append(_refusal(change, error))
    return new, refusals


def _planned(file: File, changes: Sequence[Change]) -> tuple[Plan, list[Refusal]]:
    """What will be done, and what cannot be."""
    plan, refusals = _plan(file, changes, frozenset())
    if refusals or plan.naming.clashes:
        dying = Unused(plan).dying()
        if dying:
            again, others = _plan(file, changes, dying)
            if dying <= Unused(again).dying():
                return again, others
    return plan, refusals


def _plan(
    file: File, changes: Sequence[Change], dying: frozenset[str]
) -> tuple[Plan, list[Refusal]]:
    """The same, where the names that die may be given to others."""
    source, text = file.source, file.text
    imports = Imports(text.tree, file.scopes, source.package, dying)
    plan = Plan(source, text, file.nodes, imports, Naming(imports))
    refusals = []
    for change in changes:
        try:
            plan.accept(change)
        except Refused as error:
            refusals.append(_refusal(change, error))
    return plan, refusals


def _refusal(change: Change, error: Refused) -> Refusal:
    spans = [error.span, *(each.span for each in change), _START]
    return Refusal(change, error.reason, next(each for each in spans if each))


def _written(plan: Plan) -> bytes:
    """Raises Refused where the outcome is not what it has to be."""
    edited = [*_edited(plan)]
    removal = Removal(plan.text, plan.nodes)
    first = [*edited, *removal.splices(plan.removed)]
    middle = parsed(_bytes(plan.text, first))
    splices = [*edited, *Importing.of(plan, middle, Moved(first)).splices()]
    new = _bytes(plan.text, splices)
    replaced = [s.place for s in splices if s.place in plan.replaced]
    confirm(plan.text, parsed(new), splices, replaced)
    return new


def _bytes(text: Text, splices: list[Splice]) -> bytes:
    try:
        return text.encoded(spliced(text, splices, Range(0, len(text.text))))
    except UnicodeEncodeError as error:
        raise Refused(f"{text.codec} has no {error.object[error.start]!r}") from error


def _edited(plan: Plan) -> Iterator[Splice]:
    def words(name: Name, edit: Replace) -> str:
        return plan.naming.words(name, plan.place(edit.span))

    width = plan.source.width
    renderer = Renderer(plan.text, plan.nodes, width, plan.edits, words)
    return renderer.splices(Range(0, len(plan.text.text)))
