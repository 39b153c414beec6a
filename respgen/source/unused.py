"""Params that nothing takes: rule R118.

Goes in: specs whose functions have their params. Comes out: warnings where params are declared.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from respgen.diagnostics import Problems, nearest, quoted
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.renderers.function import FunctionOptions
from respgen.renderers.options import parameters
from respgen.rules import r1
from respgen.source.modules import Modules, Unparsable
from respgen.specs import ImportPath, ModuleSpec, ResponseSpec


def check_params(
    specs: Iterable[ModuleSpec], modules: Modules, problems: Problems
) -> None:
    """A param counts as used if any class that has it uses it, a child for instance."""
    responses = [each for spec in specs for each in spec.responses if each.params]
    used = {
        param.span
        for response in responses
        for names in [frozenset(_taken(response))]
        for param in response.params
        if param.name in names or _is_unknown(response, modules)
    }
    # an error of language or Python may stand where the param is used: that comes first
    files = {each.span.file for each in problems if each.code < "R2"}
    for response in responses:
        for param in response.params:
            if param.span not in used and param.span.file not in files:
                message = f"nothing uses the param {quoted(param.name)}"
                advice = _advice(response, param.name, modules)
                problems.add(r1.UNUSED_PARAM, param.span, message, advice)


def _taken(response: ResponseSpec) -> Iterator[str]:
    for header in response.headers:
        yield from header.parameters
    for template in KINDS[response.kind].fills(response.options).values():
        yield from template.parameters
    renderer = response.renderer
    yield from (each.name for each in parameters(renderer.options))
    yield from RENDERERS[renderer.name].params(renderer.options)
    if response.body:
        yield from response.body.parameters


def _is_unknown(response: ResponseSpec, modules: Modules) -> bool:
    """Whether nobody knows what the code of the author reads, or what the entry was to say."""
    if response.unread or not response.whole:
        return True
    if response.shape.mixins or isinstance(response.base, ImportPath):
        return True
    return _is_function(response) and _keywords(response, modules) is None


def _is_function(response: ResponseSpec) -> bool:
    return isinstance(response.renderer.options, FunctionOptions)


def _keywords(response: ResponseSpec, modules: Modules) -> frozenset[str] | None:
    """What its function takes by keyword; None where that is unknown."""
    options = response.renderer.options
    try:
        found = (
            modules.signature(options.path)
            if isinstance(options, FunctionOptions)
            else None
        )
    except Unparsable:
        return None
    return found.names if found else None


def _advice(response: ResponseSpec, name: str, modules: Modules) -> str:
    known = _keywords(response, modules) or ()
    if near := nearest(name, known):
        return f"{near} The function that renders takes that by keyword"
    if _is_function(response):
        return f"name it in a template, {{{name}}}, or in the function's signature; or remove it"
    place = f"{{{name}}}"
    if response.body:
        return f'write "{place}" as a value of the body or of a header, or remove it'
    return f'give it a place in a header, {{template: "...{place}..."}}, or remove it'
