"""What an expression comes to, by its form.

Goes in: an expression, the scope whose names it uses, and whoever knows the names of modules. Comes
out: its value. Each call on the way is told to whoever listens.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, replace

from respgen.source.names import Class, Function
from respgen.source.nodes import falls_back
from respgen.source.program.annotated import tells
from respgen.source.program.folding import (
    brought,
    calculated,
    filled,
    is_text,
    joined,
    mapping,
    merge,
)
from respgen.source.program.frameworks import METHODS, RESPONSE
from respgen.source.program.scopes import Knowing, Listener, Scope
from respgen.source.program.values import (
    Arguments,
    Attribute,
    Called,
    How,
    Instance,
    Item,
    Items,
    Known,
    Named,
    Pair,
    Pairs,
    Parameter,
    Partial,
    Unknown,
    Value,
    either,
    otherwise,
)

_WIDE = 256
"""Entries of a display; a longer one is data."""
_ANSWERS = {"starlette.middleware.base.RequestResponseEndpoint": RESPONSE}
"""What a call of an instance gives."""


@dataclass(slots=True)
class Reading:
    """Reads the expressions of one scope."""

    evaluator: Knowing
    scope: Scope
    heard: Listener | None

    def value(self, node: ast.expr) -> Value:
        match node:  # the frequent ones first
            case ast.Name():
                return self._name(node)
            case ast.Constant():
                return self._constant(node)
            case ast.Attribute():
                return self._of(self._again(node.value), node.attr, node)
            case ast.Call():
                return self._call(node)
            case ast.Subscript():
                return self._item(node)
            case ast.Await():
                return self._again(node.value)
        return self._made(node)

    def _made(self, node: ast.expr) -> Value:
        """What is made of parts."""
        match node:
            case ast.JoinedStr(values=values):
                return joined([self._again(each) for each in values])
            case ast.FormattedValue():
                return self._formatted(node)
            case ast.BinOp():
                return self._binary(node)
            case ast.IfExp(test=test, body=body, orelse=other):
                self._again(test)
                join = otherwise if falls_back(node) else either
                return join(self._again(body), self._again(other))
            case ast.BoolOp(values=values):
                join = otherwise if isinstance(node.op, ast.Or) else either
                return join(*(self._again(each) for each in values))
            case ast.UnaryOp():
                return self._unary(node)
            case ast.Compare():
                return self._compared(node)
            case ast.List() | ast.Tuple() | ast.Set():
                return self._items(node)
            case ast.Dict():
                return self._pairs(node)
            case ast.NamedExpr(target=target, value=value):
                self.scope.local[target.id] = found = self._again(value)
                return found
        self._below(node)
        return Unknown(node)

    def _again(self, node: ast.expr) -> Value:
        if type(node) is ast.Constant:
            return self._constant(node)
        return self.evaluator.value(node, self.scope, self.heard)

    def _below(self, node: ast.AST) -> None:
        """Hears what an expression calls whose value nobody knows."""
        if self.heard is None:
            return
        for each in ast.iter_child_nodes(node):
            if isinstance(each, ast.expr):
                self._again(each)
            elif not isinstance(node, ast.Lambda):
                self._below(each)

    # Leaves

    def _constant(self, node: ast.Constant) -> Value:
        return Unknown(node) if node.value is ... else Known(node.value)

    def _name(self, node: ast.Name) -> Value:
        if node.id in self.scope.local:
            return self.scope.local[node.id]
        return self.evaluator.name(self.scope.module, node.id, node)

    def _of(self, base: Value, name: str, node: ast.AST) -> Value:
        match base:
            case Named(str(path)):
                return self.evaluator.member(path, name, node)
            case Named(Class() as found):
                constant = self.evaluator.constant(found, name, node)
                return Attribute(base, name) if constant is None else constant
            case Known() | Attribute(Named(Class()), _) if name == "value":
                return base
        return Attribute(base, name)

    # What is made of parts

    def _formatted(self, node: ast.FormattedValue) -> Value:
        found = self._again(node.value)
        plain = node.conversion == -1 and node.format_spec is None
        if not plain:
            return Called(Named("builtins.format"), Arguments((found,)))
        return Known(str(found.value)) if isinstance(found, Known) else found

    def _binary(self, node: ast.BinOp) -> Value:
        left, right = self._again(node.left), self._again(node.right)
        if isinstance(node.op, ast.BitOr) and isinstance(left, Pairs):
            return replace(merge([left, right]), node=node)
        if isinstance(node.op, ast.Add):
            if is_text(left) or is_text(right):
                return joined([left, right])
            if isinstance(left, Items) and isinstance(right, Items):
                return Items((*left.values, *right.values))
        if isinstance(node.op, ast.Mod) and isinstance(left, Known) and is_text(left):
            given = right.values if isinstance(right, Items) else (right,)
            return filled(str(left.value), given)
        folded = calculated(node, left, right)
        return Unknown(node) if folded is None else folded

    def _unary(self, node: ast.UnaryOp) -> Value:
        found = self._again(node.operand)
        if isinstance(found, Known) and isinstance(found.value, int | bool):
            if isinstance(node.op, ast.Not):
                return Known(not found.value)
            if isinstance(node.op, ast.USub):
                return Known(-found.value)
        if isinstance(node.op, ast.Not):
            return Called(Named("operator.not_"), Arguments((found,)))
        return Unknown(node)

    def _compared(self, node: ast.Compare) -> Value:
        found = [self._again(each) for each in (node.left, *node.comparators)]
        word = "-".join(type(each).__name__.lower() for each in node.ops)
        return Called(Named(f"operator.{word}"), Arguments(tuple(found)))

    def _items(self, node: ast.List | ast.Tuple | ast.Set) -> Value:
        if len(node.elts) > _WIDE:
            return Unknown(node)
        found = [self._again(each) for each in node.elts]
        starred = any(isinstance(each, ast.Starred) for each in node.elts)
        return Unknown(node) if starred else Items(tuple(found))

    def _pairs(self, node: ast.Dict) -> Value:
        if len(node.keys) > _WIDE:
            return Unknown(node)
        parts: list[Value] = []
        pairs: list[Pair] = []
        for key, value in zip(node.keys, node.values, strict=True):
            found = self._again(value)
            if key is None:
                parts, pairs = [*parts, Pairs(tuple(pairs)), found], []
            else:
                pairs.append(Pair(self._again(key), found, key))
        return merge([*parts, Pairs(tuple(pairs))], node)

    def _item(self, node: ast.Subscript) -> Value:
        base, key = self._again(node.value), self._again(node.slice)
        if isinstance(base, Pairs) and isinstance(key, Known):
            found = base.get(str(key.value))
            if found is not None:
                return found
        if isinstance(base, Named):  # a generic class
            return base
        return Item(base, key)

    # Calls

    def _call(self, node: ast.Call) -> Value:
        function = self._again(node.func)
        arguments = self._arguments(node)
        found = self._called(node, function, arguments)
        if self.heard:
            self.heard(node, function, arguments, found)
        return found

    def _arguments(self, node: ast.Call) -> Arguments:
        places: list[Value] = []
        nodes: dict[str | int, ast.expr] = {}
        rest = starred = False
        for each in node.args:
            found = self._again(each.value if isinstance(each, ast.Starred) else each)
            if isinstance(each, ast.Starred):
                rest = starred = True
            elif not rest:
                nodes[len(places)] = each
                places.append(found)
        names: dict[str, Value] = {}
        spread: list[Value] = []
        for keyword in node.keywords:
            found = self._again(keyword.value)
            if keyword.arg is not None:
                names[keyword.arg] = found
                nodes[keyword.arg] = keyword.value
                continue
            known, is_open = brought(found, keyword.value)
            if is_open:
                rest = True
                spread.append(found)
            names |= known
            nodes |= dict.fromkeys(known, keyword.value)
        named = tuple(names.items())
        return Arguments(tuple(places), named, rest, nodes, tuple(spread), starred)

    def _called(self, node: ast.Call, function: Value, given: Arguments) -> Value:
        match function:
            case Named(Class() as found):
                return Instance(found, How.BUILT, node, given)
            case Named(Function() as target):
                returned = self.evaluator.annotations.returned(target)
                return (
                    Instance(returned, How.RETURNED, node)
                    if returned and tells(returned)
                    else Called(function, given)
                )
            case Named("builtins.dict"):
                return mapping(given, node)
            case Named("functools.partial") if given.places:
                nodes = {
                    key - 1 if isinstance(key, int) else key: each
                    for key, each in given.nodes.items()
                    if key != 0
                }
                rest = replace(given, places=given.places[1:], nodes=nodes)
                return Partial(given.places[0], rest)
            case Named(str(path)) if path.rpartition(".")[2][:1].isupper():
                return Instance(path, How.BUILT, node, given)
            case Attribute(Pairs() as pairs, "copy"):
                return replace(pairs, node=node)
            case Instance(of=str(path)) if answer := _ANSWERS.get(path):
                return Instance(answer, How.RETURNED, node)
            case Parameter(gives=Class() | str() as gives):
                return Instance(gives, How.RETURNED, node)
            case Attribute(Instance(of=owner), method):
                return self._method(node, function, owner, method, given)
        return Called(function, given)

    def _method(
        self,
        node: ast.Call,
        function: Value,
        owner: Class | str,
        name: str,
        given: Arguments,
    ) -> Value:
        found = self.evaluator.program.method(owner, name)
        if isinstance(found, Function):
            returned = self.evaluator.annotations.returned(found)
            if returned and tells(returned):
                return Instance(returned, How.RETURNED, node)
        if isinstance(found, str) and (made := METHODS.get((found, name))):
            return Instance(made, How.BUILT, node, given)
        return Called(function, given)
