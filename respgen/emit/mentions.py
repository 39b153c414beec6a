"""The names that a statement of our own packages mentions, and those that it gives to its own.

Goes in: a syntax tree. Comes out: names.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

_BINDING: dict[type[ast.AST], str] = {
    ast.arg: "arg",
    ast.ExceptHandler: "name",
    ast.MatchAs: "name",
    ast.FunctionDef: "name",
    ast.AsyncFunctionDef: "name",
}
"""Where a node has the name that it binds, if it has one."""
_TYPES = frozenset({"annotation", "returns"})


@dataclass(slots=True)
class Mentions:
    """`used` are names, those in quoted types, too; `evaluated` those that Python looks up: annotations stay text.

    `bound` are given to parameters, variables, captures and imports.
    """

    used: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    evaluated: set[str] = field(default_factory=set)

    def add(self, node: ast.AST | None, evaluates: bool = True) -> None:
        """A node and all below it, once: every package that is generated waits for this."""
        match node:
            case ast.Name(name):
                self.used.add(name)
                if isinstance(node.ctx, ast.Store):
                    self.bound.add(name)
                if evaluates:
                    self.evaluated.add(name)
                return
            case None | ast.Constant():
                return
            case ast.Call(ast.Name("cast"), [ast.Constant(str(quoted)), _]):
                self.quote(quoted)
            case ast.alias(name, own):
                self.bound.add(own or name)
        binding = _BINDING.get(type(node))
        if binding and (given := getattr(node, binding)):
            self.bound.add(given)
        for part in node._fields:
            value = getattr(node, part, None)
            inner = evaluates and part not in _TYPES
            for each in value if isinstance(value, list) else (value,):
                if isinstance(each, ast.AST):
                    self.add(each, inner)

    def quote(self, text: str) -> None:
        """A type in quotes."""
        inside = Mentions()
        inside.add(ast.parse(text, mode="eval"))
        self.used |= inside.used

    def join(self, other: Mentions) -> None:
        self.used |= other.used
        self.bound |= other.bound
        self.evaluated |= other.evaluated


def mentions(node: ast.stmt) -> Mentions:
    """What a statement of a module mentions: a function uses none of its own variables."""
    found = Mentions()
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            found.add(node)
            found.used -= found.bound - {node.name}
            found.used |= _around(node).used
        case ast.ClassDef(body=body):
            for head in (*node.bases, *node.keywords, *node.decorator_list):
                found.add(head)
            for each in body:
                # a constant in a class is no quoted type
                is_function = isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef)
                found.join(mentions(each)) if is_function else found.add(each)
        case ast.AnnAssign(value=ast.Constant(value)):
            found.add(node)
            found.quote(str(value))
        case _:
            found.add(node)
    return found


def _around(node: ast.FunctionDef | ast.AsyncFunctionDef) -> Mentions:
    """What is looked up where a function is defined, not in it."""
    given, found = node.args, Mentions()
    every = (*given.posonlyargs, *given.args, *given.kwonlyargs)
    more = (each for each in (given.vararg, given.kwarg) if each)
    typed = (each.annotation for each in (*every, *more))
    defaults = (*given.defaults, *given.kw_defaults)
    for each in (*typed, *defaults, *node.decorator_list, node.returns):
        found.add(each)
    return found
