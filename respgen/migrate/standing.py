"""Whether a class of the catalogue can be wherever values of another one go.

Goes in: a class, and what takes its place. Comes out: nothing; raises Differs where the program asks for a
class that the new one is not below: by an annotation, which a type checker holds it to, or by `isinstance`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from respgen.audit.acts import Construction
from respgen.diagnostics import quoted
from respgen.migrate.references import Reference, References, Use, is_named, name_of
from respgen.sending.catalogue import Catalogue, Entry
from respgen.sending.differences import FAR, Differs
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION
from respgen.specs.types import ImportPath

Gone = Mapping[Class, Entry]
"""The classes that go, and what takes their place under their names."""
_ANYWHERE = frozenset({Use.PARAMETER, Use.ASKED, Use.OTHER})
"""What a value can come to from wherever it is made."""


@dataclass
class Standing:
    """Knows the program's names for classes, and the lines of classes in the catalogue."""

    facts: Facts
    catalogue: Catalogue
    references: References
    _lines: dict[int, frozenset[Class | str]] = field(default_factory=dict)

    def check_call(self, act: Construction, entry: Entry, gone: Gone) -> None:
        """Whether the new class can be what this call makes. Raises Differs."""
        if not self.facts.program.derives(act.of, HTTP_EXCEPTION):
            self._check(act, self._lost(act.of, entry, gone))

    def check_base(self, act: Construction, base: str) -> None:
        """Whether a class below one of the framework's can be what this call makes. Raises Differs."""
        line = frozenset(self._line(base))
        self._check(act, (e for e in self.facts.program.line(act.of) if e not in line))

    def _check(self, act: Construction, lines: Iterable[Class | str]) -> None:
        for lost in lines:
            for use in self.references.of(lost):
                if use.use in _ANYWHERE:
                    raise _differs(lost, use)
                is_here = use.use in (Use.RETURNED, Use.TYPE)
                if is_here and _is_same(use.function, act.body.node):
                    raise _differs(lost, use)

    def check_class(self, of: Class, entry: Entry, gone: Gone) -> None:
        """Whether the new class can be what the old one was. Raises Differs."""
        for lost in self._lost(of, entry, gone):
            for use in self.references.of(lost):
                harmless = use.use is Use.RETURNED and not self._reaches(use, of)
                if use.use in (*_ANYWHERE, Use.TYPE, Use.RETURNED) and not harmless:
                    raise _differs(lost, use)

    def is_below(self, lower: Entry, upper: Entry) -> bool:
        """Whether a class of the catalogue is another one, or below it."""
        package = self.catalogue.package
        entries = {
            (each.module.removeprefix(f"{package}."), each.spec.name): each
            for each in self.catalogue.entries
        }
        found: Entry | None = lower
        while found is not None and found != upper:
            parent = found.spec.parent
            found = entries.get((parent.module, parent.name)) if parent else None
        return found is not None

    def _lost(self, of: Class | str, entry: Entry, gone: Gone) -> Iterator[Class | str]:
        """The classes that the old one is, or is below, and the new one is not."""
        if id(entry) not in self._lines:
            self._lines[id(entry)] = frozenset(self._line(entry.spec.base))
        for each in self.facts.program.line(of):
            new = gone.get(each) if isinstance(each, Class) else None
            is_kept = new is not None and self.is_below(entry, new)
            if not is_kept and each not in self._lines[id(entry)]:
                yield each

    def _line(self, base: ImportPath | str) -> Iterable[Class | str]:
        program = self.facts.program
        if isinstance(base, str):
            return program.line(f"starlette.responses.{base}")
        home = program.units.home(base.module, "")
        found = program.named(home, *base.name.split("."))
        return program.line(found) if isinstance(found, Class | str) else ()

    def _reaches(self, use: Reference, of: Class) -> bool:
        """Whether a function may return one of the class: it names it, or a function that returns one."""
        nodes = [*ast.walk(use.function)] if use.function else []
        if any(is_named(self.facts, use.unit, each, of) for each in nodes):
            return True
        makers = {
            each.function.name
            for each in self.references.of(of)
            if each.use is Use.RETURNED and each.function
        }
        names = {getattr(each, "id", getattr(each, "attr", "")) for each in nodes}
        return not makers.isdisjoint(names)


def _is_same(function: FunctionNode | None, node: ast.AST) -> bool:
    """Whether two trees have a function at one place."""
    place = (function.name, function.lineno) if function else None
    return place == (getattr(node, "name", ""), getattr(node, "lineno", 0))


def _differs(lost: Class | str, use: Reference) -> Differs:
    place = f"{use.unit.file}:{getattr(use.node, 'lineno', 0)}"
    name, function = name_of(lost), use.function
    match use.use:
        case Use.RETURNED if function:
            why = f"which {quoted(function.name)} is annotated to return"
        case Use.PARAMETER | Use.TYPE:
            why = f"which {place} is annotated with"
        case Use.ASKED:
            why = f"for which {place} asks"
        case _:
            why = f"which {place} uses as a value"
    return Differs(f"it is no {name}, {why}", FAR)
