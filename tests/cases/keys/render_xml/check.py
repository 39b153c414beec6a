"""XML of mappings and of Elements; what XML cannot have is refused."""

from __future__ import annotations

from typing import Any
from decimal import Decimal
from xml.etree.ElementTree import Element, SubElement, fromstring, tostring

import pytest
from case_render_xml.api import Chosen, Document, Feed

_HEAD = b"<?xml version='1.0' encoding='utf-8'?>\n"


def keys_are_elements_and_items_too() -> None:
    content: dict[str, Any] = {
        "name": "A & B <C>",
        "tags": ["x", None],
        "size": {"w": 1},
        "no": {},
    }
    response = Document(content)
    assert response.body == (
        _HEAD + b"<root><name>A &amp; B &lt;C&gt;</name>"
        b"<tags><item>x</item><item /></tags><size><w>1</w></size><no /></root>"
    )
    assert response.headers["content-type"] == "application/xml"


def a_carriage_return_is_read_back() -> None:
    read = fromstring(bytes(Document({"text": "a\r\nb"}).body))
    assert read.findtext("text") == "a\r\nb"


def an_element_is_what_elementtree_writes() -> None:
    feed = Element("{http://www.w3.org/2005/Atom}feed", {"lang": "ö"})
    SubElement(feed, "entry").text = "Köln"
    response = Feed(feed)
    assert response.body == tostring(feed, encoding="utf-8", xml_declaration=True)
    assert response.headers["content-type"] == "application/atom+xml"


def names_and_charset_are_chosen() -> None:
    response = Chosen({"all": [Decimal("1.50")], "é": "€", "ok": True}, root="prices")
    head = "<?xml version='1.0' encoding='iso-8859-1'?>\n<prices>"
    rest = "<all><price>1.50</price></all><é>&#8364;</é><ok>true</ok></prices>"
    assert response.body == (head + rest).encode("latin-1")
    assert response.headers["content-type"] == "text/xml; charset=iso-8859-1"


def what_is_no_name_is_refused() -> None:
    for name in ("", "1a", "a b", "a>", "x:y", "a\n", "-a"):
        with pytest.raises(ValueError, match="is not the name of an XML element"):
            Document({name: 1})
    with pytest.raises(ValueError, match="is not the name of an XML element"):
        Chosen({}, root="a b")
    with pytest.raises(ValueError, match="is not the name of an XML element"):
        Feed(Element("a b"))


def what_is_no_character_is_refused() -> None:
    for text in ("\x00", "\x1b", "\ufffe", "\ud800"):
        with pytest.raises(ValueError, match="is no character of XML 1.0"):
            Document(text)
        entry = Element("entry")
        entry.text = text
        with pytest.raises(ValueError, match="is no character of XML 1.0"):
            Feed(entry)
