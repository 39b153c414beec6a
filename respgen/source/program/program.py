"""What names and classes of a program mean, over all of its modules.

Goes in: units. Come out: values of names, and the line of classes above one.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from respgen.source.bindings import FunctionNode, Imported, bindings
from respgen.source.names import Alias, Class, Function, Meaning, Names
from respgen.source.program.frameworks import RESPONSE, canonical, lineage, status
from respgen.source.program.units import FRAMEWORKS, Unit, Units
from respgen.source.program.values import Known, Named

_VISITS = 50_000_000
_DEPTH = 40
"""Classes below one another, or names for one another."""


@dataclass
class Program:
    """Keeps what it found.

    `catalogue` is the folder of the generated package, as the name of a module.
    """

    units: Units
    catalogue: str = ""
    _lines: dict[Class, tuple[Class | str, ...]] = field(default_factory=dict)
    _frameworks: dict[Class | str, str | None] = field(default_factory=dict)

    @cached_property
    def names(self) -> Names:
        return Names(self.units, _VISITS)

    def named(self, module: str, *path: str) -> Meaning:
        """What a dotted name of a module means, behind all names for it."""
        found = self.names.bound(module, path)
        for _ in range(_DEPTH):
            match found:
                case Alias(home, (ast.Name() | ast.Attribute()) as node):
                    found = self.names.meaning(home, node)
                case Alias(home, ast.Subscript(value=origin)) if _is_class_like(origin):
                    found = self.names.meaning(home, origin)
                case str(name):
                    return canonical(name)
                case _:
                    return found
        return None

    def member(self, of: str, name: str) -> Meaning:
        """What a module of the program has by a name; the import path where it is another's."""
        if self.units.has(of):
            return self.names.bound(of, (name,))
        return canonical(f"{of}.{name}")

    # Classes

    def line(self, of: Class | str) -> tuple[Class | str, ...]:
        """A class and those above it, the nearest first."""
        if isinstance(of, str):
            return lineage(of)
        if of not in self._lines:
            self._lines[of] = (of,)  # a circle ends here
            above = [each for base in self.bases(of) for each in self.line(base)]
            last = {each: number for number, each in enumerate(above)}
            kept = (each for number, each in enumerate(above) if last[each] == number)
            self._lines[of] = (of, *kept)
        return self._lines[of]

    def bases(self, of: Class) -> Iterator[Class | str]:
        """The classes right above it, as far as they are known."""
        for base in of.node.bases:
            origin = base.value if isinstance(base, ast.Subscript) else base
            found = self.class_of(of.module, origin)
            found = self._hidden(of) if found == of else found
            if found:
                yield found

    def _hidden(self, of: Class) -> Class | str | None:
        """What a class had its name from: `class JSONResponse(JSONResponse)`."""
        unit = self.unit_of(of)
        if unit is None or of.node not in unit.tree.body:
            return None
        before = unit.tree.body[: unit.tree.body.index(of.node)]
        match bindings(before, unit.package).bindings.get(of.node.name):
            case Imported(module, str(name)):
                home = self.units.home(module, unit.file)
                found = self.named(home, name) if self.units.has(home) else None
                found = found or canonical(f"{home}.{name}")
                return found if isinstance(found, Class | str) else None
            case ast.ClassDef() as node:
                return Class(of.module, node)
        return None

    def class_of(self, module: str, node: ast.expr) -> Class | str | None:
        """The class that an expression of a module names."""
        for _ in range(_DEPTH):
            match self.names.meaning(module, node):
                case Alias(home, (ast.Name() | ast.Attribute()) as inner):
                    if inner is node:
                        return None
                    module, node = home, inner
                case Alias(home, ast.Subscript(value=inner)):
                    module, node = home, inner
                case Class() as found:
                    return found
                case str(path):
                    return canonical(path)
                case _:
                    return None
        return None

    def framework(self, of: Class | str) -> str | None:
        """The framework's class that it is, or derives from."""
        if of not in self._frameworks:
            found = (each for each in self.line(of) if isinstance(each, str))
            ours = (each for each in found if each.partition(".")[0] in FRAMEWORKS)
            self._frameworks[of] = next(ours, None)
        return self._frameworks[of]

    def derives(self, of: Class | str, *paths: str) -> bool:
        """Whether it is one of the classes, or below one."""
        found = self.framework(of)
        return found is not None and any(each in paths for each in lineage(found))

    def is_response(self, of: object) -> bool:
        """Whether it is a class of responses."""
        return isinstance(of, Class | str) and self.derives(of, RESPONSE)

    def is_known(self, of: Class | str) -> bool:
        """Whether nothing above it, and no decorator, can bring what nobody sees here."""
        return all(
            (
                each.partition(".")[0] in FRAMEWORKS
                if isinstance(each, str)
                else self._told(each)
            )
            for each in self.line(of)
            if each not in _BARE
        )

    def _told(self, of: Class) -> bool:
        bases = len([*self.bases(of)])
        plain = not of.node.decorator_list and not of.node.keywords
        return plain and bases == len(of.node.bases)

    def method(self, of: Class | str, name: str) -> Function | str | None:
        """The method that instances have, or the framework's class that has it."""
        for each in self.line(of):
            if isinstance(each, str):
                return each
            for node in each.node.body:
                if isinstance(node, FunctionNode) and node.name == name:
                    return Function(each.module, node, each)
        return None

    def constant(self, of: Class | str, name: str) -> tuple[Class, ast.expr] | None:
        """What the bodies of a class, and of those above it, assign to a name."""
        for each in self.line(of):
            for node in each.node.body if isinstance(each, Class) else ():
                match node:
                    case ast.Assign(targets=[ast.Name(id=found)], value=value):
                        pass
                    case ast.AnnAssign(
                        target=ast.Name(id=found), value=ast.expr() as value
                    ):
                        pass
                    case _:
                        continue
                if found == name and isinstance(each, Class):
                    return each, value
        return None

    def is_catalogue(self, of: object) -> bool:
        """Whether the generated package defines it."""
        module = getattr(of, "module", None) if not isinstance(of, str) else of
        inside = f"{self.catalogue}."
        return bool(self.catalogue) and f"{module}.".startswith(inside)

    def unit_of(self, of: Class | Function) -> Unit | None:
        return self.units.module(of.module)


_BARE = frozenset({"abc.ABC", "typing.Generic", "builtins.object"})
"""Bases that bring nothing."""


def _is_class_like(node: ast.expr) -> bool:
    return isinstance(node, ast.Name | ast.Attribute)


def named(meaning: Meaning) -> Known | Named | None:
    """A value for what is no expression."""
    if isinstance(meaning, str) and (number := status(meaning)):
        return Known(number)
    if isinstance(meaning, Class | Function | str):
        return Named(meaning)
    return None
