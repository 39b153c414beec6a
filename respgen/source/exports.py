"""What a module's file binds, as far as that is certain.

Goes in: the text of a Python file. Comes out: its names with the statements that bind them.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from respgen.source.parsing import readable

_SCOPES = frozenset({"globals", "locals", "vars"})
"""Called without arguments, they give what holds a module's names."""


@dataclass(frozen=True, slots=True)
class Exports:
    """`names` are what the module binds at any place of its own scope.

    `is_open`: it may have further names.
    """

    names: Mapping[str, tuple[ast.AST, ...]]
    is_open: bool

    def only(self, name: str) -> ast.AST | None:
        """The one statement that binds a name; None where several do."""
        found = self.names.get(name, ())
        return found[0] if len(found) == 1 else None


def exports(data: bytes) -> Exports | None:
    """Of the text of a module; None where it is no Python, or too large."""
    body = readable(data)
    if body is None:
        return None
    tree = ast.Module(body, [])
    found: dict[str, tuple[ast.AST, ...]] = {}
    scope = [*_scope(tree)]
    for name, node in (pair for each in scope for pair in _names(each)):
        found[name] = (*found.get(name, ()), node)
    nodes = [*ast.walk(tree)]
    for node in nodes:
        for name in node.names if isinstance(node, ast.Global) else ():
            found[name] = (*found.get(name, ()), node)
    is_open = not found.keys().isdisjoint(("*", "__getattr__"))
    is_open = is_open or any(map(_is_module, scope)) or any(map(_is_magic, nodes))
    return Exports(found, is_open)


def _is_magic(node: ast.AST) -> bool:
    """Whether it may bind names of the module that stand nowhere in its text."""
    match node:
        case ast.Call(func=ast.Name(id=name), args=[], keywords=[]):
            return name in _SCOPES
        case ast.Call(func=ast.Name(id="exec"), args=[_]):
            return True
        case ast.Attribute(attr="_convert_" | "global_enum"):  # members become names
            return True
        case ast.Call(func=ast.Name(id="setattr"), args=[ast.Subscript(), *_]):
            return True
        case ast.Subscript(value=ast.Attribute(attr="modules"), ctx=ast.Store()):
            return True
    return False


def _is_module(node: ast.AST) -> bool:
    """Whether it is `sys.modules[...]`, by which a module sets its own names."""
    return isinstance(node, ast.Subscript) and (
        isinstance(node.value, ast.Attribute) and node.value.attr == "modules"
    )


def _scope(tree: ast.AST) -> Iterator[ast.AST]:
    """What stands outside of functions and classes, whatever the condition."""
    waiting = [*ast.iter_child_nodes(tree)]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            waiting += ast.iter_child_nodes(node)


def _names(node: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    match node:
        case (
            ast.FunctionDef(name=name)
            | ast.AsyncFunctionDef(name=name)
            | ast.ClassDef(name=name)
        ):
            yield name, node
        case ast.Import(names=aliases) | ast.ImportFrom(names=aliases):
            for each in aliases:
                yield each.asname or each.name.partition(".")[0], node
        case ast.Name(id=name, ctx=ast.Store()):
            yield name, node
        case (
            ast.ExceptHandler(name=str(name))
            | ast.MatchAs(name=str(name))
            | ast.MatchStar(name=str(name))
            | ast.MatchMapping(rest=str(name))
        ):
            yield name, node
