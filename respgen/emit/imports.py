"""Import statements as isort and ruff sort them.

Goes in: what a module imports, each with its local name, and which modules are the project's own.
Comes out: the lines, in sections: standard library, others, the project's, its own package.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from respgen.emit.layout import Group, laid_out
from respgen.emit.source import Source, code, dotted, identifier, joined, margin
from respgen.specs.expressions import SUPPORT

Section: TypeAlias = Callable[[str], bool]
"""Whether a module belongs to a section."""
Key: TypeAlias = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Import:
    """`from module import name as local`; without a name the module itself."""

    module: str
    name: str
    local: str


def sections(owned: Section) -> tuple[Section, ...]:
    """Each has a blank line before it."""

    def others(module: str) -> bool:
        return not (module.startswith(".") or is_standard(module) or owned(module))

    def own(module: str) -> bool:
        return not (module.startswith(".") or is_standard(module)) and owned(module)

    return is_standard, others, own, lambda module: module.startswith(".")


def block(
    imports: Iterable[Import],
    owned: Section,
    width: int,
    *,
    commas: bool = True,
    indent: int = 0,
) -> Source:
    """The lines. `commas`: what is split stays split, for its trailing comma."""
    found = list(imports)
    parts = [
        joined(
            "\n", _lines([i for i in found if belongs(i.module)], width, commas, indent)
        )
        for belongs in sections(owned)
    ]
    return joined("\n\n", [part for part in parts if part.text])


def _lines(
    imports: Sequence[Import], width: int, commas: bool, indent: int
) -> Iterator[Source]:
    """Whole modules first; of the others one statement a module, and one for each other name."""
    whole = [each for each in imports if not each.name]
    for each in sorted(whole, key=lambda each: natural(each.module)):
        yield code("{}{}", margin(indent), _whole(each))
    modules = {each.module for each in imports if each.name}
    for module in sorted(modules, key=natural):
        own = [each for each in imports if each.name and each.module == module]
        for names in _statements(own):
            yield _members(module, names, width, commas, indent)


def _statements(imports: Sequence[Import]) -> list[list[Import]]:
    ordered = sorted(imports, key=lambda each: import_order(each.name))
    plain = [each for each in ordered if each.name == each.local]
    others = [[each] for each in ordered if each.name != each.local]
    found = [plain, *others] if plain else others
    return sorted(found, key=lambda each: import_order(each[0].name))


def _whole(of: Import) -> Source:
    if of.module == of.local:
        return code("import {}", dotted(of.module))
    return code("import {} as {}", dotted(of.module), identifier(of.local))


def _members(
    module: str, imports: Sequence[Import], width: int, commas: bool, indent: int
) -> Source:
    items = tuple(map(_item, imports))
    # a line a name: two branches that each need another one of core merge
    split = module == SUPPORT and commas
    line = code(
        "{}from {} import {}", margin(indent), dotted(module), joined(", ", items)
    )
    if len(line.text) <= width and not split:
        return line
    opening = code("{}from {} import (", margin(indent), dotted(module))
    return laid_out(Group(opening, items, code(")")), indent, 0)


def _item(of: Import) -> Source:
    if of.name == of.local:
        return identifier(of.name)
    return code("{} as {}", identifier(of.name), identifier(of.local))


def import_order(name: str) -> Key:
    """How the names of one module are sorted: constants, classes, all else."""
    constant = len(name) > 1 and name.isupper()
    kind = 0 if constant else 1 if name[:1].isupper() else 2
    return kind, *natural(name)


def natural(text: str) -> Key:
    """The order of people: whatever the case, where that leaves a choice, and 2 before 10."""
    return _natural(text.lower()), _natural(text)


def _natural(text: str) -> Key:
    parts: list[str] = re.findall(r"\d+|\D", text)
    return tuple(_digits(part) if part[0].isdigit() else (ord(part),) for part in parts)


def _digits(text: str) -> Key:
    # a number; with a zero first it is read as what stands behind a decimal point
    return (ord("0"), 0, text) if text[0] == "0" else (ord("0"), 1, int(text))


# the standard library of every Python from 3.10 to 3.14, whichever of them runs us: what went
# (PEP 594, PEP 632) and what came
_STANDARD = sys.stdlib_module_names.union(
    ("aifc", "asynchat", "asyncore", "audioop", "cgi", "cgitb", "chunk", "crypt"),
    ("distutils", "imghdr", "imp", "lib2to3", "mailcap", "msilib", "nis", "nntplib"),
    ("ossaudiodev", "pipes", "smtpd", "sndhdr", "spwd", "sunau", "telnetlib"),
    ("uu", "xdrlib", "annotationlib", "compression"),
)


def is_standard(module: str) -> bool:
    """Whether it is of the standard library."""
    return module.split(".")[0] in _STANDARD
