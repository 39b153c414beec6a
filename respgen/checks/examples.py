"""Checks examples: what a class is given to show a body of its own (R850 to R853).

Goes in: a response with its examples. Come out: findings at what is given, or at the example.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from respgen.checks.contents import Holdings
from respgen.checks.params import is_one, type_advice
from respgen.diagnostics import Finding, Malformed, nearest, quoted
from respgen.fields.types import read
from respgen.kinds import KINDS
from respgen.kinds.kind import STATUS_CODE
from respgen.renderers import RENDERERS
from respgen.rules import r8
from respgen.specs import HeaderSpec, ParamSpec, ResponseSpec, arguments
from respgen.specs.examples import ExampleSpec


def example_findings(response: ResponseSpec, holdings: Holdings) -> Iterator[Finding]:
    """Reports on each example."""
    if not response.examples:
        return
    kind = KINDS[response.kind]
    is_binary = RENDERERS[response.renderer.name].is_binary
    if kind.sends != "content" or kind.streams or is_binary:
        message = f"{response.name} has no body that a document could show"
        yield Finding(r8.NO_EXAMPLE, message, "remove examples", ("examples",))
        return
    for example in response.examples:
        yield from _names(example, response)
        yield from _values(example, response, holdings)


def _names(example: ExampleSpec, response: ResponseSpec) -> Iterator[Finding]:
    """Reports on arguments that the class does not take, and on those that it needs."""
    known = _parameters(response)
    strange = [name for name in example.arguments if name not in known]
    for name in strange:
        message = f"{response.name} takes no {quoted(name)}"
        advice = nearest(name, known) or f"write one of {', '.join(known)}"
        yield Finding(r8.EXAMPLE_NAME, message, advice, example.spans[name])
    for name, required in known.items():
        # what is misspelt is not missing, too
        if required and not strange and name not in example.arguments:
            message = f"the example {quoted(example.name)} lacks {name}, which {response.name} needs"
            advice = f"write {name}: and what to show"
            yield Finding(r8.EXAMPLE_LACKS, message, advice, example.span)


def _parameters(response: ResponseSpec) -> Mapping[str, bool]:
    """What a call may give by name, each with whether it has to."""
    found = {STATUS_CODE.name: False}
    if response.content is not None:
        found[response.content.parameter] = response.content.required
    called = response.constructor
    found |= {each.name: each.required for each in (called.own if called else ())}
    found |= {
        given.parameter: given.required for _, given in arguments(response.headers)
    }
    return found | {param.name: param.required for param in response.params}


def _values(
    example: ExampleSpec, response: ResponseSpec, holdings: Holdings
) -> Iterator[Finding]:
    headers = {given.parameter: of for of, given in arguments(response.headers)}
    params = {param.name: param for param in response.params}
    for name in example.spans:
        if name in headers:
            yield from _header(example, name, headers[name])
        elif name in params:
            yield from _param(example, params[name], holdings)
    status = example.arguments.get(STATUS_CODE.name, response.status_code)
    statuses = response.statuses or (response.status_code,)
    if status not in statuses:
        message = (
            f"{response.name} is documented with {', '.join(map(str, statuses))} alone"
        )
        advice = f"write status_code: {statuses[0]}, or leave it out"
        span = example.spans[STATUS_CODE.name]
        yield Finding(r8.EXAMPLE_VALUE, message, advice, span)


def _header(example: ExampleSpec, name: str, header: HeaderSpec) -> Iterator[Finding]:
    try:
        read(header.type, example.arguments[name])
    except Malformed as refused:
        yield replace(refused.found, at=example.spans[name])


def _param(
    example: ExampleSpec, param: ParamSpec, holdings: Holdings
) -> Iterator[Finding]:
    value = example.arguments[param.name]
    if isinstance(value, dict | list) or (value is None and param.nullable):
        return
    if not is_one(value, param.type, holdings):
        message = f"{quoted(str(value))} is not a value of the type of {param.name}"
        advice = type_advice(param.type) or "leave the example out"
        yield Finding(r8.EXAMPLE_VALUE, message, advice, example.spans[param.name])
