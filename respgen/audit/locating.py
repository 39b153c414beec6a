"""Where fields and mappings stand, which may be another module than that of what is done with them.

Goes in: a node, and the module that uses it. Comes out: its place.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from respgen.audit.acts import FieldChange
from respgen.audit.places import Place
from respgen.audit.written import Written
from respgen.source.bindings import FunctionNode, Imported
from respgen.source.program.facts import Facts
from respgen.source.program.units import Unit


@dataclass(frozen=True, slots=True)
class Spot:
    """A node with the statement, and the function, that it is part of."""

    unit: Unit
    node: ast.AST
    statement: ast.stmt
    function: FunctionNode | None

    @property
    def place(self) -> Place:
        return Place(self.unit, self.node, self.statement)


_Around = tuple[ast.stmt, FunctionNode | None]


@dataclass
class Locator:
    """Goes through a file when something is first looked for in it."""

    facts: Facts
    _known: dict[str, dict[int, _Around]] = field(default_factory=dict)

    def place(self, found: Written) -> Place:
        """Where the field stands; where that is out of sight, what is done with it."""
        act = found.act
        if isinstance(act, FieldChange):
            return act.place
        spot = self.spot(act.body.unit, found.node)
        return spot.place if spot else act.at(act.node("headers"))

    def spot(self, unit: Unit, node: ast.AST) -> Spot | None:
        """A node of a module, or of one that it imports from."""
        for each in (unit, *self._imported(unit)):
            around = self._around(each).get(id(node))
            if around:
                return Spot(each, node, *around)
        return None

    def _around(self, unit: Unit) -> dict[int, _Around]:
        if unit.file not in self._known:
            self._known[unit.file] = dict(_inside(unit.tree))
        return self._known[unit.file]

    def _imported(self, unit: Unit) -> Iterator[Unit]:
        bound = unit.source.bindings.values()
        names = dict.fromkeys(
            name
            for each in bound
            if isinstance(each, Imported)
            for name in (each.module, f"{each.module}.{each.name}")
        )
        for name in names:
            found = self.facts.program.units.module(name)
            if found:
                yield found


def _inside(tree: ast.Module) -> Iterator[tuple[int, _Around]]:
    """Each node with what is around it."""
    waiting: list[tuple[ast.AST, ast.stmt | None, FunctionNode | None]]
    waiting = [(tree, None, None)]
    while waiting:
        node, statement, function = waiting.pop()
        inside = node if isinstance(node, FunctionNode) else function
        for each in ast.iter_child_nodes(node):
            around = each if isinstance(each, ast.stmt) else statement
            if around is not None:
                yield id(each), (around, inside)
            waiting.append((each, around, inside))
