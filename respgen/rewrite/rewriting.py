"""Edits of a file -> its new bytes.

Goes in: a Source, and edits. Comes out: a Rewritten. Every edit is done as a whole or refused with a
reason, and what comes out was parsed again and compared with what was there.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from respgen.rewrite.checking import confirm
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
from respgen.rewrite.lines import changed
from respgen.rewrite.naming import Naming
from respgen.rewrite.nodes import nodes
from respgen.rewrite.placing import Placing
from respgen.rewrite.planning import Plan
from respgen.rewrite.rendering import Renderer, Splice, spliced
from respgen.rewrite.scopes import scopes
from respgen.rewrite.text import Range, Text

_START = Span(1, 0, 1, 0)


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
    imports = Imports(text.tree, scopes(text.tree), source.package)
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
    text = plan.text
    splices = [*_edited(plan), *_imported(plan)]
    whole = Range(0, len(text.text))
    try:
        new = text.encoded(spliced(text, splices, whole))
    except UnicodeEncodeError as error:
        raise Refused(f"{text.codec} has no {error.object[error.start]!r}") from error
    confirm(text, new, splices)
    return new


def _edited(plan: Plan) -> list[Splice]:
    def words(name: Name, edit: Replace) -> str:
        return plan.naming.words(name, plan.place(edit))

    edits = [(p, e) for p, e in plan.edits if isinstance(e, Replace)]
    renderer = Renderer(plan.text, plan.nodes, plan.source.width, edits, words)
    return [*renderer.splices(Range(0, len(plan.text.text)))]


def _imported(plan: Plan) -> list[Splice]:
    text, width = plan.text, plan.source.width
    placing = Placing(text, plan.source, plan.imports)
    for new, places in plan.naming.new():
        placing.add(new, places)
    splices = []
    for node, added in placing.joined.items():
        line = changed(text, node, (), added, width)
        if line is not None:
            splices.append(Splice(text.range(Span.of(node)), line))
    return [*splices, *placing.splices()]
