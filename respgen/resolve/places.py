"""Whether the placeholders of headers, bodies and a kind's own keys stand for params that can stand there.

Goes in: the spec of a response. Comes out: problems at the header, the key, or the text of the
body.
"""

from __future__ import annotations

from collections.abc import Iterator

from respgen.diagnostics import Finding, Places, Problems, Span, nearest, quoted
from respgen.kinds import KINDS
from respgen.resolve.expressions import STR
from respgen.rules import r0, r1
from respgen.specs import JsonDocument, Pattern, ResponseSpec, Template


def check_places(spec: ResponseSpec, problems: Problems) -> None:
    """Every placeholder is a param of the class that has the header or the body."""
    problems.note(_findings(spec), Places(spec.span))


def _findings(spec: ResponseSpec) -> Iterator[Finding]:
    for name in spec.body.parameters if spec.body else ():
        if spec.body and name != "content":
            yield from _unknown(spec, name, spec.body.spans[name])
    for word, template in KINDS[spec.kind].fills(spec.options).items():
        yield from _filled(spec, template, spec.spans.get(word, spec.span))
    for header in spec.headers:
        origin, span = header.origin, header.places.whole
        if isinstance(origin, Template | JsonDocument):
            for name in origin.parameters:
                yield from _unknown(spec, name, span)
        if isinstance(origin, JsonDocument):
            yield from _texts(spec, origin, span)
        elif isinstance(origin, Template) and origin.fill == "nonce":
            yield from _nonce(spec, origin)
    yield from _decisive(spec)


def _unknown(spec: ResponseSpec, name: str, span: Span) -> Iterator[Finding]:
    known = [param.name for param in spec.params]
    if name in known:
        return
    message = f"{spec.name} has no param {quoted(name)}"
    advice = nearest(name, known) or f"params: {{{name}: str}}"
    if spec.content and name == spec.content.parameter:
        advice = "in a body write {content}, whatever the argument is called"
    yield Finding(r1.UNKNOWN_PARAM, message, advice, span)


def _filled(spec: ResponseSpec, template: Template, span: Span) -> Iterator[Finding]:
    """A template among the kind's own keys is always filled: no param in it may be None."""
    for name in template.parameters:
        yield from _unknown(spec, name, span)
    for param in spec.params:
        if param.name in template.parameters and param.nullable:
            message = f"{quoted(param.name)} may be None, which has no text"
            advice = "require the param, or give it a default"
            yield Finding(r0.CONFLICT, message, advice, span)


def _nonce(spec: ResponseSpec, policy: Template) -> Iterator[Finding]:
    """A nonce that is the same twice, or none, guards nothing (CSP3 7.1)."""
    for param in spec.params:
        new_each_time = param.required and param.type == STR
        if param.name in policy.parameters and not new_each_time:
            message = f"the param {quoted(param.name)} is the policy's nonce: it must be a required str"
            advice = "remove it from params: the policy adds it"
            yield Finding(r0.CONFLICT, message, advice, param.span)


def _decisive(spec: ResponseSpec) -> Iterator[Finding]:
    """What decides where a URL may lead is no param of the author's."""
    added = {
        name: (kind, header.name)
        for header in spec.headers
        for name, kind, _ in header.type.to.parameters
    }
    for param in spec.params:
        kind, of = added.get(param.name, (param.type, ""))
        if kind != param.type:
            message = f"{quoted(param.name)} is what decides where {of} may lead"
            advice = "remove it from params: the header adds it"
            yield Finding(r0.CONFLICT, message, advice, param.span)


def _texts(spec: ResponseSpec, made: JsonDocument, span: Span) -> Iterator[Finding]:
    """None has no text: a param that may be None stands alone, and its key is left out."""
    nullable = {param.name for param in spec.params if param.nullable}
    for part in made.parts:
        for name in nullable.intersection(part.parameters):
            if isinstance(part, Pattern):
                message = (
                    f"{quoted(name)} may be None, which cannot be part of a string"
                )
                advice = f"write '{{{name}}}' alone, or give the param a default"
                yield Finding(r0.CONFLICT, message, advice, span)
