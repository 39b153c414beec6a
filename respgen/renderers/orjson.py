"""orjson: `orjson.dumps` with its flags and a function for what it cannot hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from respgen.decoder.plain import Shape
from respgen.decoder.shapes import ListOf, OneOf, Parsed
from respgen.diagnostics import Finding
from respgen.renderers.contents import CALLABLE, not_json
from respgen.renderers.fillings import JsonFilling, JsonStyle
from respgen.renderers.options import Given, bindable, spelled
from respgen.renderers.renderer import Renderer, Unfit, one_text
from respgen.rules import r8
from respgen.specs.expressions import SUPPORT, Call, Flags, ValueExpression
from respgen.specs.types import ImportPath, TypeExpression, TypeName
from respgen.vocabulary.class_forms import ClassForm
from respgen.vocabulary.import_paths import IMPORT_PATH
from respgen.vocabulary.media_types import is_json

FLAGS = (
    "append_newline",
    "indent_2",
    "naive_utc",
    "non_str_keys",
    "omit_microseconds",
    "passthrough_dataclass",
    "passthrough_datetime",
    "passthrough_subclass",
    "serialize_numpy",
    "sort_keys",
    "strict_integer",
    "utc_z",
)
"""The words of `options:`; orjson calls them OPT_INDENT_2 and so on."""

_FLAG: Shape[str] = OneOf(FLAGS)
_FLAGS = Parsed(
    ListOf(_FLAG),
    lambda found: tuple(dict.fromkeys(each.value for each in found)),
    {},
)


@dataclass(frozen=True, slots=True)
class OrjsonOptions:
    """Options of the orjson renderer."""

    options: tuple[str, ...] | Given | None = bindable(
        _FLAGS,
        "Flags of orjson, such as indent_2 for OPT_INDENT_2.",
        None,
        TypeName("builtins", "int"),
    )
    default: ImportPath | Given | None = bindable(
        IMPORT_PATH,
        "A function that is called with what orjson cannot hold.",
        None,
        CALLABLE,
    )

    def mistake(self) -> Finding | None:
        """Flags of dates that are not orjson's to write, and those for a function that is not there."""
        flags = self.options if isinstance(self.options, tuple) else ()
        passed = [flag for flag in flags if flag.startswith("passthrough_")]
        written = [flag for flag in flags if flag in _OF_DATES]
        if "passthrough_datetime" in flags and written:
            message = f"passthrough_datetime leaves dates to default, so {written[0]} has no effect"
            return Finding(r8.OPTIONS, message, "leave out one of the two", _PLACE)
        if passed and self.default is None:
            message = f"{passed[0]} leaves values to default, and there is none"
            advice = 'add default: "package.module:function"'
            return Finding(r8.OPTIONS, message, advice, _PLACE)
        return None


_OF_DATES = ("naive_utc", "omit_microseconds", "utc_z")
_PLACE = ("options",)


def _body(options: OrjsonOptions, content: ValueExpression) -> ValueExpression:
    keywords: list[tuple[str, ValueExpression]] = []
    if options.default is not None:
        keywords.append(("default", spelled(options.default)))
    if options.options:
        keywords.append(("option", _option(options.options)))
    return Call(ImportPath("orjson", "dumps"), (content,), tuple(keywords))


def _option(flags: tuple[str, ...] | Given) -> ValueExpression:
    if isinstance(flags, Given):
        return spelled(flags)
    return Flags("orjson", tuple(f"OPT_{flag.upper()}" for flag in flags))


HELD = ("datetime.date", "datetime.datetime", "datetime.time", "uuid.UUID")
_DEFAULT = (
    'write render: {orjson: {default: "package.module:function"}}, a function of yours'
)


def _unfit(options: OrjsonOptions, content: TypeExpression) -> Iterator[Unfit]:
    if options.default is None:
        for name in not_json(content):
            if name not in HELD:
                yield Unfit(f"render: orjson cannot encode {name}", _DEFAULT)


_FORMS = (
    *(ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER),
    *(ClassForm.DATACLASS, ClassForm.ENUM),
)
_INSTEAD = {ClassForm.PYDANTIC: "pydantic", ClassForm.STRUCT: "msgspec"}
"""The renderers that hold such instances."""


def _refuses(options: OrjsonOptions, form: ClassForm) -> str:
    if options.default is not None or form in _FORMS:
        return ""
    other = _INSTEAD.get(form)
    return f"write render: {other}, or give orjson a default" if other else _DEFAULT


def _bound(options: OrjsonOptions) -> str:
    return "OrjsonContent" if options.default is None else ""


def _writes(options: OrjsonOptions, value: int) -> bool:
    flags = options.options or ()
    if not isinstance(flags, Given) and "strict_integer" in flags:
        return -(2**53) < value < 2**53
    return -(2**63) <= value < 2**64


def _style(options: OrjsonOptions) -> JsonStyle | None:
    flags = options.options or ()
    if isinstance(flags, Given) or "append_newline" in flags:
        return None
    return JsonStyle(2 if "indent_2" in flags else None)


ORJSON = Renderer(
    name="orjson",
    about="JSON, by orjson.",
    media_type="application/json",
    fits=is_json,
    content=TypeName(SUPPORT, "OrjsonContent"),
    options=OrjsonOptions,
    body=_body,
    unfit=_unfit,
    misfit=partial(one_text, "orjson"),
    refuses=_refuses,
    holds=lambda options: HELD,
    bound=_bound,
    filling=JsonFilling(_body, style=_style, holds=_writes),
)
