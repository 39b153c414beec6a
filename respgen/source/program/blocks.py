"""The statements that hold others: which paths go through them, and with which names.

Goes in: blocks, and the paths that come to them. Come out: the paths that go on. What a single
statement does is for whoever derives from `Blocks`.
"""

from __future__ import annotations

import ast
from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from respgen.source.names import Class
from respgen.source.nodes import walk
from respgen.source.program.events import Event
from respgen.source.program.scopes import Names
from respgen.source.program.values import (
    Attribute,
    How,
    Instance,
    Items,
    Named,
    Pairs,
    Unknown,
    Value,
    class_of,
    either,
)

_PATHS = 24
"""Ways that are told apart; of more the first ones are followed."""
_ITEMS = 16
"""Items of a loop that are gone through one by one."""
_CATCH_ALL = frozenset({"Exception", "BaseException"})


@dataclass(slots=True)
class State:
    """Where a path is: the values of names, and what was done to responses."""

    local: Names
    trail: tuple[Event, ...] = ()

    def copy(self) -> State:
        return State(dict(self.local), self.trail)


States: TypeAlias = list[State]


@dataclass(slots=True)
class Handler:
    """An `except`: the classes that it takes, None for all, and who comes there."""

    classes: tuple[Class | str, ...] | None
    states: States = field(default_factory=list)


