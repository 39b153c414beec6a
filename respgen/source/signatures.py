"""The parameters of a constructor, from its syntax tree.

Goes in: a class of the project, or the `def` of its `__init__`. Comes out: its parameters, each with
its type and default as far as these can be said elsewhere; Unreadable for what only Python knows.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from http import HTTPStatus

from respgen.core.grammar import compiled
from respgen.source.annotations import Annotations
from respgen.source.makers import DATACLASS, makers, writes
from respgen.source.names import Class, Names
from respgen.source.unparsing import unparsed
from respgen.specs.bases import LEFT, BaseDefault, Place
from respgen.specs.types import ImportPath
from respgen.vocabulary.identifiers import is_identifier

_LARGE = 1 << 63
"""Numbers from here on are no literals that anybody would read."""
_INSTANCE = "self"
"""What generated constructors call it."""
_PARAMETERS = 60
"""Of one constructor; more are no longer written by hand."""


class Unreadable(Exception):  # noqa: N818 # what the constructor is, in one word
    """Why the parameters cannot be told from the file."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A parameter. `annotation` is a type as a schema writes it, empty where none can be said."""

    name: str
    place: Place
    annotation: str = ""
    required: bool = True
    default: BaseDefault = None


@dataclass(frozen=True, slots=True)
class Signature:
    """All parameters but the instance; whether further ones are taken by place, or by keyword."""

    parameters: tuple[Taken, ...]
    places: bool = False
    keywords: bool = False


@dataclass(frozen=True, slots=True)
class Signatures:
    """Reads the constructors of classes."""

    names: Names

    def of(self, owner: Class) -> Signature | None:
        """Of the constructor that a class itself defines; None where it has none. Raises Unreadable."""
        found = [*_defined(owner.node)]
        for path in sorted(makers(self.names, owner)):
            if writes(path, has_own=bool(found)):
                raise Unreadable(f"{path} writes it")
        if not found:
            return self._of_fields(owner)
        versions = [each for each in found if self._is_overload(owner, each)]
        for each in found:
            if each.decorator_list and each not in versions:
                raise Unreadable("a decorator makes it another one")
        plain = found[-1]
        if versions and not _is_named(plain.args):
            plain = max(versions, key=lambda each: len([*_arguments(each.args)]))
        return self._signature(owner.module, plain.args)

    def _is_overload(self, owner: Class, node: ast.FunctionDef) -> bool:
        named = [self.names.meaning(owner.module, each) for each in node.decorator_list]
        return any(str(each).endswith(".overload") for each in named)

    def _signature(self, module: str, given: ast.arguments) -> Signature:
        found = [*self._taken(module, given)]
        if not found or found[0].place == "keyword":
            raise Unreadable("it takes no instance")
        more = self._unpacked(module, given.kwarg)
        parameters = (*found[1:], *(more or ()))
        _check_names([each.name for each in parameters])
        keywords = given.kwarg is not None and more is None
        return Signature(parameters, given.vararg is not None, keywords)

    def _taken(self, module: str, given: ast.arguments) -> Iterator[Taken]:
        places = [*given.posonlyargs, *given.args]
        bare = len(places) - len(given.defaults)
        defaults = [*[None] * bare, *given.defaults]
        for number, (each, default) in enumerate(zip(places, defaults, strict=True)):
            by: Place = "place" if number < len(given.posonlyargs) else "either"
            yield self._parameter(module, each, default, by)
        for each, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
            yield self._parameter(module, each, default, "keyword")

    def _parameter(
        self, module: str, of: ast.arg, default: ast.expr | None, by: Place
    ) -> Taken:
        said = Annotations(self.names, module)(of.annotation)
        if default is None:
            return Taken(of.arg, by, said)
        return Taken(of.arg, by, said, False, self._default(module, default))

    def _default(self, module: str, node: ast.expr) -> BaseDefault:
        """A literal, or a name that can be imported; of anything else the base alone knows it."""
        match node:
            case ast.Constant(value=str() | bytes() | None as value):
                return value
            case ast.Constant(value=int() | float() as value) if abs(value) < _LARGE:
                return value
            case ast.UnaryOp(
                op=ast.USub(), operand=ast.Constant(value=int() | float() as value)
            ) if (abs(value) < _LARGE):
                return -value
            case ast.Name() | ast.Attribute():
                return self._named(module, node)
        return LEFT

    def _named(self, module: str, node: ast.expr) -> BaseDefault:
        path = Annotations(self.names, module)(node)
        home, _, name = path.rpartition(".")
        if status := compiled(r"HTTP_(\d{3})_\w+").fullmatch(name):
            return int(status[1])
        if home == "http.HTTPStatus" and name in HTTPStatus.__members__:
            return HTTPStatus[name].value
        return self._importable(home, name) if home else LEFT

    def _importable(self, home: str, name: str) -> BaseDefault:
        """The module of a name, and what stands in it: a class may hold it."""
        members = [name]
        while home and self.names.get(home) is None:
            home, _, above = home.rpartition(".")
            members.insert(0, above)
        return ImportPath(home, ".".join(members)) if home else LEFT

    def _unpacked(self, module: str, of: ast.arg | None) -> tuple[Taken, ...] | None:
        """The keywords that `**kwargs: Unpack[Options]` takes; None where any are taken."""
        match of.annotation if of else None:
            case ast.Subscript(value=origin, slice=inside):
                named = self.names.meaning(module, origin)
                options = self.names.meaning(module, inside)
                if str(named).endswith(".Unpack") and isinstance(options, Class):
                    return tuple(self._options(options))
        return None

    def _options(self, of: Class) -> Iterator[Taken]:
        """The keys of a TypedDict, those of its parents first."""
        total = not any(
            each.arg == "total" and getattr(each.value, "value", True) is False
            for each in of.node.keywords
        )
        for base in of.node.bases:
            above = self.names.meaning(of.module, base)
            if isinstance(above, Class) and above != of:
                yield from self._options(above)
        spell = Annotations(self.names, of.module)
        for node in of.node.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                required = total and "NotRequired" not in ast.dump(node.annotation)
                kind = spell(node.annotation)
                default = None if required else LEFT
                yield Taken(node.target.id, "keyword", kind, required, default)

    # Classes whose constructor a decorator writes

    def _of_fields(self, owner: Class) -> Signature | None:
        if DATACLASS not in makers(self.names, owner):
            return None
        parameters = tuple(self._fields(owner))
        # keyword-only ones stand behind the others, whatever the order of the fields
        return Signature(tuple(sorted(parameters, key=lambda each: each.place)))

    def _fields(self, owner: Class) -> Iterator[Taken]:
        for base in owner.node.bases:
            above = self.names.meaning(owner.module, base)
            if isinstance(above, Class) and above != owner and self._of_fields(above):
                yield from self._fields(above)
        spell = Annotations(self.names, owner.module)
        by: Place = "either"
        for node in owner.node.body:
            if not isinstance(node, ast.AnnAssign):
                continue
            if not isinstance(node.target, ast.Name):
                continue
            text = unparsed(node.annotation)
            if text.endswith("KW_ONLY"):
                by = "keyword"
            elif "ClassVar" not in text and not _is_no_argument(node.value):
                found = Taken(node.target.id, by, spell(_inside(node.annotation)))
                yield self._with_default(owner, found, node.value)

    def _with_default(
        self, owner: Class, found: Taken, value: ast.expr | None
    ) -> Taken:
        match value:
            case None:
                return found
            case ast.Call(keywords=keywords):
                said = {each.arg: each.value for each in keywords}
                if _is_true(said.get("kw_only")):
                    found = replace(found, place="keyword")
                if "default" in said:
                    return self._with_default(owner, found, said["default"])
                if said and "default_factory" not in said:
                    return found
                return replace(found, required=False, default=LEFT)
        default = self._default(owner.module, value)
        return replace(found, required=False, default=default)


