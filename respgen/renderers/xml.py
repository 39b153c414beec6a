"""xml: a document of a mapping or an Element."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from respgen.core.grammar import FieldError
from respgen.core.markup import xml_name
from respgen.decoder.plain import TEXT
from respgen.decoder.shapes import Parsed
from respgen.diagnostics import Finding, quoted
from respgen.renderers.contents import not_json
from respgen.renderers.options import Given, bindable, said
from respgen.renderers.renderer import Renderer, Unfit
from respgen.rules import r8
from respgen.specs.expressions import (
    SUPPORT,
    Attribute,
    Call,
    ValueExpression,
    core,
)
from respgen.specs.types import TypeExpression, TypeName
from respgen.vocabulary.class_forms import ClassForm

_STR = TypeName("builtins", "str")


def _name(text: str) -> str | Finding:
    try:
        return xml_name(text)
    except FieldError:
        message = f"{quoted(text)} is not the name of an XML element"
        return Finding(r8.XML_NAME, message, "write a name such as items")


_NAME = Parsed(TEXT, _name, {})


@dataclass(frozen=True, slots=True)
class XmlOptions:
    """Options of the xml renderer."""

    root: str | Given = bindable(
        _NAME, "The name of the document's element.", "root", _STR
    )
    item: str | Given = bindable(
        _NAME, "The name of the elements that a list becomes.", "item", _STR
    )


def _body(options: XmlOptions, content: ValueExpression) -> ValueExpression:
    given = (content, Attribute("charset"))
    return Call(core("xml_body"), given, tuple(said(options)))


_HELD = (
    *("datetime.date", "datetime.datetime", "datetime.time"),
    *("decimal.Decimal", "uuid.UUID"),
)
_FORMS = (
    ClassForm.DICT,
    ClassForm.LIST,
    ClassForm.TEXT,
    ClassForm.NUMBER,
    ClassForm.ENUM,
)
_ADVICE = "write a mapping, an xml.etree.ElementTree.Element, or a function of yours"


def _unfit(options: XmlOptions, content: TypeExpression) -> Iterator[Unfit]:
    for name in not_json(content):
        if name not in _HELD:
            yield Unfit(f"render: xml cannot write {name}", _ADVICE)


def _refuses(options: XmlOptions, form: ClassForm) -> str:
    return "" if form in _FORMS else _ADVICE


def _is_xml(essence: str) -> bool:
    """RFC 7303 9.1, 4.2."""
    return essence in ("application/xml", "text/xml") or essence.endswith("+xml")


XML = Renderer(
    name="xml",
    about="An XML document.",
    media_type="application/xml",
    fits=_is_xml,
    content=TypeName(SUPPORT, "XmlContent"),
    options=XmlOptions,
    body=_body,
    unfit=_unfit,
    refuses=_refuses,
    holds=lambda options: _HELD,
    typed=True,
    scalar_keys=True,
    encodes=True,
)
