"""What the catalogue's package is imported as.

Goes in: a project, and the facts of its code. Comes out: the import path, from where the code imports what
stands beside the package; folders without `__init__.py` do not say where that is.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import takewhile

from respgen.project import Project
from respgen.project.paths import import_home, within
from respgen.sending.catalogue import import_path
from respgen.source.program.facts import Facts
from respgen.source.program.units import Unit


def imported_as(project: Project, facts: Facts) -> str:
    """The import path of the output."""
    parts = within(project.output, project.root)
    home = within(import_home(project.output), project.root)
    found = [*_imports(facts, facts.units, parts[:-1])]
    if not any(_is_beside(parts, *each) for each in found):
        found += _imports(facts, _near(facts, parts), parts[:-1])
    beside = Counter(each[0] for each in found if _is_beside(parts, *each))
    others = {base for base, _ in found if base == home[: len(base)]}
    if beside:
        start = max(beside, key=lambda each: (beside[each], len(each)))
    elif others and home[:1] != ("..",):
        start = max(others, key=len)
    else:
        return import_path(project.output)
    return ".".join(parts[len(start) :])


def _is_beside(parts: tuple[str, ...], base: tuple[str, ...], top: str) -> bool:
    """Whether a module is of the outermost folder of the package, or stands where the package does."""
    return parts[len(base)] == top or base == parts[:-1]


_MOST = 40
"""Files that are read for no other reason."""


def _near(facts: Facts, parts: tuple[str, ...]) -> Iterator[Unit]:
    """The modules that have most of their path in common with the package."""

    def order(file: str) -> tuple[int, str]:
        pairs = zip(file.split("/"), parts, strict=False)
        return -len([*takewhile(lambda pair: pair[0] == pair[1], pairs)]), file

    for file in sorted(facts.program.units.files, key=order)[:_MOST]:
        if unit := facts.program.units.unit(file):
            yield unit


def _imports(
    facts: Facts, modules: Iterable[Unit], above: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The folders around the package that modules are imported from, and the first name of each."""
    units = facts.program.units
    for unit in modules:
        for name in _names(unit.tree):
            home = units.home(name, unit.file)
            base = tuple(filter(None, home.removesuffix(name).split(".")))
            is_own = units.has(home) and f".{home}".endswith(f".{name}")
            if is_own and above[: len(base)] == base:
                yield base, name.partition(".")[0]


def _names(tree: ast.Module) -> Iterator[str]:
    for node in tree.body:
        match node:
            case ast.ImportFrom(module=str(module), level=0):
                yield module
            case ast.Import(names=names):
                yield from (each.name for each in names)
