"""What a class is that a schema names: a pydantic model, a dataclass, a dict, text.

Goes in: the modules of a project, and an import path. Comes out: what instances hold, the fields
of a TypedDict included; nothing where it cannot be known. Each class is looked at once for a type.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from respgen.source.attributes import attributes
from respgen.source.known import (
    MAKERS,
    NEUTRAL,
    UNWRAPPED,
    decorated,
    form_of,
    has_text,
)
from respgen.source.names import Alias, Class, Meaning, Names
from respgen.specs.types import TypeName
from respgen.vocabulary.class_forms import ClassForm

_BASIC = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)
_HOLDERS = (ClassForm.DICT, ClassForm.LIST)
_FIELDED = (ClassForm.DATACLASS, ClassForm.DICT, ClassForm.PYDANTIC)
_EXPRESSION = 10_000
"""Characters of a quoted type; a longer text is none."""


@dataclass(frozen=True, slots=True)
class Holding:
    """A class by its import path; `inside` is the field of a TypedDict that has it.

    `text` says whether a place of a template takes its instances; None where nobody knows.
    `attributes` are the names that instances have, of the type itself, where its file tells all.
    """

    name: str
    form: ClassForm
    text: bool | None
    inside: str = ""
    attributes: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class _Kind:
    form: ClassForm | None = None
    text: bool | None = None


_UNKNOWN = _Kind()


@dataclass(frozen=True, slots=True)
class Classes:
    """Keeps what it found: each name of a schema is answered once."""

    names: Names = field(default_factory=Names)
    _kinds: dict[Class, _Kind] = field(default_factory=dict)
    _answers: dict[TypeName, tuple[Holding, ...]] = field(default_factory=dict)

    def __call__(self, name: TypeName) -> Iterator[Holding]:
        """What a value of the type holds; the first is the type itself."""
        if name not in self._answers:
            found = self._found(name)
            self._answers[name] = self._described(found, *self._held(found))
        return iter(self._answers[name])

    def _found(self, name: TypeName) -> Meaning:
        path = tuple(f"{name.module}.{name.name}".split("."))
        for length in range(len(path) - 1, 0, -1):
            module = ".".join(path[:length])
            if self.names.get(module):
                return self.names.bound(module, path[length:])
        return ".".join(path)

    def _described(self, found: Meaning, *held: Holding) -> tuple[Holding, ...]:
        """What is held, and the attributes of the class itself."""
        if not isinstance(found, Class) or not held or held[0].form not in _FIELDED:
            return held
        first = replace(held[0], attributes=attributes(found, self.names))
        return (first, *held[1:])

    # What is held

    def _held(self, first: Meaning) -> Iterator[Holding]:
        waiting: list[tuple[str, Meaning]] = [("", first)]
        seen: set[Class | Alias] = set()
        while waiting and self.names.visit():
            inside, found = waiting.pop()
            if isinstance(found, Class | Alias):
                if found in seen:
                    continue
                seen.add(found)
            name, kind = self._itself(found)
            if kind.form:
                yield Holding(name, kind.form, kind.text, inside)
            parts = [
                (".".join(filter(None, (inside, below))), part)
                for below, part in self._parts(found)
            ]
            waiting.extend(reversed(parts))

    def _itself(self, found: Meaning) -> tuple[str, _Kind]:
        match found:
            case str(path):
                return path.removeprefix("builtins."), _other(path)
            case Class(module, node):
                return f"{module}.{node.name}", self._kind(found)
            case Alias(module, ast.Call(func=maker)):
                named = self.names.meaning(module, maker)
                if isinstance(named, str) and (form := MAKERS.get(named)):
                    return named, _Kind(form, text=False)
                return (
                    (named, _other(named)) if isinstance(named, str) else ("", _UNKNOWN)
                )
        return "", _UNKNOWN

    def _parts(self, found: Meaning) -> Iterator[tuple[str, Meaning]]:
        """What it holds, or stands for, with the field of a class that has it."""
        match found:
            case Class() if self._kind(found).form in _HOLDERS:
                yield from self._inherited(found)
                yield from _fields(found)
            case Alias(module, ast.Constant(value=str(text))):
                yield from (("", Alias(module, node)) for node in _quoted(text))
            case Alias(module, ast.BinOp(left=left, op=ast.BitOr(), right=right)):
                yield from (("", Alias(module, node)) for node in (left, right))
            case Alias(module, ast.Subscript(value=origin, slice=inside)):
                yield from self._generic(module, origin, inside)
            case Alias(module, ast.Call(func=maker, args=[_, made])):
                if str(self.names.meaning(module, maker)).endswith(".NewType"):
                    yield "", Alias(module, made)
            case Alias(module, (ast.Name() | ast.Attribute()) as node):
                yield "", self.names.meaning(module, node)

    def _inherited(self, of: Class) -> Iterator[tuple[str, Meaning]]:
        """The fields of its bases, and what `list[...]` below it is given."""
        for base in of.node.bases:
            if isinstance(base, ast.Subscript):
                yield from (
                    ("", Alias(of.module, each)) for each in _elements(base.slice)
                )
            found = self.names.meaning(of.module, _origin(base))
            if isinstance(found, Class):
                yield "", found

    def _generic(
        self, module: str, origin: ast.expr, inside: ast.expr
    ) -> Iterator[tuple[str, Meaning]]:
        named = self.names.meaning(module, origin)
        word = named.rpartition(".")[2] if isinstance(named, str) else ""
        if word == "Literal":
            return
        if word not in UNWRAPPED:
            yield "", named
        arguments = _elements(inside)
        for each in arguments[:1] if word == "Annotated" else arguments:
            yield "", Alias(module, each)

    # What a class is

    def _kind(self, of: Class) -> _Kind:
        """That of its bases, which are looked at first, each once: a circle is unknown."""
        waiting = [of]
        opened: set[Class] = set()
        while waiting:
            last = waiting[-1]
            if last in self._kinds:
                waiting.pop()
            elif last in opened or not self.names.visit():
                self._kinds[waiting.pop()] = self._judged(last)
            else:
                opened.add(last)
                bases = (
                    self.names.meaning(last.module, _origin(b)) for b in last.node.bases
                )
                waiting += [
                    b for b in bases if isinstance(b, Class) and b not in opened
                ]
        return self._kinds[of]

    def _judged(self, of: Class) -> _Kind:
        bases = [self._base(of.module, each) for each in of.node.bases]
        form = self._form(of, [base.form for base in bases])
        strange = _has_metaclass(of.node) or self._wrapped(of) is None
        texts = [base.text for base in bases]
        if _formats_itself(of.node) or True in texts:
            return _Kind(form, text=True)
        return _Kind(form, None if strange or None in texts else False)

    def _form(self, of: Class, known: list[ClassForm | None]) -> ClassForm | None:
        """That of its bases, or what a decorator makes of it."""
        if basic := next((form for form in known if form in _BASIC), None):
            return basic
        wrapped = self._wrapped(of)
        if wrapped not in (None, ClassForm.PLAIN):
            return wrapped
        strange = next((f for f in known if f not in (None, ClassForm.PLAIN)), None)
        if strange or wrapped is None or None in known or of.node.keywords:
            return strange
        return ClassForm.PLAIN

    def _wrapped(self, of: Class) -> ClassForm | None:
        """What its decorators make of it: PLAIN for nothing else, None where nobody knows."""
        form: ClassForm | None = ClassForm.PLAIN
        for each in of.node.decorator_list:
            maker = each.func if isinstance(each, ast.Call) else each
            named = self.names.meaning(of.module, maker)
            if isinstance(named, str) and (made := decorated(named)):
                return made
            form = form if named in NEUTRAL else None
        return form

    def _base(self, module: str, node: ast.expr) -> _Kind:
        found = self.names.meaning(module, _origin(node))
        if isinstance(found, Class):
            return self._kinds.get(found, _UNKNOWN)
        return _other(found) if isinstance(found, str) else _UNKNOWN


def _other(path: str) -> _Kind:
    """A class that is not the project's."""
    form = form_of(path)
    return _Kind(form, has_text(path, form))


def _has_metaclass(node: ast.ClassDef) -> bool:
    return any(each.arg in ("metaclass", None) for each in node.keywords)


def _formats_itself(node: ast.ClassDef) -> bool:
    return any(
        isinstance(each, ast.FunctionDef) and each.name == "__format__"
        for each in node.body
    )


def _fields(of: Class) -> Iterator[tuple[str, Meaning]]:
    for node in of.node.body:
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            yield node.target.id, Alias(of.module, node.annotation)


def _origin(base: ast.expr) -> ast.expr:
    return base.value if isinstance(base, ast.Subscript) else base


def _elements(inside: ast.expr) -> list[ast.expr]:
    return inside.elts if isinstance(inside, ast.Tuple) else [inside]


def _quoted(text: str) -> Iterator[ast.expr]:
    if len(text) > _EXPRESSION:
        return
    try:
        node = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return
    if not isinstance(node, ast.Constant):
        yield node
