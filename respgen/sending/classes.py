"""What a class of the project's own sends: its constructors are followed up to the framework's.

Goes in: a class, and what its constructor is given. Comes out: Sent; Unclear where the class does
anything else than to give values on.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace

from respgen.audit.acts import Construction, FieldChange, StatusChange, acts_of
from respgen.core.statuses import WITH_BODY
from respgen.sending.sent import (
    CHARSET,
    Changed,
    Given,
    Mutation,
    Sent,
    Unclear,
    Values,
    change_of,
    given,
    message,
    sent,
)
from respgen.source.bindings import FunctionNode
from respgen.source.names import Class, Function
from respgen.source.program.calling import Bound, bound, replaced
from respgen.source.program.events import Body, Call, Store
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import SIGNATURES, nearest
from respgen.source.program.scopes import Scope
from respgen.source.program.values import (
    Attribute,
    Called,
    Either,
    How,
    Instance,
    Known,
    Named,
    Pairs,
    Parameter,
    Unknown,
    Value,
    either,
    text,
)


def sent_by(facts: Facts, act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    """What a call sends, be the class the framework's or the project's own. Raises Unclear."""
    if not isinstance(act.of, Class):
        found = sent(act, changes)
    else:
        made = [change_of(each) for each in changes]
        found = own_message(facts, act.of, given(act), made)
    return replace(found, has_body=_have_bodies(facts, found.status.value))


def ways(facts: Facts, act: Construction) -> tuple[Sent, ...]:
    """What a call sends; then the same with its headers as a mapping that is passed on. Raises Unclear."""
    whole = [sent_by(facts, act)]
    node = act.node("headers")
    if isinstance(act.of, Class) and act.says("headers") and node is not None:
        passed = {**act.given, "headers": Unknown(node)}
        with suppress(Unclear):
            whole.append(sent_by(facts, replace(act, given=passed)))
    return tuple(whole)


def _have_bodies(facts: Facts, status: Value) -> bool:
    """Whether each caller of a function gives a status with a body, where a parameter is it."""
    if isinstance(status, Known):
        return status.value in WITH_BODY
    if not isinstance(status, Parameter) or status.name.startswith("*"):
        return False
    calls = facts.calls.get(status.function)
    given = [bound(status.function, call.function, call.arguments) for _, call in calls]
    default = status.default or Known(None)
    return bool(given) and all(
        not each.rest and _have_bodies(facts, each.values.get(status.name, default))
        for each in given
    )


def own_message(
    facts: Facts, of: Class, values: Values, changes: Sequence[Changed] = ()
) -> Sent:
    """What a class sends that is given these values. Raises Unclear."""
    program = facts.program
    line, values_here = program.line(of), values
    if not program.is_known(of) or any(
        isinstance(each, Class) and len(each.node.bases) != 1 for each in line
    ):
        raise Unclear(f"the bases of {of.node.name} are not known, or several")
    own = [each for each in line if isinstance(each, Class)]
    root = next((each for each in line if isinstance(each, str)), "")
    done: list[list[Changed]] = [[*changes]]
    for number, each in enumerate(own):
        _plain(each)
        init = _constructor(each)
        if init is not None:
            names = _parameters(facts, (*own[number + 1 :], root))
            own_init = _Constructor.of(facts, init, values)
            values, behind = own_init.above(names)
            done.insert(0, behind)
    in_order = [change for some in done for change in some]
    nodes = {e.value: e.node for e in values_here.values() if e.node is not None}
    made = message(root, values, in_order, _media_type(facts, of))
    return replace(made, nodes=nodes)


def parameters(facts: Facts, of: Class) -> tuple[str, ...]:
    """What its constructor takes, in order. Raises Unclear for `*` and `**`."""
    return _parameters(facts, facts.program.line(of))


def _parameters(facts: Facts, line: Sequence[Class | str]) -> tuple[str, ...]:
    """What the first constructor in a line of classes takes."""
    for each in line:
        if isinstance(each, str):
            return SIGNATURES.get(nearest(each, SIGNATURES) or "", ())
        init = _constructor(each)
        if init is not None:
            return parameters_of(init)
    return ()


_SAID = frozenset({"media_type", "charset", "__slots__"})


def _plain(of: Class) -> None:
    """Raises Unclear for a class that has anything else than a constructor and what it is called."""
    name = of.node.name
    for each in of.node.body:
        match each:
            case ast.Pass() | ast.Expr(value=ast.Constant()):
                continue
            case ast.AnnAssign(value=None) | ast.FunctionDef(name="__init__"):
                continue
            case ast.Assign(targets=[ast.Name(id=said)]) | ast.AnnAssign(
                target=ast.Name(id=said)
            ) if (said in _SAID):
                continue
            case ast.Assign(targets=[ast.Name(id=said)]) | ast.AnnAssign(
                target=ast.Name(id=said)
            ):
                raise Unclear(f"{name} has the attribute {said}")
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                raise Unclear(f"{name} has a {each.name} of its own")
        raise Unclear(f"{name} does more than to give values on")


def _constructor(of: Class) -> Function | None:
    for each in of.node.body:
        if isinstance(each, FunctionNode) and each.name == "__init__":
            return Function(of.module, each, of)
    return None


def _media_type(facts: Facts, of: Class) -> str | None:
    charset = facts.program.constant(of, "charset")
    if (
        charset
        and text(facts.evaluator.value(charset[1], Scope(charset[0].module))) != CHARSET
    ):
        raise Unclear(f"{of.node.name} has another charset")
    found = facts.program.constant(of, "media_type")
    if found is None:
        return None
    media_type = text(facts.evaluator.value(found[1], Scope(found[0].module)))
    if media_type is None:
        raise Unclear(f"the media type of {of.node.name} is not known")
    return media_type


@dataclass(slots=True)
class _Constructor:
    """One `__init__` that is given values: what it gives to the one above, and what it changes then."""

    facts: Facts
    function: Function
    body: Body
    values: Values

    @classmethod
    def of(cls, facts: Facts, function: Function, values: Values) -> _Constructor:
        """Raises Unclear where it does more than to give values on, or is not given all it needs."""
        body = facts.body(function)
        if body is None:
            raise Unclear(f"the constructor of {_owner(function)} is not known")
        defaults = _defaults(facts, function)
        whole = {
            name: values.get(name) or defaults.get(name)
            for name in parameters_of(function)
        }
        found = {name: each for name, each in whole.items() if each is not None}
        if len(found) < len(whole) or values.keys() - whole.keys():
            raise Unclear(f"it is not called as {_owner(function)} is")
        return cls(facts, function, body, found)

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
        if call is None or call.arguments.rest:
            raise self._unclear()
        above = call.arguments.by_name(names)
        return {name: self._given(value) for name, value in above.items()}, behind

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
            case Pairs(items=items, others=others):
                pairs = (replace(e, value=self._replaced(e.value)) for e in items)
                rest = tuple(map(self._replaced, others))
                return replace(value, items=tuple(pairs), others=rest)
            case Either(values):
                return either(*map(self._replaced, values))
        given = {name: each.value for name, each in self.values.items()}
        return replaced(value, Bound(self.function, given, {}, False))


def _owner(function: Function) -> str:
    return function.owner.node.name if function.owner else function.node.name


def parameters_of(function: Function) -> tuple[str, ...]:
    """The names of what a method takes beside the object. Raises Unclear for `*` and `**`."""
    arguments = function.node.args
    if arguments.vararg or arguments.kwarg:
        raise Unclear(f"the constructor of {_owner(function)} takes * or **")
    every = (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs)
    return tuple(each.arg for each in every[1:])


def _defaults(facts: Facts, function: Function) -> Values:
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
