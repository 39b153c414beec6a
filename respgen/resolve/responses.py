"""Traits -> response specs: the defaults of what nobody says, and the framework's class to derive from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import replace
from typing import Any

from respgen.core.statuses import ERRORS
from respgen.diagnostics import Span
from respgen.kinds import KINDS
from respgen.kinds.kind import STATUS_CODE
from respgen.located import Located
from respgen.renderers import RENDERERS, Renderer, renderer_for
from respgen.renderers.json import JSON
from respgen.renderers.options import parameters
from respgen.renderers.text import BYTES
from respgen.resolve.added import added
from respgen.resolve.bases import constructor
from respgen.resolve.expressions import ANY
from respgen.resolve.traits import Traits
from respgen.schema.response_keys import Content, ResponseKeys, Status
from respgen.specs import (
    BaseParameter,
    BodySpec,
    ConstructorSpec,
    ContentSpec,
    CookieUse,
    FrameworkBase,
    HeaderSpec,
    ParamSpec,
    RendererSpec,
    ResponseKind,
    ResponseSpec,
    Target,
    Template,
)
from respgen.specs.types import TypeExpression, may_be_none
from respgen.vocabulary.media_types import essence, is_json
from respgen.vocabulary.targets import TARGETS


def response_spec(
    name: str,
    entry: Located[ResponseKeys],
    traits: Traits,
    headers: tuple[HeaderSpec, ...],
    cookies: tuple[CookieUse, ...],
    target: Target,
) -> ResponseSpec:
    """One class, all but its parent decided."""
    renderer = renderer_of(traits)
    called = _constructor(traits)
    media_type = _media_type(traits, renderer)
    span = traits.rendered or entry.key
    params = with_added(traits.params, headers, _options(renderer, span))
    content = _content(traits, renderer, called)
    return ResponseSpec(
        name=name,
        description=entry.value.description.value,
        parent=None,
        base=(
            traits.base.path
            if traits.base
            else _base(traits, media_type, renderer, target)
        ),
        inherits=traits.inherits,
        kind=traits.kind,
        media_type=media_type,
        charset="utf-8" if traits.charset is None else traits.charset,
        status_code=_status_code(traits, called),
        status_locked=traits.status_locked,
        content=content,
        renderer=renderer,
        headers=bound(headers, params),
        cookies=cookies,
        span=entry.key,
        spans=_spans(entry.value),
        params=params,
        constructor=called,
        shape=traits.shape,
        body=_body(traits, params, content),
        drops_content=traits.drops_content,
        options=KINDS[traits.kind].options(**traits.options),
        exception=_raises(traits, _status_code(traits, called), target),
    )


def _options(renderer: RendererSpec, span: Span) -> Iterator[ParamSpec]:
    """What a renderer leaves to callers."""
    for name, kind, default, about in parameters(renderer.options):
        yield ParamSpec(name, kind, False, default, about, span)


def _body(
    traits: Traits, params: tuple[ParamSpec, ...], content: ContentSpec | None
) -> BodySpec | None:
    """The body, which knows what of it may be None."""
    if traits.body is None:
        return None
    names = {each.name for each in params if each.optional or may_be_none(each.type)}
    if content and may_be_none(content.type):
        names.add("content")
    return replace(traits.body, nullable=frozenset(names))


def with_added(
    declared: tuple[ParamSpec, ...],
    headers: tuple[HeaderSpec, ...],
    options: Iterable[ParamSpec] = (),
) -> tuple[ParamSpec, ...]:
    """The declared ones, those that headers need beside their own, the renderer's."""
    found = {param.name: param for param in declared}
    for header in headers:
        for each in added(header):
            found.setdefault(each.name, each)
    return (*found.values(), *options)


def bound(
    headers: tuple[HeaderSpec, ...], params: tuple[ParamSpec, ...]
) -> tuple[HeaderSpec, ...]:
    """Templates know which of their params may be None."""
    optional = {param.name for param in params if param.nullable}
    return tuple(_knowing(header, optional) for header in headers)


def _knowing(header: HeaderSpec, optional: Set[str]) -> HeaderSpec:
    origin = header.origin
    if not isinstance(origin, Template):
        return header
    names = tuple(filter(optional.__contains__, origin.parameters))
    return replace(header, origin=replace(origin, optional=names))


