"""XML 1.0 documents: of mappings, lists and plain values, or of an Element.

Goes in: the content, and the names of the elements that it does not name. Comes out: the bytes of
the document. Section numbers are those of XML 1.0 (fifth edition).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from datetime import time as time_of_day
from decimal import Decimal
from functools import lru_cache
from math import isfinite, isnan
from typing import cast
from uuid import UUID
from xml.etree.ElementTree import Element, tostring

from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    too_many_digits,
    wrong_type,
)

XmlValue = (
    bool
    | int
    | float
    | str
    | Decimal
    | date
    | time_of_day
    | UUID
    | Mapping[str, "XmlValue"]
    | Sequence["XmlValue"]
    | None
)
XmlContent = XmlValue | Element

# 2.3: NameStartChar and NameChar without the colon, which is for namespaces.
XML_START = (
    "A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d"
    "\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd"
    "\\U00010000-\\U000effff"
)
XML_NAME = f"[{XML_START}][{XML_START}\\-.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040]*"
# 2.2: what is no Char.
NO_XML = "[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
# A CR that is written as it is would be read as LF (2.11).
XML_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}


def xml_body(
    content: XmlContent, charset: str, *, root: str = "root", item: str = "item"
) -> bytes:
    """The document, with its declaration. A mapping's keys are elements, a list's items `item`.

    Raises ValueError for names and characters that XML cannot have, TypeError for what is
    no value of it.
    """
    if isinstance(content, Element):
        text = element_text(content)
    else:
        parts: list[str] = []
        try:
            add_element(parts, xml_name(root), content, xml_name(item))
        except RecursionError:
            raise FieldError("content", "nested too deeply for XML") from None
        text = "".join(parts)
    declared = f"<?xml version='1.0' encoding='{charset}'?>\n{text}"
    return declared.encode(charset, "xmlcharrefreplace")


def add_element(parts: list[str], name: str, content: object, item: str) -> None:
    """An element: its tags, and what stands between them."""
    parts.append(f"<{name}>")
    start = len(parts)
    if isinstance(content, dict | Mapping):
        members = cast("Mapping[object, object]", content)
        for key, value in members.items():
            add_element(parts, xml_name(key), value, item)
    elif isinstance(content, list | tuple):
        for value in cast("Sequence[object]", content):
            add_element(parts, item, value, item)
    elif text := xml_text(content):
        parts.append(text)
    if len(parts) == start:
        parts[-1] = f"<{name} />"
    else:
        parts.append(f"</{name}>")


def xml_name(name: object) -> str:
    """The name of an element. Raises ValueError for what is none."""
    text = name if type(name) is str else exact(name)
    if type(text) is not str:
        raise wrong_type("content", "str for the name of an element", name)
    if is_xml_name(text):
        return text
    raise FieldError("content", f"{text[:80]!a} is not the name of an XML element")


# The same few names stand in every row.
@lru_cache(maxsize=256)
def is_xml_name(text: str) -> bool:
    """Whether an element may be called so."""
    return compiled(XML_NAME).fullmatch(text) is not None


def xml_text(value: object) -> str:
    """A plain value, as XML Schema writes it."""
    if type(value) is str:
        return xml_escaped(value)
    held = exact(value)
    if held is None:
        return ""
    if isinstance(held, bool):
        return "true" if held else "false"
    if isinstance(held, float) and not isfinite(held):
        return "NaN" if isnan(held) else "INF" if held > 0 else "-INF"
    if isinstance(held, date | time_of_day):
        held = held.isoformat()
    if isinstance(held, int):
        return decimal_text(held)
    if isinstance(held, str | float | Decimal | UUID):
        return xml_escaped(str(held))
    raise wrong_type("content", "a value that XML can hold", value)


def decimal_text(number: int) -> str:
    """An int in digits. Raises ValueError for more of them than Python writes."""
    try:
        return str(number)
    except ValueError:
        raise too_many_digits("content") from None


def xml_escaped(text: str) -> str:
    """Text between two tags."""
    text = xml_characters(text)
    for character, written in XML_ESCAPES.items():
        if character in text:
            text = text.replace(character, written)
    return text


def xml_characters(text: str) -> str:
    """The text. Raises ValueError for a character that XML 1.0 cannot carry."""
    # no character that can be printed is one of those
    found = None if text.isprintable() else compiled(NO_XML).search(text)
    if found is None:
        return text
    raise FieldError("content", f"{found[0]!a} is no character of XML 1.0")


def element_text(element: Element) -> str:
    """What ElementTree writes, where all of it can be read again."""
    for each in element.iter():
        tag = cast("object", each.tag)  # of a comment it is a function
        if isinstance(tag, str):
            for name in (tag, *each.attrib):
                xml_name(name.rpartition("}")[2])
        for text in (each.text, each.tail, *each.attrib.values()):
            xml_characters(text or "")
    return tostring(element, encoding="unicode").replace("\r", "&#13;")
