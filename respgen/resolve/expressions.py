"""Author's text -> Python types and import paths, parsed and rebuilt, never pasted.

Comes out: a tree that only names, unions, generics and Literal values can be in. What is not one
raises Malformed with the words for the author.
"""

from __future__ import annotations

import ast
import warnings

from respgen.diagnostics import Finding, Malformed, quoted
from respgen.resolve.type_advice import annotation_advice, name_advice
from respgen.rules import r1
from respgen.source.unparsing import unparsed
from respgen.specs.types import (
    NONE,
    TypeExpression,
    TypeGeneric,
    TypeList,
    TypeName,
    TypeValue,
    union,
)
from respgen.vocabulary.identifiers import is_identifier
from respgen.vocabulary.import_paths import LENGTH
from respgen.vocabulary.python_names import KNOWN, VARIADIC

BRACKETS = 50
"""Pairs of brackets in a type expression: what black lays out in a moment."""

ANY = TypeName("typing", "Any")
STR = TypeName("builtins", "str")

_LITERAL = TypeName("typing", "Literal")
_TUPLE = TypeName("builtins", "tuple")
_CALLABLE = TypeName("collections.abc", "Callable")


# Types


def type_expression(text: str) -> TypeExpression:
    """A Python type as it would stand in an annotation. Raises Malformed."""
    source = text.strip(" ")
    try:
        return _TypeReader(source).type(_parsed(source))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        message = f"{quoted(text)} is not a Python type"
        raise _refused(message, annotation_advice(source)) from None


def _parsed(source: str) -> ast.expr:
    if len(source) > LENGTH or source.count("[") > BRACKETS:
        raise _refused(
            f"the type has more than {LENGTH:,} characters or {BRACKETS} brackets",
            "define an alias for it in Python",
        )
    if not source.isprintable():  # line breaks and the like: an annotation is one line
        raise ValueError
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", SyntaxWarning)
        node = ast.parse(source, mode="eval").body
    if b"#" in source.encode()[node.end_col_offset :]:  # a comment is no part of a type
        raise ValueError
    return node


def _refused(message: str, advice: str) -> Malformed:
    return Malformed(Finding(r1.TYPE_EXPRESSION, message, advice))


class _TypeReader:
    """Turns one expression's syntax tree into a type."""

    def __init__(self, source: str) -> None:
        self._bytes = source.encode()

    def type(self, node: ast.expr) -> TypeExpression:
        match node:
            case ast.Constant(value=None):
                return NONE
            case ast.BinOp(op=ast.BitOr()):
                return self._union(node)
            case ast.Subscript(value=origin, slice=inside):
                return self._generic(origin, inside)
            case ast.Name() | ast.Attribute():
                return _bare(self._name(node))
            case ast.Constant(value=str()):
                raise _refused(
                    "a type inside a type is quoted", "leave out the inner quotes"
                )
        raise ValueError

    def _union(self, node: ast.BinOp) -> TypeExpression:
        members: list[TypeExpression] = []
        rest: ast.expr = node
        # a | b | c nests to the left, as deep as it is long
        while isinstance(rest, ast.BinOp) and isinstance(rest.op, ast.BitOr):
            members.insert(0, self.type(rest.right))
            rest = rest.left
        return union(self.type(rest), *members)

    def _name(self, node: ast.expr) -> TypeName:
        parts = self._parts(node)
        if len(parts) == 1:
            return _known(parts[0])
        if parts[0] == "respgen":
            raise _refused(
                "generated code cannot import from respgen", "write JsonValue alone"
            )
        return TypeName(".".join(parts[:-1]), parts[-1])

    def _parts(self, node: ast.expr) -> tuple[str, ...]:
        match node:
            case ast.Name(id=name):
                return (self._checked(node, name),)
            case ast.Attribute(value=inside, attr=name):
                return (*self._parts(inside), self._checked(node, name))
        raise ValueError

    def _checked(self, node: ast.expr, name: str) -> str:
        """The parser has put the name into NFKC: what the author wrote has to be the same."""
        end = node.end_col_offset or 0
        written = self._bytes[:end].endswith(name.encode())
        if written and is_identifier(name):
            return name
        what = quoted(name) if written else f"what looks like {quoted(name)}"
        raise _refused(f"{what} is not a plain name", "use ASCII letters, digits and _")

    def _generic(self, origin: ast.expr, inside: ast.expr) -> TypeExpression:
        if isinstance(origin, ast.Name) and origin.id == "Annotated":
            raise _annotated(inside)
        if isinstance(origin, ast.Name) and origin.id in ("Optional", "Union"):
            raise _older(origin.id, inside)
        return self._arguments(self._name(origin), inside)

    def _arguments(self, origin: TypeName, inside: ast.expr) -> TypeExpression:
        arguments = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        if not arguments:
            raise ValueError
        if origin.name == "Literal" and origin.module in (
            "typing",
            "typing_extensions",
        ):
            return TypeGeneric(
                _LITERAL, tuple(_value(argument) for argument in arguments)
            )
        found = tuple(self._argument(origin, node, arguments) for node in arguments)
        _check_arity(origin, found)
        return TypeGeneric(origin, found)

    def _argument(
        self, origin: TypeName, node: ast.expr, beside: list[ast.expr]
    ) -> TypeExpression:
        if origin == _CALLABLE and node is beside[0]:
            return self._parameters(node)
        # tuple[T, ...], the only other place of an ellipsis
        if (
            origin == _TUPLE
            and len(beside) == 2
            and node is beside[1]
            and _is_ellipsis(node)
        ):
            return TypeList(None)
        return self.type(node)

    def _parameters(self, node: ast.expr) -> TypeList:
        if _is_ellipsis(node):
            return TypeList(None)
        if isinstance(node, ast.List):
            return TypeList(tuple(self.type(item) for item in node.elts))
        raise ValueError


