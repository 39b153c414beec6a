"""Classes that authors write by hand, as bases: of which kind they are, how they are called.

Goes in: import paths, and what the files say of the classes. Comes out: the bases that entries start
from, and the constructor of a spec.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from respgen.diagnostics import Add, Malformed, Problems, Span
from respgen.kinds import DEFAULT, KINDS
from respgen.kinds.kind import CONTENT, OTHERS, STATUS_CODE, KindRow, Parameter, first
from respgen.resolve.expressions import type_expression
from respgen.resolve.stating import flow, statement
from respgen.rules import r8
from respgen.source.bases import BaseClass
from respgen.source.signatures import Signature
from respgen.specs import (
    BaseParameter,
    ConstructorSpec,
    ImportPath,
    Takes,
)
from respgen.specs.types import TypeExpression
from respgen.vocabulary.targets import CLASSES

Reader: TypeAlias = Callable[[ImportPath], BaseClass | None]

_ADVICE = (
    "write base_parameters: {tenant: str, trace: {type: bool, default: false}},"
    " what it takes beside the parameters of every response; {} for nothing"
)


def nowhere(path: ImportPath) -> BaseClass | None:
    """Of a project whose files nobody reads."""
    return None


@dataclass(frozen=True, slots=True)
class Base:
    """A class that an author wrote, or one of a framework's.

    `kind` None: nobody knows. `takes` None: what every response of its kind takes. `methods` are
    those that people wrote.
    """

    path: ImportPath
    kind: str | None = None
    takes: Takes | None = None
    methods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Mixin:
    """A class that stands before the base; `takes` None: it has no constructor of its own."""

    path: ImportPath
    takes: Takes | None = None
    methods: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class BaseReader:
    """Reads the classes that entries extend."""

    problems: Problems
    reader: Reader

    def base(
        self, path: ImportPath, span: Span, key: Span, stated: Takes | None
    ) -> Base:
        """What is known of a class; what the entry at `key` states of its parameters counts."""
        if path.name in CLASSES.get(path.module, ()):
            return Base(path, _kind(BaseClass(path)))
        found = self.reader(path) or BaseClass()
        kind = _kind(found)
        if stated is not None:
            return Base(path, kind, stated, found.methods)
        if found.outside:
            self._ask(path, span, key, found)
        elif found.unreadable:
            name = f"{path.module}:{path.name}"
            message = f"the constructor of {name} cannot be read: {found.unreadable}"
            self.problems.add(r8.UNREADABLE_BASE, span, message, _ADVICE)
        takes = _takes(found.signature) if found.signature else None
        return Base(path, kind, takes, found.methods)

    def mixin(self, path: ImportPath, span: Span) -> Mixin:
        """What is known of a class that an entry mixes in."""
        found = self.reader(path) or BaseClass()
        if found.unreadable:
            name = f"{path.module}:{path.name}"
            message = f"the constructor of {name} cannot be read: {found.unreadable}"
            advice = "mix in a class without a constructor of its own"
            self.problems.add(r8.UNREADABLE_BASE, span, message, advice)
        takes = _takes(found.signature) if found.signature else None
        return Mixin(path, takes, found.methods)

    def _ask(self, path: ImportPath, span: Span, key: Span, found: BaseClass) -> None:
        """What is installed here may be another version than the one that runs."""
        name = f"{path.module}:{path.name}"
        message = (
            f"{name} is not of the project: its next version may take something else"
        )
        if found.unreadable:
            self.problems.add(r8.FOREIGN_BASE, span, message, _ADVICE)
            return
        row = KINDS[_kind(found) or DEFAULT]
        value = statement(found.signature, row.parameters(row.options()))
        advice = f"say what it takes: base_parameters: {flow(value)}"
        fix = Add(key, ("base_parameters",), value)
        self.problems.add(r8.FOREIGN_BASE, span, message, advice, fix)


def _kind(of: BaseClass) -> str | None:
    """That of the framework's class below it."""
    word = CLASSES[of.root.module][of.root.name] if of.root else None
    return word if word in KINDS else None


def _takes(of: Signature) -> Takes:
    """What was read, with its types."""
    parameters = tuple(
        BaseParameter(
            each.name, _type(each.annotation), each.required, each.default, each.place
        )
        for each in of.parameters
    )
    return Takes(parameters, of.places, of.keywords)