def _raises(traits: Traits, status: int, target: Target) -> bool:
    """Whether it has an exception: of a status that is no error it would be none."""
    is_error = status in ERRORS and KINDS[traits.kind].has_body
    return traits.exception and is_error and TARGETS[target].package is not None


def _constructor(traits: Traits) -> ConstructorSpec | None:
    row = KINDS[traits.kind]
    return constructor(traits.base, row, row.options(**traits.options), traits.mixins)


def _status_code(traits: Traits, called: ConstructorSpec | None) -> int:
    """The declared one; else that of the author's base; else the kind's."""
    if traits.status_code is not None:
        return traits.status_code
    row = KINDS[traits.kind]
    said = called.said(STATUS_CODE.name) if called else None
    default = said.default if said else None
    usable = type(default) is int and default in row.statuses
    return default if isinstance(default, int) and usable else row.status_code


def renderer_of(traits: Traits) -> RendererSpec:
    """The declared one; else the one for its media type."""
    if traits.renderer is not None:
        return traits.renderer
    if traits.media_type is None and traits.body and not traits.body.is_text:
        return JSON.spec()
    unknown = "render" in KINDS[traits.kind].unused or "render" in traits.inherits
    return (BYTES if unknown else renderer_for(traits.media_type)).spec()


def _media_type(traits: Traits, renderer: RendererSpec) -> str | None:
    """The declared one; else what the renderer implies, unless the author's base knows."""
    silent = traits.media_type is None and "media_type" not in (
        *KINDS[traits.kind].unused,
        *traits.inherits,
    )
    if not silent:
        return traits.media_type
    return RENDERERS[renderer.name].label(renderer.options)


def _content(
    traits: Traits, renderer: RendererSpec, called: ConstructorSpec | None
) -> ContentSpec | None:
    unused = "content" in KINDS[traits.kind].unused
    if traits.body and "content" not in traits.body.parameters:
        return None
    if decided := RENDERERS[renderer.name].decides(renderer.options):
        return ContentSpec("content", decided)
    if traits.content is not None or traits.drops_content or unused:
        return traits.content
    kind = _content_type(traits, renderer)
    if called is None:
        return ContentSpec("content", kind)
    if called.first is None:
        return None
    said = called.said(called.first) or BaseParameter(called.first)
    if "render" in traits.inherits and not KINDS[traits.kind].streams:
        kind = said.type or kind
    return ContentSpec(called.first, kind, said.required or said.default is not None)


def _content_type(traits: Traits, renderer: RendererSpec) -> TypeExpression:
    """What the renderer takes; where it does not know, what one for the media type would."""
    if "render" in traits.inherits:
        return ANY
    row = RENDERERS[renderer.name]
    if held := row.leads_to(renderer.options):
        return held
    rows = (row, renderer_for(traits.media_type))
    streams = KINDS[traits.kind].streams
    known = ((row.items if streams else None) or row.content for row in rows)
    return next((each for each in known if each), ANY)


def _base(
    traits: Traits, media_type: str | None, renderer: RendererSpec, target: Target
) -> FrameworkBase:
    """The one for all media types that callers choose from, where these agree."""
    labels = traits.shape.labels or (media_type,)
    bases = {framework_base(traits.kind, each, renderer, target) for each in labels}
    return bases.pop() if len(bases) == 1 else KINDS[traits.kind].base


def framework_base(
    kind: ResponseKind, media_type: str | None, renderer: RendererSpec, target: Target
) -> FrameworkBase:
    """The kind's; of a body that of its media type, as far as the target has one."""
    base = KINDS[kind].base
    if base != "Response":
        return base
    own = _media_base(media_type, RENDERERS[renderer.name])
    return own if own in TARGETS[target].bases else base


def _media_base(media_type: str | None, row: Renderer[Any]) -> str | None:
    """Of JSON the one below which alone FastAPI documents a schema, whatever renders it."""
    if is_json(media_type):
        return "JSONResponse"
    return row.base if essence(media_type) == row.media_type else None


def _spans(keys: ResponseKeys) -> dict[str, Span]:
    """Where each key was written; of a mapping, where its essence was."""
    found = {**keys.places}
    if keys.status_code and isinstance(keys.status_code.value, Status):
        found["status_code"] = keys.status_code.value.value.span
    if keys.content and isinstance(keys.content.value, Content):
        found["content"] = keys.content.value.type.span
    return found
