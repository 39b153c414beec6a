"""Imports inside of functions.

Goes in: a statement. Comes out: a value for each name that it binds.
"""

from __future__ import annotations

import ast

from respgen.source.bindings import Imported, bound
from respgen.source.program.evaluating import Evaluator
from respgen.source.program.scopes import Names
from respgen.source.program.units import Unit
from respgen.source.program.values import Named


def imported(
    evaluator: Evaluator, unit: Unit, node: ast.Import | ast.ImportFrom
) -> Names:
    """What the names are from here on."""
    found: Names = {}
    for name, each in bound(node, unit.package):
        if isinstance(each, Imported):
            home = evaluator.program.units.home(each.module, unit.file)
            found[name] = (
                evaluator.member(home, each.name, node) if each.name else Named(home)
            )
    return found
