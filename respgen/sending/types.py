"""Whether a value can stand where a parameter of a type is.

Goes in: a value, and a type. Comes out: whether anything known of the value contradicts the type: what
nobody knows is the type checker's business.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping

from respgen.core.fields import field_value
from respgen.source.names import Class, Function
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    Either,
    Instance,
    Items,
    Joined,
    Known,
    Named,
    Pairs,
    Parameter,
    Value,
)
from respgen.specs.types import (
    NONE,
    TypeExpression,
    TypeGeneric,
    TypeName,
    TypeUnion,
    TypeValue,
)

_TEXTS = frozenset({"builtins.str", "str"})
_CALLS = {
    "builtins.str": "str",
    "builtins.len": "int",
    "builtins.int": "int",
    "builtins.round": "int",
    "builtins.format": "str",
    "builtins.repr": "str",
}
"""What functions give."""
_OF_TEXT = ("strip", "lstrip", "rstrip", "lower", "upper", "title", "replace", "join", "format")  # fmt: skip
_METHODS: Mapping[str, Mapping[str, str]] = {
    "str": {**dict.fromkeys(_OF_TEXT, "str"), "encode": "bytes"},
    "bytes": {"decode": "str"},
}
"""What methods give, by the type of what they are called on."""

EMPTY = (Known(None), Known(""), Known(b""))
"""What makes no bytes of a body."""


def name_of(value: Value) -> str | None:
    """The name of the type of a value, as far as it is one of Python's own."""
    match value:
        case Known(value=found):
            return type(found).__name__
        case Joined():
            return "str"
        case Pairs():
            return "dict"
        case Items():
            return "list"
        case Parameter(annotation=Named(str(path))) if not may_be_none(value):
            is_known = not path.startswith("typing.")  # Any, Literal[...]
            return path.removeprefix("builtins.") if is_known else None
        case Called(Named("builtins.round"), given) if given != Arguments(
            given.places[:1]
        ):
            return None  # with places it gives what it is given
        case Called(function=Named(str(path))):
            return _CALLS.get(path)
        case Called(function=Named(Function(node=node))):
            return _returned(node)
        case Called(
            function=Attribute(
                Instance(of=Class(node=of)) | Named(Class(node=of)), method
            )
        ):
            return next((_returned(e) for e in of.body if _is_called(e, method)), None)
        case Called(function=Attribute(of, method)):
            return _METHODS.get(name_of(of) or "", {}).get(method)
        case Instance(of=str(path)):
            return path
        case Instance(of=of):
            return getattr(getattr(of, "node", None), "name", None)
    return None


def _is_called(node: ast.stmt, name: str) -> bool:
    return isinstance(node, ast.FunctionDef) and node.name == name


_PLAIN = frozenset({"str", "bytes", "int", "float", "bool", "dict", "list", "tuple"})


def _returned(node: ast.AST) -> str | None:
    """What a function is annotated to give, where that is a type of Python's own."""
    kind = node.returns if isinstance(node, ast.FunctionDef) else None
    name = getattr(kind.value if isinstance(kind, ast.Subscript) else kind, "id", None)
    return name if name in _PLAIN else None


def may_be_none(value: Value) -> bool:
    """Whether None can be it, as far as anything says so."""
    match value:
        case Known(value=found):
            return found is None
        case Either(values):
            return any(map(may_be_none, values))
        case Parameter(function, name, default):
            return default == Known(None) or says_none(annotation_of(function, name))
    return False


def is_of(value: Value, name: str) -> bool:
    """Whether it is known to be of one of Python's own types."""
    if isinstance(value, Either):
        return all(is_of(each, name) for each in value.values)
    return name_of(value) == name


def is_sent(name: str, value: str) -> bool:
    """Whether a text can be the value of a field (RFC 9110 5.5)."""
    try:
        field_value(name, value)
    except ValueError:
        return False
    return True


def admits(kind: TypeExpression, value: Value) -> bool:
    """Whether nothing that is known of a value contradicts a type."""
    if isinstance(value, Either):
        return all(admits(kind, each) for each in value.values)
    members = kind.members if isinstance(kind, TypeUnion) else (kind,)
    if may_be_none(value) and not any(
        each == NONE or _is_open(each) for each in members
    ):
        return False
    return any(_admits(each, value) for each in members)


def _admits(kind: TypeExpression, value: Value) -> bool:
    found = name_of(value)
    if found in (None, "NoneType") or _is_open(kind):
        return True
    match kind:
        case TypeGeneric(TypeName("typing", "Literal"), values):
            known = value.value if isinstance(value, Known) else None
            return any(isinstance(v, TypeValue) and v.value == known for v in values)
        case TypeGeneric(origin):
            return _admits(origin, value)
        case TypeName("builtins", name):
            return found == name or (found, name) == ("int", "float")
        case TypeName("collections.abc", _):
            return found in ("dict", "list")
        case TypeName(_, name):
            return found.rpartition(".")[2] == name
    return False


def _is_open(kind: TypeExpression) -> bool:
    """Whether any JSON, or anything at all, is of the type."""
    return kind in _OPEN


_OPEN = (
    TypeName("builtins", "object"),
    TypeName("typing", "Any"),
    TypeName("respgen", "JsonValue"),
)


def annotation_of(function: Function, name: str) -> ast.expr | None:
    """How a parameter is annotated."""
    given = function.node.args
    every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
    return next((each.annotation for each in every if each.arg == name), None)


_STATED = frozenset({"str", "int", "float", "bool", "dict", "list", "tuple", "Any"})
_TYPED = (ast.Name, ast.Load, ast.Subscript, ast.Tuple, ast.BinOp, ast.BitOr)


def stated(function: Function, name: str) -> frozenset[str]:
    """The types that a parameter is annotated with, as they are written; empty unless all are Python's own."""
    node = annotation_of(function, name)
    for each in ast.walk(node) if node else ():
        match each:
            case ast.Name(id=word) if word not in _STATED:
                return frozenset()
            case ast.Constant(None) | ast.Name():
                continue
        if not isinstance(each, _TYPED):
            return frozenset()
    return frozenset(_members(node) if node else ())


def _members(node: ast.expr) -> Iterator[str]:
    match node:
        case ast.BinOp(left=left, right=right):
            yield from _members(left)
            yield from _members(right)
        case _:
            yield ast.unparse(node)


def says_none(node: ast.expr | None) -> bool:
    """Whether an annotation allows None."""
    if node is None:
        return False
    return any(
        (isinstance(each, ast.Constant) and _is_none(each.value))
        or getattr(each, "id", getattr(each, "attr", "")) == "Optional"
        for each in ast.walk(node)
    )


def _is_none(value: object) -> bool:
    """None, or an annotation in quotes that has it."""
    return value is None or (
        isinstance(value, str) and ("None" in value or "Optional" in value)
    )
