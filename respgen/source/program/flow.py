"""Walks the statements of a function, path by path.

Goes in: the node of a function or a module, and the names around it. Comes out: its body. Loops are
gone through once, or once for each item that is known; paths that did the same to responses are one.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass, field, replace

from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.blocks import Blocks, Handler, State
from respgen.source.program.evaluating import Evaluator
from respgen.source.program.events import (
    Body,
    Call,
    Change,
    Path,
    Raised,
    Store,
    Way,
)
from respgen.source.program.folding import merge, updated
from respgen.source.program.importing import imported
from respgen.source.program.parameters import parameters
from respgen.source.program.recording import Recorder
from respgen.source.program.scopes import Names, Scope
from respgen.source.program.units import Unit
from respgen.source.program.values import (
    Arguments,
    Attribute,
    How,
    Instance,
    Items,
    Known,
    Named,
    Pair,
    Pairs,
    Unknown,
    Value,
)


@dataclass(slots=True)
class Flow:
    """Goes through bodies of one unit."""

    evaluator: Evaluator
    unit: Unit

    def body(
        self,
        node: FunctionNode | ast.Module,
        owner: Class | None = None,
        around: Names | None = None,
    ) -> Body:
        """Everything that a function does; `around` are the names of the functions around it."""
        function = _function(self.unit, node, owner)
        outer = dict(around or {})
        given = parameters(self.evaluator, function) if function else {}
        walk = _Walk(self, function, Recorder(self.evaluator.program))
        walk.run(node, outer | given)
        scope = Scope(self.unit.module, outer)
        decorators = (
            (each, self.evaluator.value(each, scope))
            for each in getattr(node, "decorator_list", ())
        )
        return Body(
            self.unit,
            function,
            node,
            owner,
            given,
            tuple(decorators),
            tuple(walk.recorder.events),
            tuple(walk.paths.values()),
            tuple(walk.inner),
        )


def _function(
    unit: Unit, node: FunctionNode | ast.Module, owner: Class | None
) -> Function | None:
    return None if isinstance(node, ast.Module) else Function(unit.module, node, owner)


@dataclass(slots=True)
class _Walk(Blocks):
    """One body."""

    flow: Flow
    function: Function | None
    recorder: Recorder
    paths: dict[object, Path] = field(default_factory=dict)
    inner: list[Body] = field(default_factory=list)
    _nested: dict[ast.AST, Names] = field(default_factory=dict)

    def run(self, node: FunctionNode | ast.Module, local: Names) -> None:
        """Goes through all statements, then through the functions inside."""
        for state in self._block(node.body, [State(local)]):
            self._end(state, Way.ENDED, None, None)
        if isinstance(node, ast.Module):
            return
        for each, names in self._nested.items():
            if isinstance(each, FunctionNode):
                self.inner.append(self.flow.body(each, None, names))
            elif isinstance(each, ast.ClassDef):
                owner = Class(self.flow.unit.module, each)
                methods = (m for m in each.body if isinstance(m, FunctionNode))
                self.inner += [self.flow.body(m, owner, names) for m in methods]

    # Statements

    def _simple(self, node: ast.stmt, state: State) -> None:
        match node:
            case ast.Expr(value=value):
                self._value(value)
            case ast.Assign(targets=targets, value=value):
                found = self._value(value)
                for target in targets:
                    self._bind(target, found, state, value)
            case ast.AnnAssign(
                target=target, value=ast.expr() as value, annotation=said
            ):
                self._bind(
                    target, self._declared(said, self._value(value)), state, value
                )
            case ast.AugAssign(target=target, value=value):
                self._augment(node, target, self._value(value), state)
            case ast.Delete(targets=targets):
                for each in targets:
                    if isinstance(each, ast.Subscript):
                        of, key = self._value(each.value), self._value(each.slice)
                        self._store(Store(each, node, Change.DELETED, of, key, None))
            case ast.Return(value=value):
                found = self._value(value) if value else Known(None)
                self._end(state, Way.RETURNED, node, found)
            case ast.Raise():
                self._raise(node, state)
            case ast.Import() | ast.ImportFrom():
                state.local |= imported(self.flow.evaluator, self.flow.unit, node)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                function = Function(self.flow.unit.module, node)
                state.local[node.name] = Named(function)
                self._nested.setdefault(node, state.local)
            case ast.ClassDef():
                state.local[node.name] = Named(Class(self.flow.unit.module, node))
                self._nested.setdefault(node, state.local)
            case ast.Assert(test=test):
                self._value(test)

    def _declared(self, annotation: ast.expr, found: Value) -> Value:
        """`x: JSONResponse = make()`."""
        if isinstance(found, Known | Instance):
            return found
        evaluator = self.flow.evaluator
        said = evaluator.annotations.instance(self.flow.unit.module, annotation)
        known = said and evaluator.program.is_response(said)
        return Instance(said, How.RETURNED, annotation) if said and known else found

    def _augment(
        self, node: ast.AugAssign, target: ast.expr, found: Value, state: State
    ) -> None:
        match target:
            case ast.Name(id=name):
                now = self._value(target)
                pairs = isinstance(now, Pairs) and isinstance(node.op, ast.BitOr)
                state.local[name] = merge([now, found]) if pairs else Unknown(node)
            case ast.Subscript():
                of, key = self._value(target.value), self._value(target.slice)
                whole = Unknown(node)
                self._store(
                    Store(target, node, Change.ITEM, of, key, whole, node.value)
                )
            case ast.Attribute():
                of = self._value(target.value)
                key = Known(target.attr)
                self._store(
                    Store(
                        target,
                        node,
                        Change.ATTRIBUTE,
                        of,
                        key,
                        Unknown(node),
                        node.value,
                    )
                )

    def _bind(
        self,
        target: ast.expr,
        found: Value,
        state: State,
        source: ast.expr | None = None,
    ) -> None:
        statement = self._statement
        match target:
            case ast.Name(id=name):
                state.local[name] = found
            case ast.Starred(value=inner):
                self._bind(inner, Unknown(target), state)
            case ast.Tuple(elts=parts) | ast.List(elts=parts):
                known = isinstance(found, Items) and len(found.values) == len(parts)
                values = found.values if isinstance(found, Items) and known else None
                for number, part in enumerate(parts):
                    each = values[number] if values else Unknown(part)
                    self._bind(part, each, state)
            case ast.Subscript(value=base, slice=key):
                of, at = self._value(base), self._value(key)
                self._store(
                    Store(target, statement, Change.ITEM, of, at, found, source)
                )
                if isinstance(base, ast.Name) and isinstance(of, Pairs):
                    pair = Pairs((Pair(at, found, target),))
                    state.local[base.id] = replace(merge([of, pair]), node=of.node)
            case ast.Attribute(value=base, attr=attr):
                of = self._value(base)
                self._store(
                    Store(
                        target,
                        statement,
                        Change.ATTRIBUTE,
                        of,
                        Known(attr),
                        found,
                        source,
                    )
                )

    def _raise(self, node: ast.Raise, state: State) -> None:
        found = self._value(node.exc) if node.exc else None
        if node.cause:
            self._value(node.cause)
        handler = next(
            (
                h
                for tried in reversed(self._tries)
                for h in tried
                if self._takes(h, found)
            ),
            None,
        )
        event = Raised(node, found, handler is not None)
        self.recorder.note(None, event, state)
        if handler:
            handler.states.append(state.copy())
        else:
            self._end(state, Way.RAISED, node, found)

    def _takes(self, handler: Handler, found: Value | None) -> bool:
        if handler.classes is None:
            return True
        of = found.of if isinstance(found, Instance) else None
        of = found.what if isinstance(found, Named) else of  # type: ignore[assignment]  # a function is in no line
        if not isinstance(of, Class | str):
            return False
        line = self.flow.evaluator.program.line(of)
        return not {*line}.isdisjoint(handler.classes)

    # Expressions

    @property
    def _scope(self) -> Scope:
        return Scope(self.flow.unit.module, self._state.local)

    def _value(self, node: ast.expr) -> Value:
        return self.flow.evaluator.value(node, self._scope, self._heard)

    def _heard(
        self, node: ast.Call, function: Value, given: Arguments, result: Value
    ) -> None:
        event = Call(node, self._statement, function, given, result)
        self.recorder.note((function, given), event, self._state)
        self._updated(node, function, given)

    def _updated(self, node: ast.Call, function: Value, given: Arguments) -> None:
        """`headers.update({...})` of a local mapping."""
        match function, node.func:
            case Attribute(Pairs() as now, word), ast.Attribute(
                value=ast.Name(id=name)
            ):
                if name in self._state.local and (
                    made := updated(now, word, given, node)
                ):
                    self._state.local[name] = made

    def _store(self, event: Store) -> None:
        key = event.of, event.key, event.value
        self.recorder.note(key, event, self._state)

    def _end(
        self, state: State, way: Way, node: ast.stmt | None, value: Value | None
    ) -> None:
        key = (tuple(map(id, state.trail)), id(node), value)
        self.paths.setdefault(key, Path(state.trail, way, node, value))
