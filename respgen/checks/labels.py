"""Checks media types and charsets, the labels of content: rules R215 to R221.

Goes in: a response. Comes out: findings about its own or inherited label.
"""

import codecs
from collections.abc import Iterator
from dataclasses import replace

from respgen.checks.typos import meant_media_type, misspelt
from respgen.core.grammar import TOKEN, compiled
from respgen.core.media_types import MediaType, parse_media_type
from respgen.diagnostics import Add, Finding, Mend, nearest
from respgen.kinds import KINDS
from respgen.renderers import RENDERERS
from respgen.rules import r2, r8
from respgen.specs import ResponseSpec, wire
from respgen.vocabulary.media_types import KNOWN, is_json


def label_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports errors in the media types or the charset, then what is unwise in them."""
    if not response.shape.media_types:
        yield from _of_one(response)
    for each in response.shape.media_types:
        for found in _of_one(replace(response, media_type=each.text)):
            at_value = found.at == ("media_type",)
            yield replace(found, at=each.span, fix=None) if at_value else found


def media_type_findings(text: str) -> Iterator[Finding]:
    """Reports what is wrong with a media type, whatever it is of."""
    try:
        media_type = parse_media_type(text)
    except ValueError:
        yield _no_media_type(text)
        return
    named = [value for name, value in media_type.parameters if name == "charset"]
    if len(named) > 1:
        yield _twice("the media type has two charset parameters", "media_type")
    for label in named[:1]:
        yield from _codec(label, "media_type")
        if _utf_8_only(media_type):
            yield from _json_label(media_type, label)
    yield from _typo(media_type)


def _typo(media_type: MediaType) -> Iterator[Finding]:
    if meant := meant_media_type(media_type.essence):
        message = (
            f"{media_type.essence} is not a registered media type, but close to one"
        )
        yield Finding(
            r2.MEDIA_TYPE_TYPO, message, f"did you mean {meant!r}?", ("media_type",)
        )


def _of_one(response: ResponseSpec) -> Iterator[Finding]:
    yield from _codec(response.charset, "charset")
    yield from _stream_findings(response)
    if response.media_type is None:
        return
    try:
        media_type = parse_media_type(response.media_type)
    except ValueError:
        yield _no_media_type(response.media_type)
        return
    yield from _charset_findings(response, media_type)
    yield from _body_findings(response, media_type.essence)
    if media_type.essence == "text/html" and not _nosniff(response):
        yield _sniffed(response)
    yield from _typo(media_type)


def _body_findings(response: ResponseSpec, essence: str) -> Iterator[Finding]:
    """Reports a label that is not that of the body that the renderer makes."""
    kind, renderer = KINDS[response.kind], response.renderer
    row = RENDERERS[renderer.name]
    renders = kind.renders and not kind.streams and "render" not in response.inherits
    if not renders or row.fits(essence):
        return
    place = next(
        k for k in ("media_type", "render", "") if not k or k in response.spans
    )
    at, label = (place,) if place else (), row.label(renderer.options)
    if row.is_binary and essence.startswith("text/"):
        message = (
            f"render: {row.name} makes bytes that are no text, which {essence} promises"
        )
        yield Finding(r8.BINARY_TEXT, message, f"write media_type: {label}", at)
        return
    message = f"{essence} does not say that the body is {row.about.rstrip('.')}"
    yield Finding(
        r8.LABEL, message, f"write media_type: {label}, or another render", at
    )


def _no_media_type(text: str) -> Finding:
    return Finding(
        r2.MEDIA_TYPE,
        f"{text!a} does not have the form type/subtype; name=value",
        _media_type_help(text),
        ("media_type",),
    )


def _media_type_help(text: str) -> str:
    """Suggests the known type that the text starts with or names in part, else the nearest."""
    begin = text.partition(";")[0].strip().lower()
    named = sorted(
        known for known in KNOWN if begin in (known, known.partition("/")[2])
    )
    if named:
        return f"write {named[0]!r}"
    return nearest(begin, KNOWN) or "write one such as application/json"


def _charset_findings(
    response: ResponseSpec, media_type: MediaType
) -> Iterator[Finding]:
    named = [value for name, value in media_type.parameters if name == "charset"]
    if len(named) > 1:
        yield _twice("the media type has two charset parameters", "media_type")
    elif named:
        yield from _label_findings(response, media_type, named[0])
    if _utf_8_only(media_type) and _name(response.charset) not in ("utf-8", None):
        found = _other_than_utf_8(media_type, response.charset, "charset")
        yield replace(found, fix=Mend(removed=True))


def _stream_findings(response: ResponseSpec) -> Iterator[Finding]:
    """Reports a charset that puts a mark before each text: each item is one."""
    row = RENDERERS[response.renderer.name]
    known = "render" not in response.inherits and row.encodes
    if not (KINDS[response.kind].streams and known and _name(response.charset)):
        return
    if "".encode(response.charset):
        message = (
            f"{response.charset!a} puts a byte order mark before every item of a stream"
        )
        place = next((key for key in ("charset", "kind") if key in response.spans), "")
        yield Finding(r2.CODEC, message, "write 'utf-8'", (place,) if place else ())


def _label_findings(
    response: ResponseSpec, media_type: MediaType, label: str
) -> Iterator[Finding]:
    """Reports on a charset parameter in the media type itself."""
    yield from _codec(label, "media_type")
    if "charset" in response.spans:
        yield _twice("the media type already has a charset", "charset")
    elif _utf_8_only(media_type):
        alone = len(media_type.parameters) == 1
        fix = Mend(part=media_type.essence) if alone else None
        for found in _json_label(media_type, label):
            yield replace(found, fix=fix)
    elif RENDERERS[response.renderer.name].encodes and _differ(label, response.charset):
        message = f"the body is encoded as {response.charset!a}, but the media type says {label!a}"
        yield _twice(message, "media_type")


def _json_label(media_type: MediaType, label: str) -> Iterator[Finding]:
    if _name(label) not in ("utf-8", None):
        yield _other_than_utf_8(media_type, label, "media_type")
    elif media_type.essence == "application/json":
        message = "application/json has no charset parameter: it is always UTF-8 (RFC 8259 11)"
        yield Finding(
            r2.JSON_CHARSET, message, "write 'application/json'", ("media_type",)
        )


def _twice(message: str, key: str) -> Finding:
    help_line = "write media_type: without a charset, and charset: on its own"
    return Finding(r2.CHARSET_TWICE, message, help_line, (key,))


def _utf_8_only(media_type: MediaType) -> bool:
    """RFC 8259 8.1; HTML 9.2.5 (event streams)."""
    return is_json(media_type.essence) or media_type.essence == "text/event-stream"


def _other_than_utf_8(media_type: MediaType, charset: str, key: str) -> Finding:
    message = f"{media_type.essence} must be UTF-8, not {charset!a}"
    return Finding(r2.UTF_8_ONLY, message, "remove the charset", (key,))


# Python text codecs that are not charsets, or not the same one everywhere
_NO_CHARSETS = (
    "idna",
    "mbcs",
    "oem",
    "punycode",
    "raw-unicode-escape",
    "undefined",
    "unicode-escape",
)


def _name(charset: str) -> str | None:
    """Looks up Python's name of a text codec, the same for all aliases; None if unknown."""
    try:
        # codecs.lookup alone takes those from bytes to bytes, too
        "".encode(charset)
        return codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None


