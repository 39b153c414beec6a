"""ndjson: one JSON text a line, for each item; RFC 7464 with a separator before it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from respgen.decoder.options import option
from respgen.decoder.plain import NULL, Shape
from respgen.decoder.shapes import OneOf, either
from respgen.renderers.contents import is_iterable, item_type
from respgen.renderers.json import NAN, NAN_ABOUT, Nan
from respgen.renderers.json_rows import JSON_ROWS, body, encoder, idle_nan
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import (
    Call,
    Formatted,
    Local,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.types import TypeExpression, TypeGeneric, TypeName
from respgen.vocabulary.class_forms import ClassForm

_ROWS: Mapping[str, Renderer[Any]] = MappingProxyType(
    {row.name: row for row in JSON_ROWS}
)
_SEQUENCE = ("application/json-seq", "application/geo+json-seq")
_LINES = (
    *("application/x-ndjson", "application/ndjson", "application/jsonl"),
    *("application/jsonlines", "application/x-jsonlines", "application/json-lines"),
)

_WORDS: Shape[str | None] = OneOf(("rs",))
_SEPARATOR: Shape[str | None] = either(
    "rs or null", _WORDS, NULL, advice="write rs, or leave it out"
)


@dataclass(frozen=True, slots=True)
class NdjsonOptions:
    """Options of the ndjson renderer."""

    items: str = option(OneOf(tuple(_ROWS)), "What makes JSON of one item.", "json")
    separator: str | None = option(
        _SEPARATOR, "rs: RFC 7464's character before each text.", None
    )
    nan: Nan = option(NAN, f"With items: json. {NAN_ABOUT}", "error")


def _body(options: NdjsonOptions, content: ValueExpression) -> ValueExpression:
    known = item_type(content.type) if isinstance(content, Local) else None
    return Call(core("json_lines"), (content, *_encoding(options, known)))


def _item(options: NdjsonOptions, content: ValueExpression) -> ValueExpression:
    row = _ROWS[options.items]
    before = b"\x1e" if options.separator else b""
    return Formatted((before, b"\n"), (body(row, options.nan, content),))


def _item_bound(options: NdjsonOptions) -> str:
    row = _ROWS[options.items]
    return row.bound(row.options())


def _encoding(
    options: NdjsonOptions, known: TypeExpression | None
) -> Iterator[ValueExpression]:
    """The function that makes JSON of an item, and what stands before it."""
    yield encoder(_ROWS[options.items], "item", known, options.nan)
    if options.separator:
        yield Value(b"\x1e")


def _media_type(options: NdjsonOptions) -> str:
    return _SEQUENCE[0] if options.separator else _LINES[0]


def _misfit(options: NdjsonOptions, streams: bool) -> Unfit | None:
    return idle_nan(options.items, options.nan)


def _unfit(options: NdjsonOptions, content: TypeExpression) -> Iterator[Unfit]:
    if is_iterable(content):
        yield from _item_unfit(options, item_type(content) or content)
        return
    advice = "write content: Iterable[...], or kind: stream and the type of one item"
    yield Unfit("render: ndjson takes an iterable of items", advice)


def _item_unfit(options: NdjsonOptions, item: TypeExpression) -> Iterator[Unfit]:
    row = _ROWS[options.items]
    for message, _ in row.unfit(row.options(), item):
        said = message.replace(f"render: {row.name}", "render: ndjson")
        yield Unfit(said, _OTHER)


_OTHER = "write render: {ndjson: {items: pydantic}}, which knows more types"


def _refuses(options: NdjsonOptions, form: ClassForm) -> str:
    row = _ROWS[options.items]
    return _OTHER if row.refuses(row.options(), form) else ""


def _holds(options: NdjsonOptions) -> Collection[str]:
    row = _ROWS[options.items]
    return row.holds(row.options())


NDJSON = Renderer(
    name="ndjson",
    about="JSON texts, one a line.",
    media_type=_LINES[0],
    implies=_media_type,
    fits=lambda essence: essence in (*_LINES, *_SEQUENCE),
    content=TypeGeneric(
        TypeName("collections.abc", "Iterable"), (TypeName("respgen", "JsonValue"),)
    ),
    options=NdjsonOptions,
    body=_body,
    misfit=_misfit,
    unfit=_unfit,
    item=_item,
    items=TypeName("respgen", "JsonValue"),
    item_unfit=_item_unfit,
    item_bound=_item_bound,
    refuses=_refuses,
    holds=_holds,
    listed=True,
    scalar_keys=True,
    typed=True,
    documented=True,
)