def _check_names(names: list[str]) -> None:
    """Raises Unreadable for what no generated constructor can take."""
    if len(names) > _PARAMETERS:
        raise Unreadable(f"it has more than {_PARAMETERS} parameters")
    if len(names) != len({*names}):
        raise Unreadable("two of its parameters have the same name")
    for name in names:
        if not is_identifier(name):
            raise Unreadable(f"{name!a} is no plain name")
        if name == _INSTANCE:
            raise Unreadable(f"{name!a} is the instance, and no parameter")


def _defined(node: ast.ClassDef) -> Iterator[ast.FunctionDef]:
    """The definitions of `__init__`. Raises Unreadable where something else makes it."""
    for each in node.body:
        match each:
            case ast.FunctionDef(name="__init__"):
                yield each
            case ast.FunctionDef(name="__new__"):
                raise Unreadable("it has a __new__")
            case ast.Assign(targets=[ast.Name(id="__init__")]):
                raise Unreadable("it is made by an expression")
            case ast.If() | ast.Try() if "__init__" in _names(each):
                raise Unreadable("it stands below a condition")


def _names(node: ast.stmt) -> frozenset[str]:
    return frozenset(
        each.name for each in ast.walk(node) if isinstance(each, ast.FunctionDef)
    )


def _arguments(given: ast.arguments) -> Iterable[ast.arg]:
    return (*given.posonlyargs, *given.args, *given.kwonlyargs)


def _is_named(given: ast.arguments) -> bool:
    """Whether it names a parameter beside the instance."""
    return len([*_arguments(given)]) > 1


def _inside(annotation: ast.expr) -> ast.expr:
    """What `InitVar[...]` holds."""
    match annotation:
        case ast.Subscript(value=ast.Name(id="InitVar"), slice=inside):
            return inside
    return annotation


def _is_no_argument(value: ast.expr | None) -> bool:
    """Whether it is `field(init=False)`."""
    return isinstance(value, ast.Call) and any(
        each.arg == "init" and _is_false(each.value) for each in value.keywords
    )


def _is_true(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is True


def _is_false(value: ast.expr | None) -> bool:
    return isinstance(value, ast.Constant) and value.value is False