def _differ(label: str, charset: str) -> bool:
    names = {_name(label), _name(charset)}
    return len(names) == 2 and None not in names


def _codec(charset: str, key: str) -> Iterator[Finding]:
    """Reports a charset that is not a token (RFC 9110 8.3.2) or that cannot encode text."""
    name = _name(charset)
    if name in (None, *_NO_CHARSETS) or not compiled(TOKEN).fullmatch(charset):
        help_line = nearest(charset, _CHARSETS) or "write 'utf-8'"
        yield Finding(
            r2.CODEC,
            f"text cannot be encoded in the charset {charset!a}",
            help_line,
            (key,),
        )


_CHARSETS = (
    "utf-8",
    "utf-16",
    "us-ascii",
    "iso-8859-1",
    "iso-8859-15",
    "windows-1252",
    "shift_jis",
    "gb18030",
    "big5",
    "euc-jp",
    "euc-kr",
    "koi8-r",
)


def _nosniff(response: ResponseSpec) -> bool:
    """Tells whether the header is or may be sent; a parameter's value is left to its caller."""
    there = wire.fields(response.headers).get("x-content-type-options")
    if there is None or not response.whole:
        written = {*response.unread, *misspelt(response)}
        return not response.whole or "x-content-type-options" in written
    return there.constant is None or there.constant.lower() == "nosniff"


def _sniffed(response: ResponseSpec) -> Finding:
    """Reports a page whose type browsers guess; a value that is there has a finding of its own."""
    message = "text/html without nosniff: browsers may guess a different type"
    there = "x-content-type-options" in wire.fields(response.headers)
    nosniff = Add(response.span, ("headers", "X-Content-Type-Options"), "nosniff")
    return Finding(
        r2.NOSNIFF,
        message,
        "add to headers: X-Content-Type-Options: nosniff",
        ("media_type",),
        fix=None if there else nosniff,
    )
