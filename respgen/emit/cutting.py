"""Definitions cut out of our own packages, so that generated code carries them along.

Goes in: the modules of a package and the names that are needed of it. Comes out: their
definitions, everything these need, and imports, each behind what it needs.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from graphlib import TopologicalSorter
from pathlib import Path
from textwrap import indent

from respgen.emit.imports import Import, block
from respgen.emit.mentions import mentions
from respgen.emit.source import literal
from respgen.specs.expressions import FRAMEWORK, LATER, SUPPORT

_BUILTINS = frozenset(dir(builtins))
# where in a generated package it is what is imported of ours
_HOMES = {"core": SUPPORT, "frameworks": FRAMEWORK}
# what functions import when they are called
_LATE = re.compile(r"\bfrom respgen\.core\.\w+ import")


@dataclass(frozen=True, slots=True)
class Definition:
    """A top-level statement: the names it defines, those it uses, and its text with comments.

    `binds` are names of its own, such as those of parameters; `typed` are those of the used that
    annotations alone name; `later` are those of core that it imports when it is called.
    `is_guarded`: it is there for type checkers alone.
    """

    names: frozenset[str]
    uses: frozenset[str]
    binds: frozenset[str]
    text: str
    is_block: bool
    typed: frozenset[str] = frozenset()
    later: frozenset[str] = frozenset()
    is_guarded: bool = False


@dataclass(frozen=True, slots=True)
class Library:
    """A package: its definitions in order, and where imported names come from."""

    name: str
    definitions: tuple[Definition, ...]
    imports: dict[str, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Cut:
    """The imports and definitions of a module, and the names that it imports from those beside it.

    `later` are those that its functions import; `defines` are its own that can be imported.
    """

    text: str
    support: frozenset[str]
    framework: frozenset[str]
    later: frozenset[str]
    defines: frozenset[str]


def cut(names: Iterable[str], library: Library, exports: Sequence[str] = ()) -> Cut:
    """What `names` need, formatted as the package is. Raises LookupError for what it lacks.

    `exports` are what `__all__` says, where there is one.
    """
    wanted = _closure(frozenset(names), library)
    kept = [_all(exports)] if exports else []
    kept += [each for each in library.definitions if each.names & wanted]
    used = {name: origin for name, origin in library.imports.items() if name in wanted}
    return Cut(
        "".join((*_imports(used, _evaluated(kept)), *_spaced(kept))),
        _of(SUPPORT, used),
        _of(FRAMEWORK, used),
        frozenset[str]().union(*(each.later for each in kept)),
        frozenset[str]().union(*(each.names for each in kept if not each.is_guarded)),
    )


def without(names: frozenset[str], core: Library) -> Library:
    """Core for a module beside the one that defines these names."""
    definitions = (each for each in core.definitions if not each.names & names)
    beside = {name: (SUPPORT, name) for name in names}
    return replace(
        core, definitions=tuple(definitions), imports={**core.imports, **beside}
    )


def _all(names: Sequence[str]) -> Definition:
    """`__all__`, a name a line."""
    lines = "".join(f"    {literal(name).text},\n" for name in sorted(names))
    own = frozenset(("__all__",))
    return Definition(own, frozenset(), frozenset(), f"__all__ = [\n{lines}]", False)


def _of(home: str, used: Mapping[str, tuple[str, str | None]]) -> frozenset[str]:
    """The names that are imported from a module."""
    origins = used.values()
    return frozenset(member for module, member in origins if member and module == home)


def _evaluated(kept: Iterable[Definition]) -> frozenset[str]:
    """The names that are there at run time."""
    found = (each.uses - each.typed for each in kept if not each.is_guarded)
    return frozenset(("TYPE_CHECKING",)).union(*found)


def _imports(
    used: Mapping[str, tuple[str, str | None]], evaluated: frozenset[str]
) -> Iterator[str]:
    """The import statements: those that type checkers alone need are for them."""
    typed = used.keys() - evaluated
    checks = {"TYPE_CHECKING": ("typing", "TYPE_CHECKING")} if typed else {}
    kept = {name: used[name] for name in used.keys() & evaluated} | checks
    if kept:
        yield f"\n{_statements(kept)}\n"
    if typed:
        guarded = {name: used[name] for name in typed}
        yield f"\nif TYPE_CHECKING:\n{_statements(guarded, indent=4)}\n"


def _statements(imports: Mapping[str, tuple[str, str | None]], indent: int = 0) -> str:
    found = [_import(name, *origin) for name, origin in imports.items()]
    return block(found, lambda module: False, 88, indent=indent).text


def _spaced(kept: list[Definition]) -> Iterator[str]:
    after_block = False
    for number, definition in enumerate(kept):
        # behind the imports, a condition is no block
        is_block = definition.is_block and (number or not definition.is_guarded)
        yield "\n" * (2 if is_block or after_block else 1) + definition.text + "\n"
        after_block = definition.is_block


def _closure(names: frozenset[str], library: Library) -> frozenset[str]:
    """The names and all that their definitions use. Raises LookupError for what is in no module."""
    by_name: dict[str, list[Definition]] = {}
    for definition in library.definitions:
        for name in definition.names:  # an overloaded function has several definitions
            by_name.setdefault(name, []).append(definition)
    wanted: set[str] = set()
    waiting = set(names)
    while waiting:
        name = waiting.pop()
        wanted.add(name)
        for definition in by_name.get(name, ()):
            waiting |= (definition.uses | definition.names) - wanted
            found = by_name.keys() | library.imports | definition.binds | _BUILTINS
            names |= definition.uses - found
    if lost := names - by_name.keys():
        raise LookupError(f"{library.name} defines no {', '.join(sorted(lost))}")
    return frozenset(wanted)


def _import(local: str, module: str, member: str | None) -> Import:
    return Import(module, member or "", local if member else module)


def library(folder: Path) -> Library:
    """The modules of a package."""
    definitions: list[Definition] = []
    imports: dict[str, tuple[str, str | None]] = {
        "TYPE_CHECKING": ("typing", "TYPE_CHECKING")
    }
    texts = {
        path.stem: path.read_text(encoding="utf-8")
        for path in sorted(folder.glob("*.py"))
    }
    guarded: set[str] = set()
    for module in _in_order(texts, folder.name):
        body = ast.parse(texts[module]).body
        for node in body:
            imports.update(_imported(node, folder.name))
            guarded.update(_defined(node) if _is_protocol(node) else ())
        lines = texts[module].splitlines()
        definitions.extend(_definitions(body, lines, guarded))
    return Library(folder.name, tuple(definitions), imports)


def _in_order(texts: Mapping[str, str], package: str) -> Iterable[str]:
    """The modules, each behind those it imports."""
    needs = re.compile(rf"^from respgen\.{package}\.(\w+) import", re.MULTILINE)
    return TopologicalSorter(
        {module: needs.findall(text) for module, text in texts.items()}
    ).static_order()


def _imported(node: ast.stmt, package: str) -> dict[str, tuple[str, str | None]]:
    """The names that a statement imports; of ours, those that are cut into another module."""
    match node:
        case ast.Import(aliases):
            return {each.name.split(".")[0]: (each.name, None) for each in aliases}
        case ast.ImportFrom(str(module), aliases):
            top, _, inside = module.partition(".")
            part = inside.partition(".")[0] if top == "respgen" else ""
            if part == package:
                return {}
            home = _HOMES.get(part, module)
            return {each.asname or each.name: (home, each.name) for each in aliases}
    return {}


def _definitions(
    body: list[ast.stmt], lines: list[str], guarded: set[str]
) -> Iterator[Definition]:
    """`guarded` are names for type checkers alone: an alias of one is another."""
    for node in body:
        names = frozenset(_defined(node))
        if names:
            first = _first_line(node, lines)
            text = "\n".join(lines[first - 1 : node.end_lineno])
            is_block = isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.If
            )
            found = mentions(node)
            uses = frozenset(found.used)
            later = _imported_later(node) if _LATE.search(text) else ()
            text = _LATE.sub(f"from {LATER} import", text)
            if isinstance(node, ast.Assign) and uses & guarded:
                guarded |= names
            if names & guarded:
                blank = "\n" if is_block else ""
                text = f"if TYPE_CHECKING:\n{blank}{indent(text, '    ')}"
                uses |= {"TYPE_CHECKING"}
            yield Definition(
                names,
                uses,
                frozenset(found.bound),
                text,
                is_block,
                typed=uses - found.evaluated,
                later=frozenset(later),
                is_guarded=bool(names & guarded) or isinstance(node, ast.If),
            )


def _imported_later(node: ast.stmt) -> Iterator[str]:
    """The names of core that a function imports when it is called."""
    for inner in ast.walk(node):
        match inner:
            case ast.ImportFrom(module) if _LATE.match(f"from {module} import"):
                yield from (each.name for each in inner.names)


def _is_protocol(node: ast.stmt) -> bool:
    """Whether annotations alone use it: to make one takes as long as ten classes."""
    bases = node.bases if isinstance(node, ast.ClassDef) else []
    return any(isinstance(base, ast.Name) and base.id == "Protocol" for base in bases)


def _defined(node: ast.stmt) -> Iterator[str]:
    match node:
        case ast.FunctionDef(name) | ast.AsyncFunctionDef(name) | ast.ClassDef(name):
            yield name
        case ast.Assign(targets):
            yield from (target.id for target in targets if isinstance(target, ast.Name))
        case ast.AnnAssign(ast.Name(name)):
            yield name
        case ast.If(ast.Name("TYPE_CHECKING"), body):
            for each in body:
                yield from _defined(each)


def _first_line(node: ast.stmt, lines: list[str]) -> int:
    """The line where a statement starts, with its decorators and the comments above it."""
    decorators = getattr(node, "decorator_list", [])
    first: int = min([node.lineno, *(decorator.lineno for decorator in decorators)])
    while first > 1 and lines[first - 2].startswith("#"):
        first -= 1
    return first
