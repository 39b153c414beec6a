"""Where a value can be imported from that only run time knows: `settings.path`.

Goes in: a value, and the expression that it is. Comes out: the import path of what gives it, which
`from:` names; None where nothing does.
"""

from __future__ import annotations

import ast

from respgen.migrate.ground import Ground
from respgen.source.bindings import Imported
from respgen.source.program.values import (
    Attribute,
    How,
    Instance,
    Known,
    Unknown,
    Value,
)
from respgen.specs.types import ImportPath

_FOLDERS = ("src", "lib")
_DEEP = 20
"""Imports of imports."""


def origin(
    ground: Ground, module: str, node: ast.expr | None, value: Value
) -> ImportPath | None:
    """What gives the value whenever it is read."""
    if isinstance(value, Known | Unknown):
        return None
    path = _written(ground, module, node) or _kept(ground, value)
    if path is None or ground.read(path) != value:
        return None
    return ImportPath(importable(ground, path.module), path.name)


def importable(ground: Ground, module: str) -> str:
    """What a module is imported as: `src` is no package, unless it says that it is one."""
    first, _, rest = module.partition(".")
    has_init = ground.facts.program.units.has(first) and (
        ground.facts.program.units.module(first) is not None
    )
    return rest if first in _FOLDERS and rest and not has_init else module


def _written(ground: Ground, module: str, node: ast.expr | None) -> ImportPath | None:
    """The names of an expression, from the module that defines the first of them."""
    names = dotted(node)
    for _ in range(_DEEP):
        source = ground.facts.program.units.get(module)
        if source is None or not names:
            return None
        match source.bindings.get(names[0]):
            case Imported(home, None):
                module, names = home, names[1:]
            case Imported(home, str(name)):
                module, names = _submodule(ground, home, name, names[1:])
            case ast.expr():
                return ImportPath(module, ".".join(names))
            case ast.FunctionDef() if len(names) == 1:
                return ImportPath(module, names[0])
            case _:
                return None
    return None


def _submodule(
    ground: Ground, home: str, name: str, rest: tuple[str, ...]
) -> tuple[str, tuple[str, ...]]:
    """`from . import settings` names a module."""
    inner = f"{home}.{name}"
    if ground.facts.program.units.get(inner) is not None:
        return inner, rest
    return home, (name, *rest)


def _kept(ground: Ground, value: Value) -> ImportPath | None:
    """The one object of a module that has what is read of an instance of its class."""
    names: list[str] = []
    while isinstance(value, Attribute):
        names.append(value.name)
        value = value.of
    if not names or not isinstance(value, Instance):
        return None
    found = [
        ImportPath(unit.module, ".".join((name, *reversed(names))))
        for unit in ground.facts.units
        for name in _assigned(unit.tree)
        if _is_made(ground.read(ImportPath(unit.module, name)), value)
    ]
    return found[0] if len(found) == 1 else None


def _is_made(found: Value | None, value: Instance) -> bool:
    made = isinstance(found, Instance) and found.how in (How.BUILT, How.RETURNED)
    return made and found == value


def _assigned(tree: ast.Module) -> list[str]:
    return [
        target.id
        for each in tree.body
        if isinstance(each, ast.Assign | ast.AnnAssign)
        for target in (each.targets if isinstance(each, ast.Assign) else [each.target])
        if isinstance(target, ast.Name)
    ]


def dotted(node: ast.expr | None) -> tuple[str, ...]:
    """`a.b.c` as its names; empty for any other expression."""
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return (node.id, *reversed(names)) if isinstance(node, ast.Name) else ()
