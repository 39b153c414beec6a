"""sse: server-sent events (WHATWG HTML 9.2), one for each item of a stream.

An item is the data of an event, or an Event; of a class that names its events, one of these.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Any

from respgen.core.events import event_line
from respgen.core.grammar import FieldError
from respgen.decoder.options import option
from respgen.decoder.plain import TEXT
from respgen.decoder.shapes import MappingOf, OneOf, Parsed
from respgen.diagnostics import Finding, quoted
from respgen.located import Located
from respgen.renderers.contents import not_text
from respgen.renderers.events import Events, EventType
from respgen.renderers.json import NAN, NAN_ABOUT, Nan
from respgen.renderers.json_rows import JSON_ROWS, encoder, idle_nan
from respgen.renderers.renderer import Renderer, TypeReader, Unfit
from respgen.rules import r0
from respgen.specs.expressions import (
    Attribute,
    Call,
    Local,
    ValueExpression,
    core,
)
from respgen.specs.types import TypeExpression, TypeName, union
from respgen.vocabulary.class_forms import ClassForm

_TEXT = "text"
_ROWS: Mapping[str, Renderer[Any]] = MappingProxyType(
    {row.name: row for row in JSON_ROWS}
)
_UNREAD = TypeName("typing", "Any")
_EXAMPLE = '{token: str, done: "shop.models.Usage"}'


def _events(written: Mapping[str, Located[str]]) -> tuple[EventType, ...] | Finding:
    if not written:
        message = "expected at least one event with the type of its data"
        return Finding(r0.WRONG_TYPE, message, f"write {_EXAMPLE}")
    for name, kind in written.items():
        if wrong := _mistake(name):
            return Finding(r0.CONFLICT, wrong, f"write {_EXAMPLE}", kind.key)
    return tuple(
        EventType(name, kind.value, kind.key, kind.span, _UNREAD)
        for name, kind in written.items()
    )


def _mistake(name: str) -> str:
    """Why no client can hear an event of that name."""
    try:
        event_line("event", name)
    except FieldError as error:
        return f"{quoted(name)} is no name of an event: {error.reason}"
    return "" if name else "an event without a name is a 'message'"


@dataclass(frozen=True, slots=True)
class SseOptions:
    """Options of the sse renderer."""

    data: str = option(
        OneOf((_TEXT, *_ROWS)), "What makes the data of an event of an item.", "json"
    )
    events: tuple[EventType, ...] = option(
        Parsed(MappingOf(TEXT, _EXAMPLE), _events, {}),
        "The names of the events, each with the type of its data; there are no others then.",
        (),
    )
    nan: Nan = option(NAN, f"With data: json. {NAN_ABOUT}", "error")


def _item(options: SseOptions, content: ValueExpression) -> ValueExpression:
    data = _data(options, content.type if isinstance(content, Local) else None)
    if options.events:
        return Call(core("event_body"), (content, data, Attribute("Event")))
    return Call(core("event_body"), (content, data))


def _data(options: SseOptions, kind: TypeExpression | None) -> ValueExpression:
    """The function that makes the data, which are of that type."""
    if options.data == _TEXT:
        return core("event_data")
    return encoder(_ROWS[options.data], "data", kind, options.nan)


def _unfit(options: SseOptions, content: TypeExpression) -> Iterator[Unfit]:
    row = _ROWS.get(options.data)
    if row is None:
        if any(not_text(content)):
            message = "render: sse sends text, but content is none"
            yield Unfit(message, "write content: str, or render: sse, which sends JSON")
        return
    for message, _ in row.unfit(row.options(), content):
        yield Unfit(message.replace(f"render: {row.name}", "render: sse"), _OTHER)


_OTHER = "write render: {sse: {data: pydantic}}, which knows more types"


def _refuses(options: SseOptions, form: ClassForm) -> str:
    row = _ROWS.get(options.data)
    if row is None:
        return (
            "" if form is ClassForm.TEXT else "leave out data: text, or send its text"
        )
    return _OTHER if row.refuses(row.options(), form) else ""


def _holds(options: SseOptions) -> Collection[str]:
    row = _ROWS.get(options.data)
    return row.holds(row.options()) if row else ()


def _bound(options: SseOptions) -> str:
    row = _ROWS.get(options.data)
    return row.bound(row.options()) if row else ""


def _misfit(options: SseOptions, streams: bool) -> Unfit | None:
    if streams:
        return idle_nan(options.data, options.nan)
    message = "render: sse makes events of the items of a stream"
    return Unfit(message, "write kind: stream")


def _leads_to(options: SseOptions) -> TypeExpression | None:
    row = _ROWS.get(options.data)
    return row.content if row else TypeName("builtins", "str")


def _decides(options: SseOptions) -> TypeExpression | None:
    return union(*(each.type for each in options.events)) if options.events else None


def _types(options: SseOptions, read: TypeReader) -> SseOptions:
    read_events = tuple(
        replace(each, type=read(each.written, each.span)) for each in options.events
    )
    return replace(options, events=read_events)


SSE = Renderer(
    name="sse",
    about="Server-sent events, one for each item.",
    media_type="text/event-stream",
    content=None,
    options=SseOptions,
    body=_item,
    item=_item,
    misfit=_misfit,
    unfit=_unfit,
    refuses=_refuses,
    holds=_holds,
    bound=_bound,
    types=_types,
    leads_to=_leads_to,
    decides=_decides,
    typed=True,
    events=Events(
        named=lambda options: options.events,
        is_text=lambda options: options.data == _TEXT,
        profile="event_stream",
    ),
    documented=True,
)