@dataclass(slots=True)
class Blocks(ABC):
    """Knows where it is: the statement, the path, and the handlers and loops around."""

    _statement: ast.stmt = field(default_factory=ast.Pass, kw_only=True)
    _state: State = field(default_factory=lambda: State({}), kw_only=True)
    _tries: list[list[Handler]] = field(default_factory=list, kw_only=True)
    _left: list[States] = field(default_factory=list, kw_only=True)
    """For each loop around: who leaves it early."""

    @abstractmethod
    def _value(self, node: ast.expr) -> Value:
        """The value of an expression on the present path."""

    @abstractmethod
    def _bind(
        self,
        target: ast.expr,
        found: Value,
        state: State,
        source: ast.expr | None = None,
    ) -> None:
        """Assigns to a name, or to a part of an object."""

    @abstractmethod
    def _simple(self, node: ast.stmt, state: State) -> None:
        """Does what a statement does that holds no others."""

    def _block(self, body: Sequence[ast.stmt], states: States) -> States:
        for statement in body:
            if not states:
                break
            states = self._merged(self._step(statement, states))
        return states

    def _merged(self, states: States) -> States:
        """Those that did the same become one, of which a name may have several values."""
        if len(states) < 2:
            return states
        found: dict[tuple[int, ...], State] = {}
        for state in states:
            key = tuple(map(id, state.trail))
            if key not in found:
                found[key] = state
            else:
                found[key] = State(_both(found[key].local, state.local), state.trail)
        return [*found.values()][:_PATHS]

    def _step(self, node: ast.stmt, states: States) -> States:
        match node:
            case ast.If():
                return self._if(node, states)
            case ast.For() | ast.AsyncFor():
                return self._for(node, states)
            case ast.While(test=test, body=body, orelse=other):
                states = self._each(states, node, [test])
                return self._block(other, self._loop(body, states) + _copies(states))
            case ast.Try() | ast.TryStar():
                return self._try(node, states)
            case ast.With() | ast.AsyncWith():
                return self._with(node, states)
            case ast.Match():
                return self._match(node, states)
            case ast.Break() | ast.Continue():
                if self._left:
                    self._left[-1].extend(states)
                return []
        for state in states:
            self._statement, self._state = node, state
            self._simple(node, state)
        return [] if isinstance(node, ast.Return | ast.Raise) else states

    def _each(
        self, states: States, node: ast.stmt, found: Iterable[ast.expr]
    ) -> States:
        """Evaluates expressions of a statement on each path."""
        expressions = [*found]
        for state in states:
            self._statement, self._state = node, state
            for each in expressions:
                self._value(each)
        return states

    def _if(self, node: ast.If, states: States) -> States:
        found: States = []
        while True:  # no recursion: a chain of `elif` may have any length
            self._each(states, node, [node.test])
            found = self._merged(found + self._block(node.body, _copies(states)))
            match node.orelse:
                case [ast.If() as node]:
                    continue
            return found + self._block(node.orelse, states)

    def _for(self, node: ast.For | ast.AsyncFor, states: States) -> States:
        found: States = []
        for state in states:
            self._statement, self._state = node, state
            items = _members(self._value(node.iter))
            now = [state]
            if items is None:
                once = state.copy()
                self._bind(node.target, Unknown(node.target), once)
                now = [*self._loop(node.body, [once]), state]
            for item in items or ():
                for each in now:
                    self._bind(node.target, item, each)
                now = self._merged(self._loop(node.body, now))
            found += now
        return self._block(node.orelse, self._merged(found))

    def _loop(self, body: Sequence[ast.stmt], states: States) -> States:
        self._left.append([])
        ended = self._block(body, _copies(states))
        return ended + self._left.pop()

    def _try(self, node: ast.Try | ast.TryStar, states: States) -> States:
        handlers = [Handler(self._caught(each.type)) for each in node.handlers]
        before = _copies(states)
        self._tries.append(handlers)
        ended = self._block(node.body, states)
        self._tries.pop()
        ended = self._block(node.orelse, ended)
        for each, handler in zip(node.handlers, handlers, strict=True):
            inside = self._merged(_copies(before) + handler.states)
            if each.name:
                first = (handler.classes or ("builtins.Exception",))[0]
                for state in inside:
                    state.local[each.name] = Instance(first, How.CAUGHT, each)
            ended = ended + self._block(each.body, inside)
        return self._block(node.finalbody, self._merged(ended))

    def _caught(self, node: ast.expr | None) -> tuple[Class | str, ...] | None:
        if node is None:
            return None
        found = self._value(node)
        values = found.values if isinstance(found, Items) else (found,)
        classes = [v.what for v in values if isinstance(v, Named)]
        names = [n.id for n in walk(node) if isinstance(n, ast.Name)]
        if not _CATCH_ALL.isdisjoint(names):
            return None
        return tuple(each for each in classes if isinstance(each, Class | str))

    def _with(self, node: ast.With | ast.AsyncWith, states: States) -> States:
        for state in states:
            self._statement, self._state = node, state
            for item in node.items:
                found = self._value(item.context_expr)
                if item.optional_vars is not None:
                    self._bind(item.optional_vars, found, state)
        return self._block(node.body, states)

    def _captured(self, node: ast.AST) -> Value:
        """What a pattern gives a name to: `case JSONResponse() as answer`."""
        match node:
            case ast.MatchAs(pattern=ast.MatchClass(cls=cls)):
                of = class_of(self._value(cls))
                return Unknown(node) if of is None else Instance(of, How.GIVEN, node)
        return Unknown(node)

    def _match(self, node: ast.Match, states: States) -> States:
        self._each(states, node, [node.subject])
        found: States = []
        for case in node.cases:
            inside = _copies(states)
            for state in inside:
                for each in walk(case.pattern):
                    name = getattr(each, "name", None) or getattr(each, "rest", None)
                    if isinstance(name, str):
                        state.local[name] = self._captured(each)
            found += self._block(case.body, inside)
        last = node.cases[-1]
        is_total = isinstance(last.pattern, ast.MatchAs) and not (
            last.pattern.pattern or last.guard
        )
        return found if is_total else found + states


def _copies(states: States) -> States:
    return [state.copy() for state in states]


def _both(one: Names, other: Names) -> Names:
    """The names of two paths that meet."""
    found = {**other, **one}
    for name in one.keys() & other.keys():
        if one[name] is not other[name]:
            found[name] = either(one[name], other[name])
    return found


def _members(value: Value) -> Sequence[Value] | None:
    """The items of what is gone through, where they are known and few."""
    match value:
        case Items(values) if len(values) <= _ITEMS:
            return values
        case Pairs(items, is_open=False) if len(items) <= _ITEMS:
            return [each.key for each in items]
        case _:
            return _viewed(value)


def _viewed(value: Value) -> Sequence[Value] | None:
    """`mapping.items()`, `.keys()`, `.values()`."""
    function = getattr(value, "function", None)
    if not (isinstance(function, Attribute) and isinstance(function.of, Pairs)):
        return None
    pairs = function.of
    if pairs.is_open or len(pairs.items) > _ITEMS:
        return None
    match function.name:
        case "items":
            return [Items((each.key, each.value)) for each in pairs.items]
        case "values":
            return [each.value for each in pairs.items]
        case "keys":
            return [each.key for each in pairs.items]
    return None
