"""`__call__`: how a class sends itself, where its base would do it in another way."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.emit.context import Context
from respgen.emit.events import streams_events
from respgen.emit.expressions import expression
from respgen.emit.layout import Expression, behind, call, laid_out, signature
from respgen.emit.names import Names
from respgen.emit.renderers import is_own, row
from respgen.emit.source import Source, code, identifier, literal
from respgen.emit.types import imported
from respgen.kinds import KINDS
from respgen.renderers import Around
from respgen.specs import ResponseSpec
from respgen.specs.types import ImportPath

_TYPES = "starlette.types"


def method(response: ResponseSpec, context: Context) -> Iterator[Source]:
    """The whole of it; nothing where the base's own serves."""
    kind, names, ping = KINDS[response.kind], context.names, _ping(response)
    function = kind.sending if ping is None else kind.pinging
    if function is None or not _is_ours(response):
        return
    given = [code("self"), code("scope"), code("receive"), code("send")]
    if ping is not None:
        given.append(code("ping={}", literal(ping)))
    sent = call(imported(function, names), *given, *_around(response, names))
    yield context.render(
        "call",
        signature=_signature(names, context.width),
        sending=laid_out(sent, 8, context.width, len("await ")),
    )


def _signature(names: Names, width: int) -> Source:
    scope, receive, send = (
        code("{}: {}", identifier(each.lower()), names.annotated(_TYPES, each))
        for each in ("Scope", "Receive", "Send")
    )
    items = (code("self"), scope, receive, send)
    head = signature(code("__call__"), items, code("None"))
    return code("async {}", laid_out(head, 4, width, len("async ")))


def sending(response: ResponseSpec) -> tuple[object, ...]:
    """What two classes must share for one to inherit the other's `__call__`."""
    return response.kind, _is_ours(response), around(response), _ping(response)


def _ping(response: ResponseSpec) -> int | None:
    """After how many silent seconds a ping is sent."""
    if not streams_events(response):
        return None
    return KINDS[response.kind].ping(response.options)


def _is_ours(response: ResponseSpec) -> bool:
    """Whether what is sent is not up to a class of the author's."""
    if KINDS[response.kind].renders:
        return is_own(response)
    return not isinstance(response.base, ImportPath)


def around(response: ResponseSpec) -> Around:
    """What stands around the items of a stream."""
    if response.content is None or not KINDS[response.kind].streams:
        return Around()
    return row(response).around(response.renderer.options, response.content.type)


def _around(response: ResponseSpec, names: Names) -> Iterator[Expression]:
    found = around(response)
    parts = {
        "before": found.before,
        "between": found.between,
        "after": found.after,
    }
    for name, part in parts.items():
        if part is not None:
            yield behind(code("{}=", identifier(name)), expression(part, names))
