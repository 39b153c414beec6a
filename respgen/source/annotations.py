"""Annotations in the project's Python -> types as a schema writes them.

Goes in: an annotation, and the module whose names it uses. Comes out: the text of a type in which
every name has its import path; empty where it cannot be said so.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass

from respgen.source.bindings import Imported
from respgen.source.names import Class, Names
from respgen.vocabulary.python_names import KNOWN

_TYPING = ("typing", "typing_extensions")
_OLDER = {
    "List": "list",
    "Dict": "dict",
    "Set": "set",
    "FrozenSet": "frozenset",
    "Tuple": "tuple",
    "AbstractSet": "Set",
    "Text": "str",
}
_WRAPPERS = ("Annotated", "Final", "Required", "NotRequired", "ReadOnly")
_FORMS = frozenset(("Optional", "Union", *_WRAPPERS))


class _Unknown(Exception):  # noqa: N818 # what the type is, in one word
    """Nothing that a schema can say."""


@dataclass(frozen=True, slots=True)
class Annotations:
    """Spells the annotations of one module."""

    names: Names
    module: str

    def __call__(self, node: ast.expr | None) -> str:
        if node is None:
            return ""
        try:
            return self._spelled(node)
        except (_Unknown, SyntaxError, ValueError, RecursionError, MemoryError):
            return ""

    def _spelled(self, node: ast.expr) -> str:
        match node:
            case ast.Constant(value=None):
                return "None"
            case ast.Constant(value=str(text)):
                return self._spelled(ast.parse(text.strip(), mode="eval").body)
            case ast.Constant(value=value) if value is ...:
                return "..."
            case ast.BinOp(left=left, op=ast.BitOr(), right=right):
                return f"{self._spelled(left)} | {self._spelled(right)}"
            case ast.Subscript(value=origin, slice=inside):
                return self._generic(self._named(origin), inside)
            case ast.List(elts=items):
                return f"[{', '.join(map(self._spelled, items))}]"
            case ast.Name() | ast.Attribute():
                return self._named(node)
        raise _Unknown

    def _generic(self, origin: str, inside: ast.expr) -> str:
        items = inside.elts if isinstance(inside, ast.Tuple) else [inside]
        match origin:
            case "Literal":
                return f"Literal[{', '.join(map(ast.unparse, items))}]"
            case "Optional":
                return f"{self._spelled(inside)} | None"
            case "Union":
                return " | ".join(map(self._spelled, items))
        if origin in _FORMS:
            return self._spelled(items[0])
        return f"{origin}[{', '.join(map(self._spelled, items))}]"

    def _named(self, node: ast.expr) -> str:
        """A name with its module; those of Python as a schema writes them."""
        head, *rest = _dotted(node)
        path = self._home(head, tuple(rest))
        module, _, name = path.rpartition(".")
        if module in _TYPING:
            return _of_typing(name)
        if module in ("builtins", "collections.abc"):
            if name in KNOWN:
                return name
            raise _Unknown
        # a type checker lets nobody else use a private name
        if any(part.startswith("_") for part in path.split(".")):
            raise _Unknown
        return path

    def _home(self, head: str, rest: tuple[str, ...]) -> str:
        source = self.names.get(self.module)
        found = source.bindings.get(head) if source else None
        match found:
            case Imported(module, None):
                return ".".join((module, *rest))
            case Imported(module, str(name)):
                return ".".join((module, name, *rest))
            case None:
                return self._starred(head, rest)
        if self._is_variable(found):
            raise _Unknown
        return ".".join((self.module, head, *rest))

    def _starred(self, head: str, rest: tuple[str, ...]) -> str:
        """What `import *` brings, or a name of Python itself."""
        match self.names.bound(self.module, (head, *rest)):
            case str(path):
                return path
            case Class(module, node):
                return f"{module}.{node.name}"
        if rest:
            raise _Unknown
        return f"builtins.{head}"

    def _is_variable(self, value: object) -> bool:
        """Whether it is a type variable, which means nothing outside of its class."""
        if not isinstance(value, ast.Call):
            return False
        made = self.names.meaning(self.module, value.func)
        return isinstance(made, str) and made.rpartition(".")[2] != "NewType"


def _of_typing(name: str) -> str:
    name = _OLDER.get(name, name)
    if name in KNOWN or name in _FORMS:
        return name
    raise _Unknown


def _dotted(node: ast.expr) -> tuple[str, ...]:
    names: list[str] = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        raise _Unknown
    return (node.id, *reversed(names))
