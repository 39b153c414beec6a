"""The order of import statements, as isort and ruff have it.

Go in: the imports of a file, and new ones. Come out: which new ones go between which of the others.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from respgen.emit.imports import Key, import_order, natural, sections
from respgen.rewrite.lines import statement
from respgen.rewrite.naming import New
from respgen.rewrite.text import Text

Owned: TypeAlias = Callable[[str], bool]
Group: TypeAlias = tuple[ast.stmt | None, list["Line"], ast.stmt | None]
"""New lines, and the statements before and behind them."""


@dataclass(frozen=True, slots=True)
class Line:
    """A new statement; without a module, its names are modules."""

    module: str
    items: tuple[str, ...]

    def written(self, text: Text, margin: str, width: int) -> str:
        """The statement."""
        start = f"from {self.module} import" if self.module else "import"
        return statement(text, start, self.items, margin, width)


def lines_of(wanted: Iterable[New], is_sorted: bool) -> list[Line]:
    """A statement for each module; isort gives each `as` its own."""
    found: dict[tuple[str, str], list[str]] = {}
    for each in sorted(wanted):
        alone = not each.module or (is_sorted and each.local != each.name)
        key = each.module, each.item if alone else ""
        found.setdefault(key, []).append(each.item)
    return [
        Line(module, tuple(sorted(items, key=import_order)))
        for (module, _), items in found.items()
    ]


@dataclass(frozen=True, slots=True)
class Order:
    """`owned` says which modules are the project's own; without it there is no order."""

    owned: Owned | None

    def placed(self, run: Sequence[ast.stmt], lines: Iterable[Line]) -> Iterator[Group]:
        """New lines between the statements of a run."""
        keys = [self.key(each) for each in run]
        if self.owned is None or keys != sorted(keys):
            yield run[-1], list(lines), None
            return
        groups: dict[int, list[Line]] = {}
        for line in self.arranged(lines):
            index = sum(key <= self.key(line) for key in keys)
            groups.setdefault(index, []).append(line)
        ends = [None, *run, None]
        for index, group in groups.items():
            before, after = ends[index], ends[index + 1]
            leading = [each for each in group if self._leads(each, before, after)]
            for part in ([e for e in group if e not in leading], leading):
                if part:
                    yield before, part, after

    def arranged(self, lines: Iterable[Line]) -> list[Line]:
        """New lines in their order."""
        return [*lines] if self.owned is None else sorted(lines, key=self.key)

    def leads(
        self, group: Sequence[Line], before: ast.stmt | None, after: ast.stmt | None
    ) -> bool:
        """Whether new lines belong to what stands behind them, in another section."""
        return before is not None and self._leads(group[0], before, after)

    def _leads(
        self, line: Line, before: ast.stmt | None, after: ast.stmt | None
    ) -> bool:
        if self.owned is None or after is None or before is None:
            return False
        return self.section(line) == self.section(after) != self.section(before)

    def spaced(
        self, before: ast.stmt | None, group: Sequence[Line], after: ast.stmt | None
    ) -> Iterator[Line | None]:
        """The lines, with a blank one, None, between sections."""
        last: ast.stmt | Line | None = before
        if self.leads(group, before, after):
            last = None
        for line in group:
            if last is not None and self._parts(last, line):
                yield None
            yield line
            last = line
        if before is None and after is not None and self._parts(group[-1], after):
            yield None

    def _parts(self, one: ast.stmt | Line, other: ast.stmt | Line) -> bool:
        if self.owned is None:
            return self.section(one) == -1 != self.section(other)
        return self.section(one) != self.section(other)

    def key(self, of: ast.stmt | Line) -> Key:
        """What statements are sorted by."""
        match of:
            case ast.ImportFrom(module=module, names=names, level=level):
                first = natural(names[0].name)
                return self.section(of), 1, -level, natural(module or ""), first
            case ast.Import(names=names):
                return self.section(of), 0, 0, natural(names[0].name), ()
            case Line(module="", items=items):
                return self.section(of), 0, 0, natural(items[0].split(" ")[0]), ()
            case Line(module=module, items=items):
                return self.section(of), 1, 0, natural(module), natural(items[0])
        raise TypeError(of)

    def section(self, of: ast.stmt | Line) -> int:
        """The number of its section."""
        module = _module(of)
        if module == "__future__":
            return -1
        owned = self.owned or (lambda module: False)
        found = (i for i, belongs in enumerate(sections(owned)) if belongs(module))
        return next(found)


def _module(of: ast.stmt | Line) -> str:
    match of:
        case ast.ImportFrom(module=module, level=level):
            return "." * level + (module or "")
        case ast.Import(names=names):
            return names[0].name
        case Line(module="", items=items):
            return items[0].split(" ")[0]
        case Line(module=module):
            return module
    raise TypeError(of)
