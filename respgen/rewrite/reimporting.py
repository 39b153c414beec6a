"""A name of a module that comes from elsewhere from now on.

Goes in: a Reimport. Comes out: what it means for the file: a class that gives way to an import or to
an assignment, or an import that gives way to another.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from respgen.rewrite.edits import (
    Name,
    Refused,
    Reimport,
    Remove,
    Replace,
    Source,
    Span,
)
from respgen.rewrite.imported import Imported, Imports, Place
from respgen.rewrite.mentions import exported
from respgen.rewrite.naming import Forced
from respgen.rewrite.nodes import Nodes
from respgen.rewrite.removing import logical_line, statement_range
from respgen.rewrite.text import Range, Text


@dataclass(frozen=True, slots=True)
class Outcome:
    """An edit at a place, an import that is needed, an imported name that goes."""

    edit: Replace | Remove
    place: Range | None = None
    forced: tuple[Name, Forced] | None = None
    moved: Imported | None = None


def reimported(
    source: Source, text: Text, nodes: Nodes, imports: Imports, edit: Reimport
) -> Outcome:
    """What is done for it. Raises Refused."""
    if edit.span is None:
        return _import(text, imports, edit)
    node = nodes.statements.get(edit.span)
    if not isinstance(node, ast.ClassDef) or node.name != edit.name:
        raise Refused(f"no class {edit.name} has this place", edit.span)
    scope = imports.scopes.of[node]
    if scope.names[edit.name] > 1:
        raise Refused(f"{edit.name} is bound in another place, too", edit.span)
    place = statement_range(text, node)
    if not _is_imported(source, text, imports, edit, node, place):
        # the name stays one of this module, for type checkers and for those who import it
        words = (f"{edit.name} = ", Name(edit.module, "", f".{edit.source}"))
        if source.owned:
            place = _nearer(text, imports, node, place)
        return Outcome(Replace(edit.span, words), place)
    forced = Forced(edit.name, node.lineno, (Place(scope, node.lineno),))
    wanted = Name(edit.module, edit.source)
    return Outcome(Remove(edit.span), place, (wanted, forced))


def _nearer(text: Text, imports: Imports, node: ast.ClassDef, place: Range) -> Range:
    """With one of the two blank lines before it, where imports are: an assignment has one there."""
    body = imports.tree.body
    before = body[body.index(node) - 1] if node in body[1:] else None
    row = text.row(place.start)
    blank = row > 2 and not any(text.line(row - n).strip() for n in (1, 2))
    if isinstance(before, ast.Import | ast.ImportFrom) and blank:
        return Range(text.start(row - 1), place.end)
    return place


def _is_imported(
    source: Source,
    text: Text,
    imports: Imports,
    edit: Reimport,
    node: ast.ClassDef,
    place: Range,
) -> bool:
    """Whether an import does: where it is used here alone, or said to be public."""
    if node not in imports.tree.body:
        return False
    if edit.name in exported(imports.tree):
        return True
    uses = imports.scopes.uses(edit.name, imports.scopes.top)
    elsewhere = (not place.holds(text.range(Span.of(each))) for each in uses)
    return edit.name not in source.public and any(elsewhere)


def _import(text: Text, imports: Imports, edit: Reimport) -> Outcome:
    scopes = imports.scopes
    found = [each for each in imports.every if each.local == edit.name]
    if len(found) != 1 or scopes.top.names[edit.name] > 1:
        raise Refused(f"{edit.name} is not imported in one place")
    old = found[0]
    for comment in text.commented(logical_line(text, old.statement)):
        raise Refused(f"a comment stands at the import of {edit.name}: {comment.text}")
    rows = [
        each.lineno
        for each in scopes.uses(edit.name, scopes.top)
        if not scopes.of[each].is_deferred
    ]
    row = min(rows, default=old.statement.lineno + 1)
    checked = old.checking
    place = Place(scopes.top, row, annotates=checked, checked=checked)
    forced = Forced(edit.name, row - 1, (place,))
    span = Span.of(old.statement)
    return Outcome(Remove(span), None, (Name(edit.module, edit.source), forced), old)
