"""Where code makes responses by hand (R910 to R915): the places that a catalogue could take over.

Goes in: facts. Come out: notes, one for a place.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Container, Iterator, Mapping

from respgen.audit.acts import (
    AnyAct,
    Construction,
    CookieAct,
    FieldChange,
    StatusChange,
)
from respgen.audit.findings import Found
from respgen.audit.places import Finder, Place
from respgen.audit.routing import registered
from respgen.diagnostics import Rule, quoted
from respgen.rules import r9
from respgen.source.names import Class, Function
from respgen.source.nodes import statements
from respgen.source.program.events import Body, Call
from respgen.source.program.facts import Facts
from respgen.source.program.frameworks import HTTP_EXCEPTION, RESPONSE
from respgen.source.program.units import Unit
from respgen.source.program.values import Named, Pairs, Value, text

_SAYS = {"status_code": "status", "headers": "headers", "media_type": "media type"}


def sites(facts: Facts, done: tuple[AnyAct, ...]) -> Iterator[Found]:
    """Every site of the program."""
    finder = Finder(facts)
    yield from _classes(finder)
    yield from _helpers(finder)
    seen = set[ast.AST]()  # an event may happen with several values
    for act in done:
        found = None if act.event.node in seen else note(finder, act)
        if found:
            seen.add(act.event.node)
            yield found


def note(finder: Finder, act: AnyAct) -> Found | None:
    """The note about a site; None of what is none."""
    says = _said(finder.facts, act)
    if says is None:
        return None
    rule, message, advice = says
    return finder.found(rule, act.place, message, advice)


def _said(facts: Facts, act: AnyAct) -> tuple[Rule, str, str] | None:
    """The rule, the message and the help of what is a site; None of what is none."""
    match act:
        case Construction():
            return _made(facts, act)
        case FieldChange(name=name, word=word):
            done = "taken from" if word == "delete" else "set on"
            message = f"{_called('field', name)} is {done} a response by hand"
            return r9.MUTATION, message, _MUTATION
        case StatusChange():
            return r9.MUTATION, "the status of a response is set by hand", _MUTATION
        case CookieAct(method=method, given=given):
            done = "set" if method == "set_cookie" else "deleted"
            message = f"{_called('cookie', given.get('key'))} is {done} by hand"
            return r9.COOKIE, message, _COOKIE


def _called(what: str, name: Value | None) -> str:
    """A field or a cookie, by its name where that is known."""
    known = text(name)
    return f"a {what}" if known is None else f"the {what} {quoted(known)}"


_ROUNDS = 3
"""Functions that call such functions are such functions, too."""
_TRANSPARENT = frozenset({"staticmethod", "classmethod"})
_MUTATION = "declare what is sent in the schema of a class, and use its parameters"
_COOKIE = "declare a cookie preset, and call its set and delete functions"


def _made(facts: Facts, act: Construction) -> tuple[Rule, str, str] | None:
    if not facts.program.derives(act.of, RESPONSE):
        if not act.says("headers"):
            return None
        message = "an exception is raised with headers by hand"
        return r9.RAISED_HEADERS, message, "declare a problem with `exception: true`"
    said = [word for name, word in _SAYS.items() if act.says(name)]
    if not said:
        return None
    message = f"a response is made with its {' and '.join(said)} by hand"
    return r9.CONSTRUCTION, message, "declare a class that always sends this"


def _classes(finder: Finder) -> Iterator[Found]:
    program = finder.facts.program
    inner = (each for body in finder.facts.bodies for each in _inside(body))
    homes = {found: unit for unit, found in (*finder.facts.classes, *inner)}
    for found, unit in homes.items():
        if program.is_response(found) and not program.is_catalogue(found):
            yield own_class(finder, unit, found)


def own_class(finder: Finder, unit: Unit, of: Class) -> Found:
    """The note about a class of the project's own."""
    message = f"{of.node.name} is a response class written by hand"
    return finder.found(
        r9.OWN_CLASS, Place(unit, of.node), message, "describe it in a schema"
    )


def _inside(body: Body) -> Iterator[tuple[Unit, Class]]:
    """The classes that a function defines."""
    for node in statements(body.node) if body.function else ():
        if isinstance(node, ast.ClassDef):
            yield body.unit, Class(body.unit.module, node)


# Helpers


