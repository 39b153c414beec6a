"""Checks what a kind needs of a response: rules R701 to R704.

Goes in: a response. Comes out: findings.
"""

from collections.abc import Iterator

from respgen.diagnostics import Finding, KeyPath
from respgen.kinds import KINDS
from respgen.kinds.kind import CONTENT
from respgen.renderers import RENDERERS
from respgen.renderers.sse import SSE
from respgen.rules import r7
from respgen.specs import OfBody, ResponseSpec
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName
from respgen.vocabulary.media_types import essence


def kind_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports what the kind cannot do with the rest of the response."""
    row = KINDS[response.kind]
    yield from row.remarks(response.options, response.headers)
    if not row.has_body:
        yield from _of_body(response)
    if row.renders and "render" not in response.inherits:
        yield from _renderer(response)


def _of_body(response: ResponseSpec) -> Iterator[Finding]:
    """What is computed from the body is sent before it (RFC 9110 6.5)."""
    for header in response.headers:
        if isinstance(header.origin, OfBody):
            message = f"{header.name} is computed from the body, which a {response.kind} sends after its headers"
            advice = f"write {header.name}: {{type: {header.type.word}}}, for a value that is known before"
            yield Finding(r7.STREAM_OF_BODY, message, advice, header.span)


def _renderer(response: ResponseSpec) -> Iterator[Finding]:
    row, streams = RENDERERS[response.renderer.name], KINDS[response.kind].streams
    found = row.unserved(response.renderer.options, streams)
    if found:
        place = _place(response, "render", "kind", "media_type")
        yield Finding(r7.RENDERER_KIND, *found, place)
    elif streams:
        yield from _label(response, row.label(response.renderer.options))


def _label(response: ResponseSpec, label: str | None) -> Iterator[Finding]:
    """Clients read items by what the media type says of them."""
    row, written = RENDERERS[response.renderer.name], essence(response.media_type)
    known = "media_type" not in response.inherits
    if label and known and not row.fits(written):
        message = (
            f"{written} does not say that the items are those of render: {row.name}"
        )
        advice = f"write media_type: {label}, or leave it out"
        if written == SSE.media_type:
            message = f"browsers hear no event in a stream of render: {row.name}"
            advice = f"write render: {SSE.name}, or media_type: {label}"
        place = _place(response, "media_type", "render", "kind")
        yield Finding(r7.STREAM_LABEL, message, advice, place)


def item_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports a content that is not the type of one item of a stream."""
    content = response.content
    if not KINDS[response.kind].streams:
        return
    if content is None:
        message = "a stream takes its items as content, so content cannot be null"
        advice = "write content: the Python type of an item"
        yield Finding(r7.STREAM_CONTENT, message, advice, (CONTENT.name,))
    elif isinstance(content.type, TypeGeneric) and _is_source(content.type.origin):
        message = f"content is the type of one item, and {content.type.origin.name} is what has items"
        advice = "write the type of an item, which stands in its brackets"
        yield Finding(r7.STREAM_CONTENT, message, advice, (CONTENT.name,))


_SOURCES = frozenset(
    {
        "AsyncGenerator",
        "AsyncIterable",
        "AsyncIterator",
        "Generator",
        "Iterable",
        "Iterator",
    }
)


def _is_source(kind: TypeExpression) -> bool:
    return isinstance(kind, TypeName) and kind.name in _SOURCES


def _place(response: ResponseSpec, *keys: str) -> KeyPath:
    return next(((key,) for key in keys if key in response.spans), ())
