"""What a function's parameters are when it begins.

Goes in: a function. Comes out: a value for each name: an instance where the annotation names a class
of the program or of a framework, what callers give otherwise.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from respgen.source.names import Function
from respgen.source.program.annotated import tells
from respgen.source.program.evaluating import Evaluator
from respgen.source.program.frameworks import MIDDLEWARE
from respgen.source.program.scopes import Names, Scope
from respgen.source.program.values import (
    Arguments,
    Called,
    How,
    Instance,
    Named,
    Parameter,
    Value,
)

_NEXT = frozenset({"RequestResponseEndpoint"})
_REQUESTS = frozenset({"starlette.requests.Request"})


def parameters(evaluator: Evaluator, of: Function) -> Names:
    """Each parameter, the first of a method as an instance or a class."""
    found: Names = {}
    for argument, default in _arguments(of.node.args):
        found[argument.arg] = _value(evaluator, of, argument, default)
    first = next(iter(found), None)
    if of.owner and first and not _is_static(of):
        node = of.node.args
        here = (*node.posonlyargs, *node.args)[:1]
        itself = here[0] if here else node
        is_class = "classmethod" in _decorators(of)
        found[first] = (
            Named(of.owner) if is_class else Instance(of.owner, How.ITSELF, itself)
        )
    for stars, rest in (("*", of.node.args.vararg), ("**", of.node.args.kwarg)):
        if rest:
            found[rest.arg] = Parameter(of, f"{stars}{rest.arg}")
    return found


def passes_on(evaluator: Evaluator, of: Function, name: str) -> bool:
    """Whether a parameter is what middleware calls for the response of the application."""
    program = evaluator.program
    in_class = of.owner is not None and program.derives(of.owner, MIDDLEWARE)
    places = [each.arg for each in (*of.node.args.posonlyargs, *of.node.args.args)]
    if in_class and of.node.name == "dispatch":
        return places[2:3] == [name]
    annotation = next(
        (a.annotation for a, _ in _arguments(of.node.args) if a.arg == name), None
    )
    word = getattr(annotation, "id", getattr(annotation, "attr", ""))
    if word in _NEXT or (_is_middleware(of) and places[1:2] == [name]):
        return True
    return name == "call_next" and any(
        each in _REQUESTS
        for argument, _ in _arguments(of.node.args)
        for each in evaluator.annotations.classes(of.module, argument.annotation, of)
    )


def _is_middleware(of: Function) -> bool:
    """`@app.middleware("http")`."""
    return any(
        isinstance(each, ast.Call)
        and isinstance(each.func, ast.Attribute)
        and each.func.attr == "middleware"
        for each in of.node.decorator_list
    )


def _value(
    evaluator: Evaluator,
    of: Function,
    argument: ast.arg,
    default: ast.expr | None,
) -> Value:
    classes = evaluator.annotations.classes(of.module, argument.annotation, of)
    found = next(iter(classes)) if len(classes) == 1 else None
    if found and tells(found):
        return Instance(found, How.GIVEN, argument)
    if passes_on(evaluator, of, argument.arg):
        return Instance(_NEXT_PATH, How.GIVEN, argument)
    given = None if default is None else evaluator.value(default, Scope(of.module))
    match given:
        case Instance(
            of="fastapi.param_functions.Depends", made=Arguments((source, *_))
        ):
            return Called(source, Arguments())
    gives = evaluator.annotations.called(of.module, argument.annotation, of)
    known = Named(found) if found else None
    return Parameter(of, argument.arg, given, known, gives)


_NEXT_PATH = "starlette.middleware.base.RequestResponseEndpoint"
"""What `call_next` is: a call gives a response."""


def _arguments(of: ast.arguments) -> Iterator[tuple[ast.arg, ast.expr | None]]:
    places = [*of.posonlyargs, *of.args]
    plain: list[ast.expr | None] = [None] * (len(places) - len(of.defaults))
    yield from zip(places, [*plain, *of.defaults], strict=True)
    yield from zip(of.kwonlyargs, of.kw_defaults, strict=True)


def _decorators(of: Function) -> set[str]:
    return {each.id for each in of.node.decorator_list if isinstance(each, ast.Name)}


def _is_static(of: Function) -> bool:
    return "staticmethod" in _decorators(of)
