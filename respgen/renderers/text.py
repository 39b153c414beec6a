"""text, html and bytes: what is text already, in the charset of the class, or bytes as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from respgen.decoder.options import NoOptions
from respgen.renderers.contents import not_text
from respgen.renderers.fillings import TextFilling
from respgen.renderers.renderer import Renderer, Unfit
from respgen.specs.expressions import Attribute, Call, ValueExpression, core
from respgen.specs.types import TypeExpression, TypeName, TypeUnion
from respgen.vocabulary.class_forms import ClassForm


def _body(options: NoOptions, content: ValueExpression) -> ValueExpression:
    return Call(core("text_body"), (content, Attribute("charset")))


def _unfit(name: str, options: NoOptions, content: TypeExpression) -> Iterator[Unfit]:
    if any(not_text(content)):
        message = f"render: {name} takes str or bytes, but content is neither"
        yield Unfit(message, "write content: str, or render: json")


def _refuses(options: NoOptions, form: ClassForm) -> str:
    return (
        "" if form is ClassForm.TEXT else "write a function of yours that returns bytes"
    )


TEXT = Renderer(
    name="text",
    about="Text, unchanged.",
    media_type="text/plain",
    base="PlainTextResponse",
    implied_by=lambda essence: essence.startswith("text/") and essence != "text/html",
    content=TypeName("builtins", "str"),
    options=NoOptions,
    body=_body,
    unfit=partial(_unfit, "text"),
    item=_body,
    items=TypeUnion((TypeName("builtins", "str"), TypeName("builtins", "bytes"))),
    refuses=_refuses,
    encodes=True,
    filling=TextFilling(),
)

HTML = replace(
    TEXT,
    name="html",
    media_type="text/html",
    base="HTMLResponse",
    implied_by=lambda essence: essence == "text/html",
    unfit=partial(_unfit, "html"),
    filling=TextFilling(html=True),
)

BYTES = replace(
    TEXT,
    name="bytes",
    about="Bytes, unchanged.",
    media_type=None,
    base=None,
    implied_by=lambda essence: True,
    content=TypeName("builtins", "bytes"),
    unfit=partial(_unfit, "bytes"),
    encodes=False,
)