def helpers(facts: Facts) -> Mapping[Function, Body]:
    """The functions whose whole job is one response."""
    used = registered(facts)
    whole = [(b, made) for b in facts.bodies if (made := _whole(facts, b))]
    found: dict[Function, Body] = {}
    for _ in range(_ROUNDS):
        for body, made in whole:
            function = body.function
            if function and function not in used and _makes(facts, body, made, found):
                found.setdefault(function, body)
    return found


def _helpers(finder: Finder) -> Iterator[Found]:
    for function, body in helpers(finder.facts).items():
        yield _helper(finder, function, body)


def _helper(finder: Finder, function: Function, body: Body) -> Found:
    return finder.found(
        r9.HELPER,
        Place(body.unit, function.node),
        f"{function.node.name} exists to make one response",
        "declare a class, and call it in place of the function",
    )


def helped(finder: Finder, act: AnyAct, known: Mapping[Function, Body]) -> Found | None:
    """The note about a helper, of the response that it exists to make, if that has members of its own."""
    function = act.body.function
    if function is None or function not in known or not isinstance(act, Construction):
        return None
    is_whole = _made_by(function.node.body[-1]) is act.event.node
    content = act.given.get("content")
    has_members = isinstance(content, Pairs) and content.keys()
    return _helper(finder, function, act.body) if is_whole and has_members else None


def _whole(facts: Facts, body: Body) -> ast.Call | None:
    """The call that a function ends with, if all else in it is about the arguments."""
    function = body.function
    if function is None or _is_special(function) or _is_handler(facts, function):
        return None
    statements = [each for each in function.node.body if not _is_text(each)]
    local = set(_buffers(body))
    if not all(_prepares(each, local) for each in statements[:-1]):
        return None
    return _made_by(statements[-1]) if statements else None


def _is_special(of: Function) -> bool:
    """Whether somebody else calls it: by its decorators, or as Python calls methods."""
    name = of.node.name
    return name[:2] == name[-2:] == "__" or not all(
        isinstance(each, ast.Name) and each.id in _TRANSPARENT
        for each in of.node.decorator_list
    )


def _prepares(node: ast.stmt, local: Container[str]) -> bool:
    """`headers = {...}`, `headers["X"] = ...`, `headers.update(...)`, `writer(buffer).write(...)`."""
    match node:
        case ast.Assign() | ast.AnnAssign():
            return True
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=of, attr=attr))):
            merges = attr in ("update", "setdefault") and isinstance(of, ast.Name)
            return merges or _is_local(of, local)
    return False


def _buffers(body: Body) -> Iterator[str]:
    """The names of what the standard library made here: what is done to it stays here."""
    for event in body.events:
        match event:
            case Call(
                function=Named(str(path)),
                statement=ast.Assign(targets=[ast.Name(name)]),
            ) if (
                path.partition(".")[0] in sys.stdlib_module_names
            ):
                yield name


def _is_local(node: ast.expr, local: Container[str]) -> bool:
    """Whether an object is made here, or of something that is: `csv.writer(buffer)`."""
    match node:
        case ast.Name(id=name):
            return name in local
        case ast.Attribute(value=of):
            return _is_local(of, local)
        case ast.Call(args=args):
            return bool(args) and _is_local(args[0], local)
    return False


def _makes(
    facts: Facts, body: Body, made: ast.Call, helpers: Container[Function]
) -> bool:
    """Whether the call makes a response, by itself or by another such function."""
    for event in body.events:
        if event.node is made and isinstance(event, Call):
            function = event.function
            what = function.what if isinstance(function, Named) else None
            if isinstance(what, Function):
                return what in helpers
            if what is not None and not facts.program.is_catalogue(what):
                return facts.program.derives(what, RESPONSE, HTTP_EXCEPTION)
    return False


def _made_by(node: ast.stmt) -> ast.Call | None:
    match node:
        case ast.Return(value=ast.Call() as call) | ast.Raise(exc=ast.Call() as call):
            return call
    return None


def _is_handler(facts: Facts, of: Function) -> bool:
    """Whether it takes a request: whoever does answers it."""
    annotations = facts.evaluator.annotations
    arguments = (*of.node.args.posonlyargs, *of.node.args.args)
    if "request" in {each.arg for each in arguments}:
        return True
    return any(
        found in ("starlette.requests.Request", "starlette.requests.HTTPConnection")
        for each in arguments
        for found in annotations.classes(of.module, each.annotation, of)
    )


def _is_text(node: ast.stmt) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
