"""msgspec: `msgspec.json.encode`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from respgen.decoder.plain import NULL, Shape
from respgen.decoder.shapes import OneOf, either
from respgen.renderers.contents import CALLABLE, not_json
from respgen.renderers.fillings import JsonFilling
from respgen.renderers.options import Given, bindable, said
from respgen.renderers.renderer import Renderer, Unfit, one_text
from respgen.specs.expressions import SUPPORT, Call, ValueExpression
from respgen.specs.types import ImportPath, TypeExpression, TypeName, literals
from respgen.vocabulary.class_forms import ClassForm
from respgen.vocabulary.import_paths import IMPORT_PATH
from respgen.vocabulary.media_types import is_json

_ORDERS = ("deterministic", "sorted")
_WORDS: Shape[str | None] = OneOf(_ORDERS)
_ORDER: Shape[str | None] = either(
    "deterministic, sorted or null",
    _WORDS,
    NULL,
    advice="write sorted, or leave it out",
)


@dataclass(frozen=True, slots=True)
class MsgspecOptions:
    """Options of the msgspec renderer."""

    enc_hook: ImportPath | Given | None = bindable(
        IMPORT_PATH,
        "A function that is called with what msgspec cannot hold.",
        None,
        CALLABLE,
    )
    order: str | Given | None = bindable(
        _ORDER, "How mappings and sets are ordered.", None, literals(*_ORDERS)
    )


def _body(options: MsgspecOptions, content: ValueExpression) -> ValueExpression:
    encode = ImportPath("msgspec.json", "encode")
    return Call(encode, (content,), tuple(said(options)))


HELD = frozenset(
    {
        *("bytearray", "bytes", "frozenset", "memoryview", "set", "MutableSet", "Set"),
        *("datetime.date", "datetime.datetime", "datetime.time", "datetime.timedelta"),
        *("decimal.Decimal", "uuid.UUID"),
    }
)
_HOOK = 'write render: {msgspec: {enc_hook: "package.module:function"}}, a function of yours'


def _unfit(options: MsgspecOptions, content: TypeExpression) -> Iterator[Unfit]:
    if options.enc_hook is None:
        for name in not_json(content):
            if name not in HELD:
                yield Unfit(f"render: msgspec cannot encode {name}", _HOOK)


FORMS = (
    *(ClassForm.DICT, ClassForm.LIST, ClassForm.TEXT, ClassForm.NUMBER),
    *(ClassForm.DATACLASS, ClassForm.ATTRS, ClassForm.STRUCT, ClassForm.ENUM),
)


def _refuses(options: MsgspecOptions, form: ClassForm) -> str:
    if options.enc_hook is not None or form in FORMS:
        return ""
    if form is ClassForm.PYDANTIC:
        return "write render: pydantic, or give msgspec an enc_hook"
    return _HOOK


def _bound(options: MsgspecOptions) -> str:
    return "MsgspecContent" if options.enc_hook is None else ""


MSGSPEC = Renderer(
    name="msgspec",
    about="JSON, by msgspec.",
    media_type="application/json",
    fits=is_json,
    content=TypeName(SUPPORT, "MsgspecContent"),
    options=MsgspecOptions,
    body=_body,
    unfit=_unfit,
    misfit=partial(one_text, "msgspec"),
    refuses=_refuses,
    holds=lambda options: HELD,
    bound=_bound,
    filling=JsonFilling(_body),
)
