"""json: the bytes of Starlette's JSONResponse, and what options make of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from respgen.decoder.options import option
from respgen.decoder.plain import NULL, TRUTH, WHOLE, Shape
from respgen.decoder.shapes import OneOf, Parsed, either
from respgen.diagnostics import Finding
from respgen.renderers.contents import not_json
from respgen.renderers.fillings import JsonFilling, JsonStyle
from respgen.renderers.renderer import Around, Renderer, Unfit
from respgen.rules import r0
from respgen.specs.expressions import (
    Call,
    Function,
    Local,
    MethodCall,
    Own,
    Value,
    ValueExpression,
    core,
)
from respgen.specs.types import ImportPath, TypeExpression, TypeName
from respgen.vocabulary.class_forms import ClassForm
from respgen.vocabulary.import_paths import IMPORT_PATH
from respgen.vocabulary.media_types import is_json

Nan: TypeAlias = Literal["error", "null"] | None


def _level(value: int) -> int | Finding:
    wrong = Finding(r0.WRONG_TYPE, f"expected 0 to 16, found {value}", "indent: 2")
    return value if 0 <= value <= 16 else wrong


_LEVEL = Parsed(WHOLE, _level, {"minimum": 0, "maximum": 16})
_INDENT: Shape[int | None] = either(
    "0 to 16, or null", _LEVEL, NULL, advice="write a number such as 2"
)
NAN: Shape[Nan] = either(
    "error or null", OneOf(("error", "null")), NULL, advice="write error or null"
)
NAN_ABOUT = "How NaN and Infinity are written, as values and as keys."


@dataclass(frozen=True, slots=True)
class JsonOptions:
    """Options of the json renderer; by default, the bytes of Starlette's JSONResponse."""

    indent: int | None = option(_INDENT, "Spaces per level.", None)
    ensure_ascii: bool = option(TRUTH, "Escape everything outside ASCII.", False)
    sort_keys: bool = option(TRUTH, "Sort the keys.", False)
    default: ImportPath | None = option(
        IMPORT_PATH,
        "Import path of a function that is called with values JSON cannot represent.",
        None,
    )
    nan: Nan = option(NAN, NAN_ABOUT, "error")
    array: bool = option(
        TRUTH, "Of a stream: its items are those of one JSON array.", False
    )


def _body(options: JsonOptions, content: ValueExpression) -> ValueExpression:
    if options.nan != "error":
        content = Call(_NULLS, (content,))
    if replace(options, nan="error", array=False) == JsonOptions():
        return Call(core("json_body"), (content,))
    encoded = MethodCall("encode", ())
    keywords = tuple(_keywords(options))
    return Call(ImportPath("json", "dumps"), (content,), keywords, encoded)


_NULLS = core("nulls_for_nan")


def _keywords(options: JsonOptions) -> Iterator[tuple[str, ValueExpression]]:
    # indented JSON is for readers: a space follows the colon, as json.dumps has it by itself
    colon = ":" if options.indent is None else ": "
    yield "ensure_ascii", Value(options.ensure_ascii)
    yield "allow_nan", Value(False)
    yield "indent", Value(options.indent)
    yield "separators", Value((",", colon))
    if options.sort_keys:
        yield "sort_keys", Value(True)
    if options.default is not None:
        yield "default", _default(options.default, options.nan)


def _default(path: ImportPath, nan: Nan) -> ValueExpression:
    if nan == "error":
        return Own(path)
    return Function("value", Call(_NULLS, (Call(Own(path), (Local("value"),)),)))


def _unfit(options: JsonOptions, content: TypeExpression) -> Iterator[Unfit]:
    if options.default is None:
        for name in not_json(content):
            yield Unfit(f"render: json cannot encode {name}", _converter(name))


_OWN = 'write render: {json: {default: "package.module:function"}}, a function of yours'
_PYDANTIC = (
    'write render: {json: {default: "pydantic_core:to_jsonable_python"}}'
    " if you have pydantic, as FastAPI does, or name a function of yours"
)
_CONVERTED = frozenset({"set", "frozenset", "Set", "MutableSet", "bytes"})


def _converter(name: str) -> str:
    """Pydantic's function knows sets, bytes, and what the standard library's classes hold."""
    return _PYDANTIC if name in _CONVERTED or "." in name else _OWN


_HELD = (ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER)
_PLAINLY = {
    ClassForm.PYDANTIC: "pydantic_core:to_jsonable_python",
    ClassForm.DATACLASS: "dataclasses:asdict",
    ClassForm.ATTRS: "attrs:asdict",
    ClassForm.STRUCT: "msgspec:to_builtins",
}
"""Functions that make dicts of such instances."""


def _refuses(options: JsonOptions, form: ClassForm) -> str:
    if options.default is not None or form in _HELD:
        return ""
    if form is ClassForm.ENUM:
        return _PYDANTIC
    path = _PLAINLY.get(form)
    if path is None:
        return f"{_OWN}, or render with one that returns bytes"
    return f'write render: {{json: {{default: "{path}"}}}}, or a function that returns bytes'


def _misfit(options: JsonOptions, streams: bool) -> Unfit | None:
    """RFC 8259 2: one text, not a run of them."""
    if streams and not options.array:
        message = "a stream of JSON texts is not application/json, which is one text"
        advice = "write render: ndjson, a text a line, or {json: {array: true}} for one array"
        return Unfit(message, advice)
    if options.array and not streams:
        message = "array is for the items of a stream, and this is one content"
        return Unfit(message, "leave out array, or write kind: stream")
    return None


_ARRAY = Around(before=Value(b"["), between=Value(b","), after=Value(b"]"))


def _bound(options: JsonOptions) -> str:
    return "JsonContent" if options.default is None else ""


JSON = Renderer(
    name="json",
    about="Starlette's JSON bytes.",
    media_type="application/json",
    implied_by=is_json,
    fits=lambda essence: essence != "text/event-stream",
    content=TypeName("respgen", "JsonValue"),
    options=JsonOptions,
    body=_body,
    unfit=_unfit,
    item=_body,
    around=lambda options, item: _ARRAY if options.array else Around(),
    misfit=_misfit,
    refuses=_refuses,
    scalar_keys=True,
    bound=_bound,
    filling=JsonFilling(
        _body,
        style=lambda options: JsonStyle(options.indent, options.ensure_ascii),
        plain=lambda options: options == JsonOptions(),
        exponents=True,
    ),
)
