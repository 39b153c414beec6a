"""Media types and charsets, what the content is labelled as: rules R215 to R221.

Goes in: a response. Comes out: findings about its own or inherited label.
"""

import codecs
from collections.abc import Iterator
from dataclasses import replace

from respgen.checks.typos import meant_media_type
from respgen.core.grammar import TOKEN, compiled
from respgen.core.media_types import MediaType, parse_media_type
from respgen.diagnostics import Add, Finding, Mend, nearest
from respgen.renderers import RENDERERS
from respgen.rules import r2
from respgen.specs import ResponseSpec, wire
from respgen.vocabulary.media_types import KNOWN, is_json


def label_findings(response: ResponseSpec) -> Iterator[Finding]:
    """What is wrong in the media type, else in the charset, else what is unwise in them."""
    yield from _codec(response.charset, "charset")
    if response.media_type is None:
        return
    try:
        media_type = parse_media_type(response.media_type)
    except ValueError:
        yield _no_media_type(response.media_type)
        return
    yield from _charset_findings(response, media_type)
    if media_type.essence == "text/html" and not _nosniff(response):
        yield _sniffed(response)
    if meant := meant_media_type(media_type.essence):
        message = f"{media_type.essence} is no registered media type, but close to one"
        yield Finding(
            r2.MEDIA_TYPE_TYPO, message, f"did you mean {meant!r}?", ("media_type",)
        )


def _no_media_type(text: str) -> Finding:
    return Finding(
        r2.MEDIA_TYPE,
        f"{text!a} is not of the form type/subtype; name=value",
        _media_type_help(text),
        ("media_type",),
    )


def _media_type_help(text: str) -> str:
    """The known type that the text begins with or names in part, else the nearest one."""
    begin = text.partition(";")[0].strip().lower()
    named = sorted(
        known for known in KNOWN if begin in (known, known.partition("/")[2])
    )
    return f"write {named[0]!r}" if named else nearest(begin, KNOWN)


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


def _label_findings(
    response: ResponseSpec, media_type: MediaType, label: str
) -> Iterator[Finding]:
    """A charset parameter of the media type's own."""
    yield from _codec(label, "media_type")
    if "charset" in response.spans:
        yield _twice("the media type names a charset already", "charset")
    elif _utf_8_only(media_type):
        alone = len(media_type.parameters) == 1
        fix = Mend(part=media_type.essence) if alone else None
        for found in _json_label(media_type, label):
            yield replace(found, fix=fix)
    elif RENDERERS[response.renderer.name].encodes and _differ(label, response.charset):
        message = f"the body is encoded as {response.charset!a}, the media type says {label!a}"
        yield _twice(message, "media_type")


def _json_label(media_type: MediaType, label: str) -> Iterator[Finding]:
    if _name(label) not in ("utf-8", None):
        yield _other_than_utf_8(media_type, label, "media_type")
    elif media_type.essence == "application/json":
        message = "application/json has no charset parameter: it is UTF-8 (RFC 8259 11)"
        yield Finding(
            r2.JSON_CHARSET, message, "write 'application/json'", ("media_type",)
        )


def _twice(message: str, key: str) -> Finding:
    help_line = "write media_type: without a charset, and charset: once"
    return Finding(r2.CHARSET_TWICE, message, help_line, (key,))


def _utf_8_only(media_type: MediaType) -> bool:
    """RFC 8259 8.1; HTML 9.2.5 (event streams)."""
    return is_json(media_type.essence) or media_type.essence == "text/event-stream"


def _other_than_utf_8(media_type: MediaType, charset: str, key: str) -> Finding:
    message = f"{media_type.essence} is UTF-8, never {charset!a}"
    return Finding(r2.UTF_8_ONLY, message, "take the charset away", (key,))


# Text codecs of Python that name no charset, or not everywhere the same one
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
    """Python's name of a text codec, the same for all its aliases; None where it has none."""
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
    """A charset that Python cannot encode text in, or that is no token (RFC 9110 8.3.2)."""
    name = _name(charset)
    if name in (None, *_NO_CHARSETS) or not compiled(TOKEN).fullmatch(charset):
        help_line = nearest(charset, _CHARSETS) or "write 'utf-8'"
        yield Finding(
            r2.CODEC,
            f"{charset!a} is no charset that text can be encoded in",
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
    """Whether the field is there, or may be; a parameter's value is its caller's business."""
    there = wire.fields(response.headers).get("x-content-type-options")
    if there is None or not response.whole:
        return not response.whole
    return there.constant is None or there.constant.lower() == "nosniff"


def _sniffed(response: ResponseSpec) -> Finding:
    message = "text/html without nosniff: a browser may take the next script or style for another type"
    return Finding(
        r2.NOSNIFF,
        message,
        "add to headers: X-Content-Type-Options: nosniff",
        ("media_type",),
        fix=Add(response.span, ("headers", "X-Content-Type-Options"), "nosniff"),
    )
