"""What stands at the places of a body that a schema writes.

Goes in: a param with its name, which messages say. Comes out: bytes that cannot leave the place.
`json_object` makes an object of members, some of which may be left out: of bodies with such places,
and of problems (RFC 9457).
"""

from html import escape
from json.encoder import encode_basestring
from typing import Any

from respgen.core.bodies import (
    JSON_ASCII_ENCODER,
    JsonContent,
    named_json,
)
from respgen.core.filling import place_text, url_part
from respgen.core.grammar import INTEGER_LIMIT, FieldError, compiled, typed_text

# What a page may link to without running it.
LINK_SCHEMES = ("http", "https", "mailto", "tel", "sms")
# WHATWG URL 4.4: C0 controls and the space
LEADING = "".join(map(chr, range(0x21)))
TAGLESS = str.maketrans({"<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;"})


def json_part(name: str, value: JsonContent) -> bytes:
    """A value as compact JSON in UTF-8 (RFC 8259). Raises as `named_json` does."""
    # The encoder makes its parts anew for all but text, and even for that it asks more.
    if type(value) is str:
        try:
            return encode_basestring(value).encode()
        except UnicodeEncodeError:
            return named_json(name, value)  # which says what is wrong
    if value is True:
        return b"true"
    if value is False:
        return b"false"
    if value is None:
        return b"null"
    return named_json(name, value)


def indented(part: bytes, line: bytes) -> bytes:
    """JSON inside of an indented document: a line break is never inside of a string."""
    return part.replace(b"\n", line)


def json_inside(name: str, value: object) -> bytes:
    """A value's text, as it stands inside a JSON string. Raises as `filled` does."""
    if type(value) is int and -INTEGER_LIMIT < value < INTEGER_LIMIT:
        return b"%d" % value
    return encoded_text(name, encode_basestring(place_text(name, value))[1:-1])


def json_ascii_inside(name: str, value: object) -> bytes:
    """`json_inside` in ASCII."""
    return encoded_text(name, JSON_ASCII_ENCODER.encode(place_text(name, value))[1:-1])


def json_object(*members: bytes) -> bytes:
    """An object of its members, each `"name":value`; an empty one is left out."""
    return b"{" + b",".join(filter(None, members)) + b"}"


def json_block(inner: bytes, outer: bytes, *members: bytes) -> bytes:
    """`json_object` over several lines: their margins are `inner`, that of the end `outer`."""
    found = (b"," + inner).join(filter(None, members))
    return b"{" + inner + found + outer + b"}" if found else b"{}"


def json_member(start: bytes, name: str, value: JsonContent) -> bytes:
    """The member of an object that begins so, nothing where the value is None.

    Raises as `named_json` does.
    """
    return b"" if value is None else start + json_part(name, value)


def unless_none(value: object, member: bytes) -> bytes:
    """The member whose value this is, nothing where that is None."""
    return b"" if value is None else member


def text_part(name: str, value: object, charset: str = "utf-8") -> bytes:
    """A value's text as it is. Raises as `filled` does."""
    return encoded_text(name, place_text(name, value), charset)


def html_part(name: str, value: object, charset: str = "utf-8") -> bytes:
    """A value's text, which ends neither a text nor a quoted attribute (HTML 13.2.5).

    Raises as `filled` does.
    """
    return encoded_text(name, escape(place_text(name, value)), charset)


def html_url(name: str, value: object, charset: str = "utf-8") -> bytes:
    """What a URL in an attribute begins with. Raises ValueError for a scheme that runs code."""
    text = place_text(name, value)
    scheme = compiled(r"([A-Za-z][A-Za-z0-9+.\-]*):").match(read_url(text))
    if scheme and scheme[1].lower() not in LINK_SCHEMES:
        raise FieldError(name, f"a URL of the scheme {scheme[1]!a} may run code")
    return encoded_text(name, escape(text), charset)


def html_base(name: str, value: object, charset: str = "utf-8") -> bytes:
    """`html_url` where a slash follows: what is nothing but slashes would begin a host with it."""
    read = read_url(place_text(name, value))
    if read and compiled(r"(?:[A-Za-z]+:)?[/\\]*").fullmatch(read):
        raise FieldError(name, "what stands behind it would become a host")
    return html_url(name, value, charset)


def read_url(text: str) -> str:
    """What a browser reads of a URL: no tabs, line feeds and leading controls (WHATWG URL 4.4)."""
    return compiled(r"[\t\n\r]").sub("", text).lstrip(LEADING)


def html_segment(name: str, value: object, charset: str = "utf-8") -> bytes:
    """What stands behind the slash that a URL begins with: no second slash begins a host.

    Raises as `filled_url` does.
    """
    return encoded_text(name, url_part(name, value), charset)


def html_markup(name: str, value: object, charset: str = "utf-8") -> bytes:
    """The markup that an instance of the author's own class says it is, else `html_part`."""
    markup = own_markup(name, value)
    if markup is None:
        return html_part(name, value, charset)
    return encoded_text(name, markup, charset)


def html_quoted(name: str, value: object, charset: str = "utf-8") -> bytes:
    """`html_markup` inside a quoted attribute or a title, where tags and quotes are text."""
    markup = own_markup(name, value)
    if markup is None:
        return html_part(name, value, charset)
    return encoded_text(name, markup.translate(TAGLESS), charset)


def own_markup(name: str, value: object) -> str | None:
    """What `__html__` of a value's class gives, if it has one."""
    markup: Any = getattr(type(value), "__html__", None)
    return None if markup is None else typed_text(name, markup(value))


def encoded_text(name: str, text: str, charset: str = "utf-8") -> bytes:
    """Text in a charset. Raises FieldError for what that cannot hold."""
    try:
        return text.encode(charset)
    except UnicodeEncodeError as error:
        reason = f"{text[error.start]!a} cannot be encoded in {charset}"
        raise FieldError(name, reason) from None
