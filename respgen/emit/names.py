"""The names of one generated module: what it imports, and under which local name.

Goes in: the names that the module defines itself. Comes out: import lines, black-formatted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from respgen.emit.layout import Group, laid_out
from respgen.emit.source import Source, code, dotted, identifier, joined, literal
from respgen.specs.expressions import SUPPORT
from respgen.vocabulary.targets import TARGETS

_FRAMEWORKS = tuple(row.package for row in TARGETS.values() if row.package)


@dataclass(slots=True)
class Names:
    """Allots a local name to everything a module imports; `taken` are names it defines itself."""

    taken: set[str]
    _local: dict[tuple[str, str], str] = field(default_factory=dict)

    def imported(self, module: str, name: str) -> Source:
        """The local name of `name` from `module`; a clash gives the import another name."""
        if module == "builtins":
            return dotted(name)
        head, _, members = name.partition(".")
        if (module, head) not in self._local:
            self._local[module, head] = self._free(module, head)
        local = identifier(self._local[module, head])
        return code("{}.{}", local, dotted(members)) if members else local

    def _free(self, module: str, name: str) -> str:
        used = self.taken | set(self._local.values())
        return next(choice for choice in _choices(module, name) if choice not in used)

    def support(self, name: str) -> Source:
        """A name of the support module."""
        return self.imported(SUPPORT, name)

    def needed(self, of: str) -> frozenset[str]:
        """The names that come from a module."""
        return frozenset(name for module, name in self._local if module == of)

    @property
    def used(self) -> bool:
        """Whether the module imports anything."""
        return bool(self._local)

    def lines(self, width: int) -> Source:
        """The import block: standard library, others, own package; sorted, a blank line between."""
        modules = sorted({module for module, _ in self._local})
        blocks = [
            joined(
                "\n",
                [
                    line
                    for module in modules
                    if kind(module)
                    for line in self._lines(module, width)
                ],
            )
            for kind in BLOCKS
        ]
        return joined("\n\n", [block for block in blocks if block.text])

    def _lines(self, module: str, width: int) -> Iterator[Source]:
        """Its imports as isort has them: one statement, and one for each other name."""
        local = {n: own for (m, n), own in self._local.items() if m == module}
        plain = sorted((n for n, own in local.items() if n == own), key=import_order)
        found = [plain] if plain else []
        found += [[name] for name, own in local.items() if name != own]
        for names in sorted(found, key=lambda each: import_order(each[0])):
            yield _line(module, [_item(name, local[name]) for name in names], width)


def import_order(name: str) -> tuple[int, str, str]:
    """How isort sorts what one module gives: constants, classes, all else."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    return kind, name.lower(), name


def _line(module: str, items: Sequence[Source], width: int) -> Source:
    line = code("from {} import {}", dotted(module), joined(", ", items))
    if len(line.text) <= width:
        return line
    opening = code("from {} import (", dotted(module))
    return laid_out(Group(opening, tuple(items), code(")")), 0, 0)


def _item(name: str, local: str) -> Source:
    if name == local:
        return identifier(name)
    return code("{} as {}", identifier(name), identifier(local))


def _choices(module: str, name: str) -> Iterator[str]:
    yield name
    if module.startswith(_FRAMEWORKS):
        yield f"Base{name}"
    prefix = module.rpartition(".")[2].strip("_")
    # an alias of a class stays a class name: shop.models.User -> ModelsUser
    yield (
        prefix.title().replace("_", "") + name
        if name[:1].isupper()
        else f"{prefix}_{name}"
    )
    yield from (f"{name}_{number}" for number in range(2, sys.maxsize))


# the standard library of every Python from 3.11 to 3.14, whichever of them runs us: what went
# (PEP 594, PEP 632) and what came
_STANDARD = sys.stdlib_module_names.union(
    ("aifc", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "crypt"),
    ("distutils", "imghdr", "imp", "lib2to3", "mailcap", "msilib", "nis", "nntplib"),
    ("ossaudiodev", "pipes", "smtpd", "sndhdr", "spwd", "sunau", "telnetlib"),
    ("uu", "xdrlib", "annotationlib", "compression"),
)


def _is_standard(module: str) -> bool:
    return module.split(".")[0] in _STANDARD


BLOCKS: tuple[Callable[[str], bool], ...] = (
    _is_standard,
    lambda module: not module.startswith(".") and not _is_standard(module),
    lambda module: module.startswith("."),
)


def sorted_all(names: Iterable[str], width: int) -> Source:
    """`__all__ = [...]`, sorted."""
    items = tuple(literal(name) for name in sorted(names))
    return laid_out(Group(code("__all__ = ["), items, code("]")), 0, width)
