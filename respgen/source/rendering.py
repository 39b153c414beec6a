"""Which params a class gives to the function that renders it: those that its signature names.

Goes in: specs. Comes out: the same, where each function of the project's own has its params.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from respgen.diagnostics import Problems, nearest
from respgen.renderers.function import FunctionOptions
from respgen.rules import r1
from respgen.source.modules import Modules, Signature, Unparsable
from respgen.specs import ModuleSpec, ResponseSpec

_BASIC = frozenset({"str", "int", "float", "bool", "bytes", "list", "dict"})


def bound(
    specs: Iterable[ModuleSpec], modules: Modules, problems: Problems
) -> tuple[ModuleSpec, ...]:
    """Every class knows what its function gets."""
    return tuple(
        replace(
            spec,
            responses=tuple(_bound(each, modules, problems) for each in spec.responses),
        )
        for spec in specs
    )


def _bound(
    response: ResponseSpec, modules: Modules, problems: Problems
) -> ResponseSpec:
    options = response.renderer.options
    if not isinstance(options, FunctionOptions):
        return response
    try:
        signature = modules.signature(options.path)
    except Unparsable as wrong:
        advice = "mend it: its signature says which params the function gets"
        _note(response, str(wrong), advice, problems)
        return response
    if signature is None:
        return response
    _check(response, options, signature, problems)
    bound = {name for name, _ in options.bound}
    given = tuple(
        param.name for param in response.params if param.name in signature.names - bound
    )
    renderer = replace(response.renderer, options=replace(options, params=given))
    return replace(response, renderer=renderer)


def _check(
    response: ResponseSpec,
    options: FunctionOptions,
    signature: Signature,
    problems: Problems,
) -> None:
    """A parameter without a default is a param: nothing else is given to a function."""
    known = [param.name for param in response.params]
    bound = [name for name, _ in options.bound]
    path = f"{options.path.module}:{options.path.name}"
    for name in bound:
        if name not in signature.names and not signature.takes_any:
            message = f"{path} has no parameter {name}"
            advice = nearest(name, signature.names) or "name one that it has"
            _note(response, message, advice, problems)
    for name, kind in signature.required.items():
        if name not in (*known, *bound):
            message = f"{path} needs {name}, which is no param of {response.name}"
            advice = nearest(name, known) or f"params: {{{name}: {_word(kind)}}}"
            _note(response, message, advice, problems)


def _word(annotation: str) -> str:
    """The type that a schema may write for an annotation: Python's basic ones need no import."""
    return annotation if annotation in _BASIC else "str"


def _note(
    response: ResponseSpec, message: str, advice: str, problems: Problems
) -> None:
    span = response.spans.get("render", response.span)
    problems.add(r1.RENDER_FUNCTION, span, message, advice)
