"""What the body of a class says, in a form that can be compared.

Goes in: a class. Come out: its members, of which equal ones do the same: annotations, texts that
explain, and the names of modules' imports make no difference.
"""

from __future__ import annotations

import ast
from collections.abc import Hashable, Iterator
from copy import deepcopy
from dataclasses import dataclass

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class
from respgen.source.nodes import walk
from respgen.source.program.facts import Facts
from respgen.source.program.values import Unknown, Value
from respgen.source.unparsing import unparsed


@dataclass(frozen=True, slots=True)
class Member:
    """A name of a class, and what it is: a value, or the text of a function and its names."""

    name: str
    what: Hashable

    @property
    def is_known(self) -> bool:
        return not isinstance(self.what, Unknown)


def members(facts: Facts, of: Class) -> frozenset[Member] | None:
    """Those of its own body; None where that does something else."""
    found: list[Member] = []
    for each in of.node.body:
        match each:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                continue
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(
                target=ast.Name(id=name), value=ast.expr()
            ):
                value = facts.evaluator.constant(of, name, each)
                found.append(Member(name, value or Unknown(each)))
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                found.append(Member(each.name, _function(facts, of.module, each)))
            case _:
                return None
    return frozenset(found)


def _function(facts: Facts, module: str, node: FunctionNode) -> Hashable:
    bare = _Bare().visit(deepcopy(node))
    names = sorted({n.id for n in walk(bare) if isinstance(n, ast.Name)})
    meant = tuple((name, _meaning(facts, module, name, node)) for name in names)
    return ast.dump(bare), meant


def _meaning(facts: Facts, module: str, name: str, node: ast.AST) -> Value | None:
    """What a module's name is; None of a builtin or a local one."""
    known = facts.program.names.bound(module, (name,)) is not None
    return facts.evaluator.name(module, name, node) if known else None


class _Bare(ast.NodeTransformer):
    """Takes away what makes no difference when a function runs."""

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        return self._function(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> ast.AST:
        return self._function(node)

    def visit_arg(self, node: ast.arg) -> ast.AST:
        node.annotation = None
        return node

    def _function(self, node: FunctionNode) -> ast.AST:
        node.returns = None
        node.body = [each for each in node.body if not _is_text(each)]
        return self.generic_visit(node)


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def passes_on(node: ast.FunctionDef) -> bool:
    """Whether a method only calls the one above it, with all that it was given."""
    body = [each for each in node.body if not _is_text(each)]
    match body:
        case [
            ast.Expr(value=ast.Call() as call) | ast.Return(value=ast.Call() as call)
        ]:
            pass
        case _:
            return False
    if node.name == "__init__" and not (node.args.vararg and node.args.kwarg):
        return False  # it may take less than the one above
    above = unparsed(call.func) == f"super().{node.name}"
    given = [unparsed(each) for each in (*call.args, *call.keywords)]
    whole = not (node.decorator_list or node.args.defaults or node.args.kwonlyargs)
    return above and whole and given == [*_passed(node.args)]


def _passed(given: ast.arguments) -> Iterator[str]:
    """What a call passes that passes everything on."""
    yield from (each.arg for each in (*given.posonlyargs, *given.args)[1:])
    if given.vararg:
        yield f"*{given.vararg.arg}"
    if given.kwarg:
        yield f"**{given.kwarg.arg}"
