"""What a class is that a schema names: a pydantic model, a dataclass, a dict, text.

Goes in: the modules of a project, and an import path. Comes out: what instances hold, the fields
of a TypedDict included; nothing where it cannot be known.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TypeAlias

from respgen.source.bindings import Bindings, Imported, SourceModule
from respgen.source.known import MAKERS, UNWRAPPED, decorated, form_of
from respgen.specs.types import TypeName
from respgen.vocabulary.class_forms import ClassForm

_DEPTH = 16
"""Steps through imports, aliases and bases: more are a circle."""
_BASIC = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)


@dataclass(frozen=True, slots=True)
class Holding:
    """A class by its import path; `inside` is the field of a TypedDict that has it."""

    name: str
    form: ClassForm
    inside: str = ""


@dataclass(frozen=True, slots=True)
class _Class:
    module: str
    node: ast.ClassDef


@dataclass(frozen=True, slots=True)
class _Alias:
    module: str
    value: ast.expr


_Meaning: TypeAlias = "_Class | _Alias | str | None"
"""A class or an alias of the project, the import path of anything else, or None: nobody knows."""


@dataclass(frozen=True, slots=True)
class Classes:
    """Looks names up in the modules of a project; without one, only others' classes are known."""

    bindings: Bindings | None = None

    def __call__(self, name: TypeName) -> Iterator[Holding]:
        """What a value of the type holds; the first is the type itself."""
        path = tuple(f"{name.module}.{name.name}".split("."))
        for length in range(len(path) - 1, 0, -1):
            module = ".".join(path[:length])
            if self._get(module):
                found = self._bound(module, path[length:], _DEPTH)
                yield from self._held(found, _DEPTH)
                return
        yield from self._held(".".join(path), _DEPTH)

    # Names

    def _get(self, module: str) -> SourceModule | None:
        return self.bindings.get(module) if self.bindings else None

    def _bound(self, module: str, path: tuple[str, ...], depth: int) -> _Meaning:
        source = self._get(module)
        if source is None or not path or depth == 0:
            return ".".join((module, *path)) if depth else None
        head, rest = path[0], path[1:]
        bound = source.bindings.get(head)
        match bound:
            case Imported(home, None):
                return self._bound(home, rest, depth - 1)
            case Imported(home, str(name)):
                return self._bound(home, (name, *rest), depth - 1)
            case ast.ClassDef():
                return _nested(_Class(module, bound), rest)
            case ast.expr():
                return None if rest else _Alias(module, bound)
        return self._elsewhere(module, path, depth)

    def _elsewhere(self, module: str, path: tuple[str, ...], depth: int) -> _Meaning:
        """A module below a package, or what `import *` brings."""
        below = f"{module}.{path[0]}"
        if self._get(below):
            return self._bound(below, path[1:], depth - 1)
        source = self._get(module)
        for star in source.stars if source else ():
            if self._get(star) and (found := self._bound(star, path, depth - 1)):
                return found
        return None

    def _meaning(self, module: str, node: ast.expr, depth: int) -> _Meaning:
        path = _dotted(node)
        source = self._get(module)
        if source is None or not path:
            return None
        found = self._bound(module, path, depth)
        builtin = f"builtins.{path[0]}"
        return builtin if found is None and form_of(builtin) else found

    # What is held

    def _held(self, found: _Meaning, depth: int) -> Iterator[Holding]:
        if depth == 0:
            return
        match found:
            case str(path):
                if form := form_of(path):
                    yield Holding(path.removeprefix("builtins."), form)
            case _Alias(module, value):
                yield from self._inside(module, value, depth - 1)
            case _Class(module, node):
                form = self._form(found, depth - 1)
                if form is not None:
                    yield Holding(f"{module}.{node.name}", form)
                if form in (ClassForm.DICT, ClassForm.LIST):
                    yield from self._fields(found, depth - 1)

    def _inside(self, module: str, node: ast.expr, depth: int) -> Iterator[Holding]:
        """What a type expression holds."""
        match node:
            case ast.Constant(value=str(text)):
                yield from self._quoted(module, text, depth)
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                yield from self._inside(module, left, depth)
                yield from self._inside(module, right, depth)
            case ast.Subscript(value=origin, slice=inside):
                yield from self._generic(module, origin, inside, depth)
            case ast.Call(func=maker, args=arguments):
                yield from self._made(module, maker, arguments, depth)
            case ast.Name() | ast.Attribute():
                yield from self._held(self._meaning(module, node, depth), depth - 1)

    def _quoted(self, module: str, text: str, depth: int) -> Iterator[Holding]:
        try:
            node = ast.parse(text.strip(), mode="eval").body
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return
        if depth > 0 and not isinstance(node, ast.Constant):
            yield from self._inside(module, node, depth - 1)

    def _generic(
        self, module: str, origin: ast.expr, inside: ast.expr, depth: int
    ) -> Iterator[Holding]:
        named = self._meaning(module, origin, depth)
        arguments = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        if isinstance(named, str) and named.endswith(".Literal"):
            return
        if isinstance(named, str) and named.endswith(".Annotated"):
            arguments = arguments[:1]
        if not (isinstance(named, str) and named.rpartition(".")[2] in UNWRAPPED):
            yield from self._held(named, depth - 1)
        for each in arguments:
            yield from self._inside(module, each, depth - 1)

    def _made(
        self, module: str, maker: ast.expr, arguments: list[ast.expr], depth: int
    ) -> Iterator[Holding]:
        """What a call makes: NewType of a type, TypedDict, namedtuple."""
        named = self._meaning(module, maker, depth)
        if not isinstance(named, str):
            return
        if named.endswith(".NewType") and len(arguments) == 2:
            yield from self._inside(module, arguments[1], depth - 1)
        elif form := MAKERS.get(named) or form_of(named):
            yield Holding(named, form)

    def _form(self, of: _Class, depth: int) -> ClassForm | None:
        """That of its bases, or what a decorator makes of it."""
        known = [self._base(of.module, each, depth) for each in of.node.bases]
        basic = next((form for form in known if form in _BASIC), None)
        if basic:
            return basic
        for each in of.node.decorator_list:
            maker = each.func if isinstance(each, ast.Call) else each
            named = self._meaning(of.module, maker, depth)
            if isinstance(named, str) and (form := decorated(named)):
                return form
        strange = next((f for f in known if f not in (None, ClassForm.PLAIN)), None)
        if strange or None in known or of.node.keywords:
            return strange
        return ClassForm.PLAIN

    def _base(self, module: str, node: ast.expr, depth: int) -> ClassForm | None:
        origin = node.value if isinstance(node, ast.Subscript) else node
        found = self._meaning(module, origin, depth)
        if isinstance(found, _Class) and depth > 0:
            return self._form(found, depth - 1)
        return form_of(found) if isinstance(found, str) else None

    def _fields(self, of: _Class, depth: int) -> Iterator[Holding]:
        for node in of.node.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name = node.target.id
                for each in self._inside(of.module, node.annotation, depth - 1):
                    inside = f"{name}.{each.inside}" if each.inside else name
                    yield replace(each, inside=inside)


def _nested(found: _Class, path: tuple[str, ...]) -> _Class | None:
    """A class inside of a class."""
    for name in path:
        inner = (each for each in found.node.body if isinstance(each, ast.ClassDef))
        node = next((each for each in inner if each.name == name), None)
        if node is None:
            return None
        found = _Class(found.module, node)
    return found


def _dotted(node: ast.expr) -> tuple[str, ...]:
    match node:
        case ast.Name(id=name):
            return (name,)
        case ast.Attribute(value=inside, attr=name):
            above = _dotted(inside)
            return (*above, name) if above else ()
    return ()
