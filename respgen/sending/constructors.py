"""The constructors of the project's own classes: what they give on, and what they change then.

Goes in: an `__init__`, and what it is given. Come out: what it gives to the one above, and the changes
behind that. Unclear where it does anything else.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, replace

from respgen.audit.acts import FieldChange, StatusChange, acts_of
from respgen.sending.message import change_of
from respgen.sending.sent import Changed, Given, Unclear, Values
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.calling import Bound, replaced
from respgen.source.program.events import Body, Call, Store
from respgen.source.program.facts import Facts
from respgen.source.program.folding import merge
from respgen.source.program.scopes import Scope
from respgen.source.program.values import (
    Attribute,
    Called,
    Either,
    How,
    Instance,
    Named,
    Pairs,
    Parameter,
    Value,
    either,
    otherwise,
)

_FILLING = frozenset({"update", "setdefault"})


def constructor_of(of: Class) -> Function | None:
    """The constructor that a class itself has."""
    for each in of.node.body:
        if isinstance(each, FunctionNode) and each.name == "__init__":
            return Function(of.module, each, of)
    return None


@dataclass(slots=True)
class Constructor:
    """One `__init__` that is given values: what it gives to the one above, and what it changes then."""

    facts: Facts
    function: Function
    body: Body
    values: Values
    more: Values
    """What `**kwargs` has of them."""

    @classmethod
    def of(cls, facts: Facts, function: Function, values: Values) -> Constructor:
        """Raises Unclear where it does more than to give values on, or is not given all it needs."""
        body = facts.body(function)
        if body is None:
            raise Unclear(f"the constructor of {_owner(function)} is not known")
        defaults = defaults_of(facts, function)
        whole = {
            name: values.get(name) or defaults.get(name)
            for name in parameters_of(function)
        }
        found = {name: each for name, each in whole.items() if each is not None}
        more = {name: each for name, each in values.items() if name not in whole}
        if len(found) < len(whole) or (more and not passes_on(function)):
            raise Unclear(f"it is not called as {_owner(function)} is")
        return cls(facts, function, body, found, more)

    def above(self, names: tuple[str, ...]) -> tuple[Values, list[Changed]]:
        """What the constructor above is given, by the names of its parameters."""
        call, behind = None, list[Changed]()
        for statement in self.body.node.body:
            found = _super(self.body, statement)
            if found is not None and call is None:
                call = found
            elif call is not None:
                behind += self._changes(statement)
            elif not self._prepares(statement):
                raise self._unclear()
        if call is None or (call.arguments.rest and not self._is_passed(call)):
            raise self._unclear()
        given = call.arguments.by_name(names)
        above = {name: self._given(value) for name, value in given.items()}
        more = self.more if call.arguments.rest else {}
        if above.keys() & more.keys() or len(more) < len(self.more):
            raise self._unclear()
        return {**above, **more}, behind

    def _is_passed(self, call: Call) -> bool:
        """Whether all that it is given beside `**kwargs` is written there, and nothing else is done to that."""
        taken, given = self.function.node.args.kwarg, call.arguments
        if taken is None or given.starred or len(given.spread) != 1:
            return False
        uses = (e for e in ast.walk(self.function.node) if isinstance(e, ast.Name))
        passed = given.spread[0]
        return (
            isinstance(passed, Parameter)
            and passed.name == f"**{taken.arg}"
            and [each.id for each in uses].count(taken.arg) == 1
        )

    def _unclear(self) -> Unclear:
        name = _owner(self.function)
        return Unclear(f"the constructor of {name} does more than to give values on")

    def _prepares(self, statement: ast.stmt) -> bool:
        """Whether a statement only names something, or fills a mapping of its own."""
        match statement:
            case ast.Expr(value=ast.Constant()):
                return True
            case ast.Assign(targets=[ast.Name()]) | ast.AnnAssign(target=ast.Name()):
                return True
            case ast.Assign(targets=[ast.Subscript(value=ast.Name())]):
                stores = (e for e in self.body.events if e.statement is statement)
                return any(
                    isinstance(e, Store) and isinstance(e.of, Pairs) for e in stores
                )
            case ast.Expr(value=ast.Call(func=ast.Attribute(attr=word)) as node) if (
                word in _FILLING
            ):
                return any(
                    isinstance(e.function, Attribute)
                    and isinstance(e.function.of, Pairs)
                    for e in self.body.events
                    if isinstance(e, Call) and e.node is node
                )
        return False

    def _changes(self, statement: ast.stmt) -> Iterator[Changed]:
        """What a statement behind the call changes. Raises Unclear where it does anything else."""
        program = self.facts.program
        events = [each for each in self.body.events if each.statement is statement]
        found = [a for e in events for a in acts_of(program, self.body, e)]
        if not found:
            raise self._unclear()
        for act in found:
            if not isinstance(act, FieldChange | StatusChange) or (
                act.response.how is not How.ITSELF
            ):
                raise self._unclear()
            change = change_of(act)
            yield change._replace(given=self._given(change.given.value))

    def _given(self, value: Value) -> Given:
        """A value of the constructor's, as the call gives it."""
        return Given(self._replaced(value))

    def _replaced(self, value: Value) -> Value:
        match value:
            case Instance(how=How.GIVEN, node=ast.arg(arg=name)):
                return self.values[name].value if name in self.values else value
            case Pairs(merged=parts, node=node) if parts:
                return merge([*map(self._replaced, parts)], node)
            case Pairs(items=items):
                pairs = (replace(e, value=self._replaced(e.value)) for e in items)
                return replace(value, items=tuple(pairs))
            case Either(values, falls_back):
                join = otherwise if falls_back else either
                return join(*map(self._replaced, values))
        given = {name: each.value for name, each in self.values.items()}
        return replaced(value, Bound(self.function, given, {}, False))


def _owner(function: Function) -> str:
    return function.owner.node.name if function.owner else function.node.name


def parameters_of(function: Function) -> tuple[str, ...]:
    """The names of what a method takes beside the object, and beside `**`. Raises Unclear for `*`."""
    arguments = function.node.args
    if arguments.vararg:
        raise Unclear(
            f"the constructor of {_owner(function)} takes *{arguments.vararg.arg}"
        )
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return tuple(each.arg for each in every[1:])


def passes_on(function: Function) -> bool:
    """Whether it takes what it does not name."""
    return function.node.args.kwarg is not None


def defaults_of(facts: Facts, function: Function) -> Values:
    """The values of parameters that callers may leave out."""
    arguments = function.node.args
    places = [*arguments.posonlyargs, *arguments.args]
    first = len(places) - len(arguments.defaults)
    pairs = [
        *zip(places[first:], arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    scope = Scope(function.module)
    return {
        argument.arg: Given(facts.evaluator.value(default, scope))
        for argument, default in pairs
        if default is not None
    }


def _super(body: Body, statement: ast.stmt) -> Call | None:
    """`super().__init__(...)`, where that is the whole statement."""
    for event in body.events:
        if isinstance(event, Call) and event.statement is statement:
            match event.function, statement:
                case Attribute(
                    Called(Named("builtins.super"), _), "__init__"
                ), ast.Expr(value=node) if (node is event.node):
                    return event
    return None