def _type(text: str) -> TypeExpression | None:
    try:
        return type_expression(text) if text else None
    except Malformed:
        return None


_REFERENCE = frozenset(each.name for each in OTHERS) | {"content"}


def stated(parameters: tuple[BaseParameter, ...]) -> Takes:
    """What an author states: all there is where it names what every response has, else the rest."""
    if not _REFERENCE.isdisjoint(each.name for each in parameters):
        return Takes(parameters)
    by_keyword = tuple(replace(each, place="keyword") for each in parameters)
    return Takes(by_keyword, places=True, keywords=True)


# How it is called


def constructor(
    base: Base | None, kind: KindRow[Any], options: Any, mixins: tuple[Mixin, ...] = ()
) -> ConstructorSpec | None:
    """Of the base at the root, and of what is mixed in before it, for a kind with its keys.

    None where that is a framework's own.
    """
    own = [each.takes for each in mixins if each.takes]
    is_framework = base is None or base.path.name in CLASSES.get(base.path.module, ())
    if is_framework and not own:
        return None
    takes = (base and base.takes) or Takes((), places=True, keywords=True)
    for each in reversed(own):
        takes = _handing_on(each, takes)
    usual = kind.start.name if kind.start else CONTENT.name
    return _Calling(takes, kind.parameters(options), usual).spec


def _handing_on(first: Takes, then: Takes) -> Takes:
    """What a constructor takes that hands the rest on to the next one."""
    if not first.keywords:
        return first
    names = {each.name for each in first.parameters}
    rest = tuple(each for each in then.parameters if each.name not in names)
    if first.places and all(each.place == "keyword" for each in first.parameters):
        return Takes((*rest, *first.parameters), then.places, then.keywords)
    handed = tuple(replace(each, place="keyword") for each in rest)
    return Takes((*first.parameters, *handed), first.places, then.keywords)


@dataclass(frozen=True, slots=True)
class _Calling:
    """How a constructor is given what every response of its kind has, and its own."""

    takes: Takes
    parameters: tuple[Parameter, ...]
    usual: str

    @property
    def spec(self) -> ConstructorSpec:
        places, names = self._places, [each.name for each in self.takes.parameters]
        keywords = [name for name in names if name not in places]
        if self.takes.keywords:
            others = (*([self.first] if self.first else []), *self._others)
            keywords += [n for n in others if n not in places and n not in names]
        own = tuple(each for each in self.takes.parameters if self._is_own(each))
        known = tuple(each for each in self.takes.parameters if each not in own)
        return ConstructorSpec(self.first, tuple(places), tuple(keywords), own, known)

    @property
    def first(self) -> str | None:
        """The parameter that takes the content: by that name, else the one before all others."""
        if self.usual in (each.name for each in self.takes.parameters):
            return self.usual
        if by_place := self._by_place:
            return None if by_place[0] in _REFERENCE else by_place[0]
        return self.usual if self.takes.places or self.takes.keywords else None

    @property
    def _by_place(self) -> list[str]:
        return [each.name for each in self.takes.parameters if each.place != "keyword"]

    @property
    def _others(self) -> list[str]:
        """What every response of the kind has beside the first."""
        start = first(self.parameters)
        return [each.name for each in self.parameters if each is not start]

    @property
    def _places(self) -> list[str]:
        """Those that are given by place: the first, what can only be so, what `*args` takes."""
        by_place = self._by_place
        if self.takes.places and not self.takes.keywords:
            named = [each.name for each in self.takes.parameters]
            start = [self.first] if self.first and self.first not in named else []
            others = [name for name in self._others if name not in named]
            return [*by_place, *start, *others]
        only = [each.name for each in self.takes.parameters if each.place == "place"]
        if only or not self.first:
            return only
        if by_place:
            return by_place[:1] if by_place[0] == self.first else []
        return [self.first] if self.takes.places else []

    def _is_own(self, of: BaseParameter) -> bool:
        """Whether no response has it by itself, or not as a parameter that has to be given."""
        if of.name in (self.first, STATUS_CODE.name):
            return False
        return of.required or of.name not in self._others
