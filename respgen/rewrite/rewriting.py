"""Edits of a file -> its new bytes.

Goes in: a Source, and edits. Comes out: a Rewritten. Every edit is done as a whole or refused with a
reason, and what comes out was parsed again and compared with what was there.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from respgen.rewrite.checking import Moved, confirm
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
from respgen.rewrite.imported import Imports, Statement
from respgen.rewrite.lines import changed
from respgen.rewrite.naming import Naming
from respgen.rewrite.nodes import nodes
from respgen.rewrite.placing import Placing
from respgen.rewrite.planning import Plan
from respgen.rewrite.removing import Removal
from respgen.rewrite.rendering import Renderer
from respgen.rewrite.scopes import scopes
from respgen.rewrite.splicing import Splice, spliced
from respgen.rewrite.text import Range, Text
from respgen.rewrite.unused import Unused

_START = Span(1, 0, 1, 0)


class Middle(NamedTuple):
    """A text on the way: as bytes, as what they say, and where the old places are in it."""

    data: bytes
    text: Text
    moved: Moved


def rewritten(source: Source, edits: Iterable[Edit | Change]) -> Rewritten:
    """The file with the edits done; a tuple of edits is done as a whole or not at all.

    Each edit is a place of the file as it was. Raises nothing for any file or edit.
    """
    changes = [each if isinstance(each, tuple) else (each,) for each in edits]
    changes = list(dict.fromkeys(changes))
    try:
        text = Text(source.data)
    except Refused as error:
        all_of_them = tuple(_refusal(each, error) for each in changes)
        return Rewritten(source.name, source.data, source.data, all_of_them)
    new, refusals = _done(source, text, changes)
    return Rewritten(source.name, source.data, new, tuple(refusals))


def _done(
    source: Source, text: Text, changes: Sequence[Change]
) -> tuple[bytes, list[Refusal]]:
    """What can be done of the changes, all of them or, where that goes wrong, one after the other."""
    plan, refusals = _planned(source, text, changes)
    try:
        return _written(plan), refusals
    except Refused:
        return _one_by_one(source, text, changes)


def _one_by_one(
    source: Source, text: Text, changes: Sequence[Change]
) -> tuple[bytes, list[Refusal]]:
    done: list[Change] = []
    refusals: list[Refusal] = []
    new = source.data
    for change in changes:
        plan, refused = _planned(source, text, [*done, change])
        try:
            if refused:
                refusals += refused
                continue
            new = _written(plan)
            done.append(change)
        except Refused as error:
            refusals.append(_refusal(change, error))
    return new, refusals


def _planned(
    source: Source, text: Text, changes: Sequence[Change]
) -> tuple[Plan, list[Refusal]]:
    """What will be done, and what cannot be."""
    plan, refusals = _plan(source, text, changes, frozenset())
    if refusals or plan.naming.clashes:
        dying = Unused(plan).dying()
        if dying:
            again, others = _plan(source, text, changes, dying)
            if dying <= Unused(again).dying():
                return again, others
    return plan, refusals


def _plan(
    source: Source, text: Text, changes: Sequence[Change], dying: frozenset[str]
) -> tuple[Plan, list[Refusal]]:
    imports = Imports(text.tree, scopes(text.tree), source.package, dying)
    plan = Plan(source, text, nodes(text.tree), imports, Naming(imports))
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
    middle = _confirmed(plan, [*edited, *removal.splices(plan.removed)])
    splices = [*edited, *_imported(plan, middle)]
    return _confirmed(plan, splices).data


def _confirmed(plan: Plan, splices: list[Splice]) -> Middle:
    text = plan.text
    whole = Range(0, len(text.text))
    try:
        new = text.encoded(spliced(text, splices, whole))
    except UnicodeEncodeError as error:
        raise Refused(f"{text.codec} has no {error.object[error.start]!r}") from error
    replaced = [s.place for s in splices if s.place in plan.replaced]
    return Middle(new, confirm(text, new, splices, replaced), Moved(splices))


def _edited(plan: Plan) -> Iterator[Splice]:
    def words(name: Name, edit: Replace) -> str:
        return plan.naming.words(name, plan.place(edit.span))

    width = plan.source.width
    renderer = Renderer(plan.text, plan.nodes, width, plan.edits, words)
    return renderer.splices(Range(0, len(plan.text.text)))


def _imported(plan: Plan, middle: Middle) -> Iterator[Splice]:
    """What comes and goes in imports, and the statements that go."""
    unused = Unused(plan)
    new_names = [*plan.naming.new()]
    keeps = any(place.checked for _, places in new_names for place in places)
    leaving = unused.leaving(middle.text, middle.moved, keeps_checks=keeps)
    emptied = {node for node, names in leaving.items() if len(names) == len(node.names)}
    placing = Placing(plan.text, plan.source, plan.imports, emptied)
    for new, places in new_names:
        placing.add(new, places)
    for node in {*leaving, *placing.joined}:
        added = placing.joined.get(node, [])
        if added or node not in emptied:
            yield from _line(plan, node, leaving.get(node, set()), added)
    new_lines = [*placing.splices()]
    yield from new_lines
    filled = {each.place.start for each in new_lines}
    gone: set[ast.stmt] = {*plan.removed, *(emptied - {*placing.joined})}
    for block in () if keeps else unused.emptied(gone):
        gone = {*gone, block}.difference(block.body)
    yield from Removal(plan.text, plan.nodes, filled).splices(gone)


def _line(
    plan: Plan, node: Statement, leaving: set[ast.alias], added: list[str]
) -> Iterator[Splice]:
    """An import with other names; a comment may hold those back that leave."""
    for names in (leaving, set[ast.alias]()):
        new = changed(plan.text, node, names, added, plan.source.width)
        if new is not None:
            yield Splice(plan.text.range(Span.of(node)), new)
            return
