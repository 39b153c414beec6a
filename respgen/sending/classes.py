"""What a class of the project's own sends: its constructors are followed up to the framework's.

Goes in: a class, and what its constructor is given. Comes out: Sent; Unclear where the class does
anything else than to give values on.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from respgen.audit.acts import Construction
from respgen.sending.callers import statuses
from respgen.sending.constructors import (
    Constructor,
    constructor_of,
    parameters_of,
    passes_on,
)
from respgen.sending.message import change_of, given, message, sent
from respgen.sending.sent import CHARSET, Changed, Mutation, Sent, Unclear, Values
from respgen.source.names import Class
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, SIGNATURES, nearest
from respgen.source.program.scopes import Scope
from respgen.source.program.values import (
    Attribute,
    Called,
    Either,
    Instance,
    Item,
    Pairs,
    Parameter,
    Unknown,
    Value,
    text,
)


def sent_by(facts: Facts, act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    """What a call sends, be the class the framework's or the project's own. Raises Unclear."""
    found = _sent_by(facts, act, changes)
    if not _is_apart(found, act):
        raise Unclear("the headers it is given may have one of its own, too")
    return found


def _sent_by(facts: Facts, act: Construction, changes: Sequence[Mutation] = ()) -> Sent:
    if _may_repeat(facts, act.given.get("headers")):
        raise Unclear("the headers of another message may have a name twice")
    if not isinstance(act.of, Class):
        found = sent(act, changes)
    else:
        made = [change_of(each) for each in changes]
        found = own_message(facts, act.of, given(act), made)
    return replace(found, statuses=statuses(facts, found.status.value))


def _is_apart(found: Sent, act: Construction) -> bool:
    """Whether what is passed on names no field twice: a dict takes two names that differ by case alone."""
    passed = act.given.get("headers")
    keys = passed.keys() if isinstance(passed, Pairs) else None
    taken = found.taken
    return not taken or (
        keys is not None and all(taken.get(key.lower(), key) == key for key in keys)
    )


def _may_repeat(facts: Facts, headers: Value | None) -> bool:
    """Whether a mapping is, or may be, one of a response or a request, which has all lines of a field."""
    match headers:
        case Attribute(Instance(of=of), "headers" | "raw_headers"):
            return facts.program.framework(
                of
            ) is not None and not facts.program.derives(of, HTTP_EXCEPTION)
        case Attribute(Parameter() | Unknown() | Called() | Item() | Either(), name):
            return name in ("headers", "raw_headers")
        case Either(values):
            return any(_may_repeat(facts, each) for each in values)
        case Unknown(node=ast.Attribute(attr=name)):
            return name in ("headers", "raw_headers")
        case Instance(of=str(path)):
            return path.startswith("starlette.datastructures.")
    return False


def ways(facts: Facts, act: Construction) -> tuple[Sent, ...]:
    """What a call sends; then the same with its headers as a mapping that is passed on. Raises Unclear."""
    whole = [sent_by(facts, act)]
    node = act.node("headers")
    if isinstance(act.of, Class) and act.says("headers") and node is not None:
        passed = {**act.given, "headers": Unknown(node)}
        with suppress(Unclear):
            found = _sent_by(facts, replace(act, given=passed))
            whole += [found] if _is_apart(found, act) else []
    return tuple(whole)


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
        init = constructor_of(each)
        if init is not None:
            names = _parameters(facts, (*own[number + 1 :], root))
            own_init = Constructor.of(facts, init, values)
            values, behind = own_init.above(names)
            done.insert(0, behind)
    in_order = [change for some in done for change in some]
    nodes = {e.value: e.node for e in values_here.values() if e.node is not None}
    made = message(root, values, in_order, _media_type(facts, of))
    if made.rest is not None and made.rest.value not in nodes:
        raise Unclear("which headers it sends depends on what it is given")
    return replace(made, nodes=nodes)


def parameters(facts: Facts, of: Class) -> tuple[str, ...]:
    """What its constructor takes, in order. Raises Unclear for `*` and `**`."""
    return _parameters(facts, facts.program.line(of))


def _parameters(facts: Facts, line: Sequence[Class | str]) -> tuple[str, ...]:
    """What the first constructor in a line of classes takes: by `**` what those above it do."""
    found: tuple[str, ...] = ()
    for each in line:
        if isinstance(each, str):
            own = SIGNATURES.get(nearest(each, SIGNATURES) or "", ())
            return tuple(dict.fromkeys((*found, *own)))
        init = constructor_of(each)
        if init is not None:
            found = tuple(dict.fromkeys((*found, *parameters_of(init))))
            if not passes_on(init):
                return found
    return ()


FILE = "starlette.responses.FileResponse"
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
                raise Unclear(f"{name} has its own {each.name}")
        raise Unclear(f"{name} does more than to give values on")


def _media_type(facts: Facts, of: Class) -> str | None:
    charset = facts.program.constant(of, "charset")
    if (
        charset
        and text(facts.evaluator.value(charset[1], Scope(charset[0].module))) != CHARSET
    ):
        raise Unclear(f"{of.node.name} has another charset")
    found = facts.program.constant(of, "media_type")
    if found is None or facts.program.derives(of, FILE):
        return None  # files are of the type that their names say
    media_type = text(facts.evaluator.value(found[1], Scope(found[0].module)))
    if media_type is None:
        raise Unclear(f"the media type of {of.node.name} is not known")
    return media_type
