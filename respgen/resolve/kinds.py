"""What a kind cannot have: keys, statuses, targets.

Goes in: a response, as it is decided. Comes out: problems.
"""

from __future__ import annotations

from typing import Any

from respgen.core.statuses import BODYLESS, WITH_BODY
from respgen.diagnostics import Problems, quoted
from respgen.kinds import KINDS, OWN
from respgen.kinds.kind import PING, KindRow
from respgen.renderers import RENDERERS
from respgen.rules import r0, r2, r7
from respgen.specs import ResponseSpec, Target
from respgen.vocabulary.targets import TARGETS


def check_kind(spec: ResponseSpec, target: Target, problems: Problems) -> None:
    """Note what the entry writes and its kind has no use for."""
    _status(spec, problems)
    _target(spec, target, problems)
    _renderer(spec, problems)
    # with a status that has no body the rules of HTTP say it
    unused = () if spec.status_code in BODYLESS else _unused(KINDS[spec.kind])
    others = frozenset[str]().union(*OWN.values()) - OWN[spec.kind]
    for key in (*unused, *sorted(others)):
        if key in spec.spans:
            message = f"{quoted(key)} cannot be used with kind: {spec.kind}"
            problems.add(r0.CONFLICT, spec.spans[key], message, "leave it out")


def _status(spec: ResponseSpec, problems: Problems) -> None:
    """A status that its kind cannot have; one that no response can have is a rule's of HTTP."""
    status, kind = spec.status_code, spec.kind
    by_kind, by_status = map(spec.spans.get, ("kind", "status_code"))
    span = by_kind or by_status
    if span is None or status in KINDS[kind].statuses:
        return
    if status in BODYLESS:
        message = f"{status} has no body, so it cannot have kind: {kind}"
        problems.add(r2.BODYLESS, span, message, "kind: empty")
    elif status in WITH_BODY:
        message = f"{status} cannot be used with kind: {kind}"
        advice = f"write one of {', '.join(map(str, sorted(KINDS[kind].statuses)))}"
        problems.add(r7.KIND_STATUS, by_status or span, message, advice)


def _target(spec: ResponseSpec, target: Target, problems: Problems) -> None:
    """A kind whose base the framework does not have."""
    base, bases = KINDS[spec.kind].base, TARGETS[target].bases
    if spec.base == base and base not in bases:
        message = f"kind: {spec.kind} needs a framework, and target: {target} has none"
        advice = "write target: starlette, or target: fastapi"
        span = spec.spans.get("kind") or spec.span
        problems.add(r0.CONFLICT, span, message, advice)


def _renderer(spec: ResponseSpec, problems: Problems) -> None:
    """Keys that mean nothing beside what renders."""
    row, word = RENDERERS[spec.renderer.name], spec.renderer.name
    if KINDS[spec.kind].streams and PING in spec.spans and not row.events:
        message = f"only event streams send a ping, and render: {word} makes none"
        advice = "write render: sse, or leave it out"
        problems.add(r0.CONFLICT, spec.spans[PING], message, advice)
    if row.decides(spec.renderer.options) and "content" in spec.spans:
        message = f"render: {word} names events with the types of their data, so content says nothing"
        problems.add(r0.CONFLICT, spec.spans["content"], message, "leave it out")


def _unused(kind: KindRow[Any]) -> tuple[str, ...]:
    """The keys that mean nothing to a kind."""
    unused = kind.unused if kind.templates else (*kind.unused, "body", "omit_none")
    has_one = "content" not in kind.unused and not kind.streams
    return unused if has_one else (*unused, "validate", "keep_content")
