"""The names of one generated module: what it imports, when, and under which local name.

Goes in: the names that the module defines itself. Comes out: its import statements.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from respgen.emit.imports import Import, block, is_standard
from respgen.emit.layout import Group, call, laid_out
from respgen.emit.source import Source, code, dotted, identifier, joined, literal
from respgen.project.python import DEFAULT, Python
from respgen.project.style import Style
from respgen.specs.expressions import SUPPORT, Kept, Untyped
from respgen.specs.types import ImportPath, words
from respgen.vocabulary.targets import TARGETS

_FRAMEWORKS = tuple(row.package for row in TARGETS.values() if row.package)
_TYPING, _GUARD = "typing", "TYPE_CHECKING"


def _foreign(module: str) -> bool:
    return False


@dataclass(slots=True)
class Names:
    """Allots a local name to everything a module imports; `taken` are names it defines itself.

    `owned` says which modules are the project's own, `python` is the oldest that the module runs on,
    `error` is the framework's own exception, `protocols` what stands for types of core that only say
    what a value has. `module` is the module itself.
    """

    taken: set[str]
    owned: Callable[[str], bool] = _foreign
    python: Python = DEFAULT
    error: ImportPath | None = None
    module: str = ""
    protocols: Mapping[str, ImportPath] = field(default_factory=dict)
    _local: dict[tuple[str, str], str] = field(default_factory=dict)
    _evaluated: set[tuple[str, str]] = field(default_factory=set)
    _deferred: dict[str, str] = field(default_factory=dict)
    _public: set[str] = field(default_factory=set)
    _kept: dict[Kept, str] = field(default_factory=dict)
    _untyped: dict[Untyped, str] = field(default_factory=dict)

    def imported(self, module: str, name: str) -> Source:
        """The local name of `name` from `module`; a clash gives the import another name."""
        self._evaluated.add((module, name.partition(".")[0]))
        return self._named(module, name)

    def annotated(self, module: str, name: str) -> Source:
        """The same for an annotation, which nothing evaluates."""
        return self._named(module, name)

    def generated(self, module: str, name: str) -> Source:
        """A class of the package, imported where it is another module's."""
        if module == self.module:
            return identifier(name)
        return self.imported(f".{module}", name)

    def framework_error(self) -> Source:
        """The framework's own exception."""
        if self.error is None:
            raise LookupError("the target has no exceptions")
        return self.imported(self.error.module, self.error.name)

    def _named(self, module: str, name: str) -> Source:
        if module == "builtins":
            return dotted(name)
        head, _, members = name.partition(".")
        if (module, head) not in self._local:
            self._local[module, head] = self._free(_choices(module, head), module)
        local = identifier(self._local[module, head])
        return code("{}.{}", local, dotted(members)) if members else local

    def _free(self, choices: Iterable[str], module: str) -> str:
        used = {*self.taken, *self._local.values(), *self._deferred.values()}
        used.update(self._kept.values(), self._untyped.values())
        if module != _TYPING:
            used.add(_GUARD)
        return next(choice for choice in choices if choice not in used)

    def deferred(self, path: ImportPath) -> Source:
        """What a path leads to, imported at first use: its module may import this one."""
        ours = path.module.startswith(".") or path.module == "builtins"
        if ours or is_standard(path.module) or self._unguarded:
            return self.imported(path.module, path.name)
        if path.module not in self._deferred:
            self._deferred[path.module] = self._free(
                _module_choices(path.module), path.module
            )
        module = identifier(self._deferred[path.module])
        return code("{}.{}", module, dotted(path.name))

    def kept(self, of: Kept) -> Source:
        """The function of the module that keeps a value."""
        if of not in self._kept:
            parts = (*words(of.type), of.maker.name.removeprefix("Type").lower())
            name = f"_{'_'.join(parts)}"
            self._kept[of] = self._free(_numbered(name), "")
        return identifier(self._kept[of])

    def untyped(self, of: Untyped) -> Source:
        """The name that the module gives to a function without types."""
        if of not in self._untyped:
            choices = _choices(of.path.module, of.path.name)
            self._untyped[of] = self._free(choices, "")
        return identifier(self._untyped[of])

    @property
    def typed_here(self) -> tuple[tuple[str, Untyped], ...]:
        """The functions without types, by the names that the module gives them."""
        return tuple((name, of) for of, name in self._untyped.items())

    @property
    def held(self) -> tuple[tuple[str, Kept], ...]:
        """The functions that keep values, by their names."""
        pairs = ((name, of) for of, name in self._kept.items())
        return tuple(sorted(pairs, key=lambda pair: pair[0]))

    def guard(self) -> Source | None:
        """The name that is true for type checkers alone; None where something hides it."""
        return None if self._unguarded else self.imported(_TYPING, _GUARD)

    @property
    def _unguarded(self) -> bool:
        """Whether something of the author's hides the name that a type checker looks for."""
        return _GUARD in self.taken

    def support(self, name: str) -> Source:
        """A name of the support module."""
        return self.imported(SUPPORT, name)

    def utc(self) -> Source:
        """The time zone UTC, under the name that the oldest Python has for it."""
        name = "timezone.utc" if self.python == "3.10" else "UTC"
        return self.imported("datetime", name)

    def public(self, name: str) -> Source:
        """A type of the support module that a signature names: the module exports it.

        Of a protocol there is nothing to make: it is for type checkers alone.
        """
        if instead := self.protocols.get(name):
            return self.annotated(instead.module, instead.name)
        local = self.support(name)
        self._public.add(local.text)
        return local

    @property
    def exported(self) -> frozenset[str]:
        """The types of the support module that callers need."""
        return frozenset(self._public)

    def needed(self, of: str) -> frozenset[str]:
        """The names that come from a module."""
        return frozenset(name for module, name in self._local if module == of)

    def lines(self, style: Style) -> Source | None:
        """The import statements; None where there are none.

        What only annotations name is for type checkers: at run time it may import this module.
        """
        checked = set() if self._unguarded else self._local.keys() - self._evaluated
        if checked or self._deferred:
            self.imported(_TYPING, _GUARD)
        if self._deferred:
            self.support("Deferred")
        if not self._local:
            return None
        evaluated = self._block(self._local.keys() - checked, style)
        guarded = self._guarded(checked, style)
        return joined("\n\n", [evaluated, guarded] if guarded.text else [evaluated])

    def _block(self, keys: Iterable[tuple[str, str]], style: Style) -> Source:
        imports = [Import(*key, self._local[key]) for key in keys]
        commas = style.magic_trailing_comma
        return block(imports, self.owned, style.width, commas=commas)

    def _guarded(self, checked: Iterable[tuple[str, str]], style: Style) -> Source:
        imports = [Import(*key, self._local[key]) for key in checked]
        imports += [_module(path, own) for path, own in self._deferred.items()]
        if not imports:
            return code("")
        commas = style.magic_trailing_comma
        lines = block(imports, self.owned, style.width, commas=commas, indent=4)
        statements = [code("if {}:\n{}", identifier(_GUARD), lines)]
        if self._deferred:
            statements.append(
                code("else:\n{}", joined("\n", self._deferrals(style.width)))
            )
        return joined("\n", statements)

    def _deferrals(self, width: int) -> Iterator[Source]:
        for module, local in sorted(self._deferred.items()):
            start = code("{} = ", identifier(local))
            arguments = literal(module), literal(local), code("globals()")
            made = call(self.support("Deferred"), *arguments)
            spelled = laid_out(made, 4, width, len(start.text))
            yield code("    {}{}", start, spelled)


def _module(path: str, local: str) -> Import:
    """A module under its last name is imported from its package (PLR0402)."""
    package, _, name = path.rpartition(".")
    if package and name == local:
        return Import(package, name, local)
    return Import(path, "", local)


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


def _module_choices(module: str) -> Iterator[str]:
    last = module.rpartition(".")[2]
    yield last
    yield module.replace(".", "_")
    yield from (f"{last}_{number}" for number in range(2, sys.maxsize))


def _numbered(name: str) -> Iterator[str]:
    yield name
    yield from (f"{name}_{number}" for number in range(2, sys.maxsize))


def sorted_all(names: Iterable[str], style: Style) -> Source:
    """`__all__ = [...]`, sorted."""
    items = tuple(literal(name) for name in sorted(names))
    # a line a name: two branches that each add one merge
    width = 0 if style.magic_trailing_comma else style.width
    return laid_out(Group(code("__all__ = ["), items, code("]")), 0, width)