def _is_ellipsis(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value is ...


def _older(name: str, inside: ast.expr) -> Malformed:
    """What typing called so before Python 3.10."""
    members = inside.elts if isinstance(inside, ast.Tuple) else [inside]
    texts = [*map(ast.unparse, members), *(["None"] if name == "Optional" else [])]
    union = " | ".join(texts)
    advice = f"write {union}" if len(union) <= 60 else "write A | B"
    return _refused(f"{name} is not supported: a union is written with |", advice)


def _annotated(inside: ast.expr) -> Malformed:
    first = inside.elts[0] if isinstance(inside, ast.Tuple) and inside.elts else inside
    text = unparsed(first)
    advice = f"write {text}" if len(text) <= 60 else "write the type alone"
    return _refused("Annotated is not supported: nothing reads what it adds", advice)


def _known(name: str) -> TypeName:
    if name in KNOWN:
        return TypeName(KNOWN[name][0], name)
    raise _refused(f"unknown type {quoted(name)}", name_advice(name))


def _arity(name: TypeName) -> int | None:
    """How many arguments a name of Python takes; None for anybody else's."""
    module, arity = KNOWN.get(name.name, ("", 0))
    return arity if module == name.module else None


def _bare(name: TypeName) -> TypeExpression:
    """A generic without arguments means any: said outright, since mypy --strict wants it said."""
    arity = _arity(name)
    if name == _LITERAL:
        raise _refused("Literal has no values", 'write Literal["a", "b"]')
    if name == _CALLABLE:
        return TypeGeneric(name, (TypeList(None), ANY))
    if arity == VARIADIC:
        return TypeGeneric(name, (ANY, TypeList(None)))
    return TypeGeneric(name, (ANY,) * arity) if arity else name


def _check_arity(origin: TypeName, arguments: tuple[TypeExpression, ...]) -> None:
    arity = _arity(origin)
    if arity in (None, VARIADIC) or arity == len(arguments):
        return
    takes = {0: "no arguments", 1: "one argument"}.get(arity or 0, f"{arity} arguments")
    message = f"{origin.name} takes {takes}, not {len(arguments)}"
    wanted = ", ".join(("str", "int", "int")[: arity or 0])
    example = f"{origin.name}[{wanted}]" if wanted else origin.name
    raise _refused(message, f"write {example}")


def _value(node: ast.expr) -> TypeValue:
    """A value of a Literal: text, a whole number, a truth value or None."""
    sign = 1
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        sign, node = -1, node.operand
    value = node.value if isinstance(node, ast.Constant) else ...
    if sign < 0 and type(value) is int:
        return TypeValue(-value)
    if sign > 0 and (value is None or isinstance(value, str | int)):
        return TypeValue(value)
    raise ValueError
