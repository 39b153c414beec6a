"""Content-Encoding (RFC 9110 8.4): the codings that clients take off again, in the order applied."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from respgen.core.grammar import TOKEN, compiled
from respgen.decoder.respelt import meant_word
from respgen.diagnostics import Finding, Mend, nearest, quoted
from respgen.fields.forms import words
from respgen.fields.members import members, respelt
from respgen.fields.row import text_field
from respgen.fields.slips import LONGEST
from respgen.nearness import is_slip
from respgen.rules import r2

# IANA "http-parameters", Content Coding; the old names of two of them come last
CODINGS = (
    *("aes128gcm", "br", "compress", "dcb", "dcz", "deflate", "exi", "gzip"),
    *("pack200-gzip", "zstd", "x-compress", "x-gzip"),
)
_IDENTITY = "identity"
# What people write for them; .gz and .br are names of files
_NAMES = {"gz": "gzip", "zst": "zstd"}
# Who names the library has the application in mind, where nothing compresses
_LIBRARIES = {"brotli": "br", "zstandard": "zstd"}
_ARCHIVES = ("zip", "7z", "rar", "tar")
_ABSENT = ("none", "null", "plain", "text", "raw", "off", "false")
# RFC 2045 6.1, RFC 9112 7: how a message is carried, in mail or on one connection
_OF_TRANSFER = ("7bit", "8bit", "base64", "binary", "chunked", "quoted-printable")


def remarks(text: str) -> Iterator[Finding]:
    """Reports on each coding."""
    found = [*members(text)]
    if not found:
        message = "it names no coding"
        yield Finding(r2.CONTENT_CODING, message, "remove the header")
    is_long = len(text) > LONGEST
    for place, coding in enumerate(found):
        if coding.lower() not in CODINGS:
            own = _own(coding, [] if is_long else found, place)
            yield replace(own, fix=None) if is_long else own


def _own(coding: str, found: list[str], place: int) -> Finding:
    """Reports a member; `found` is empty where there are too many to write each time."""
    small = coding.lower()
    others = ", ".join([*found[:place], *found[place + 1 :]])
    gone = Mend(others or None, removed=True)
    if small == _IDENTITY:
        message = "identity is no coding to take off: it is for Accept-Encoding alone"
        return Finding(r2.UNKNOWN_CODING, message, "remove it", (coding,), fix=gone)
    first, *parameters = coding.split(";", 1)
    if small in _LIBRARIES:
        message = f"{quoted(coding)} is not a content coding"
        name = _LIBRARIES[small]
        advice = f"remove it, since whatever compresses adds {name} itself; a body of bytes that is compressed has {name}"
        return Finding(r2.CONTENT_CODING, message, advice, (coding,))
    if small in _ARCHIVES:
        message = f"{quoted(coding)} is a format of files, and not a content coding"
        advice = "remove it: media_type says what the file is"
        return Finding(r2.CONTENT_CODING, message, advice, (coding,))
    if parameters and "charset" in parameters[0] and (meant := _meant(first)):
        return _instead(coding, meant, found, place)
    for is_one, what, advice in _OTHERS:
        if is_one(small):
            message = f"{quoted(coding)} is {what}, and not a content coding"
            return Finding(r2.CONTENT_CODING, message, advice, (coding,), fix=gone)
    return _unknown(coding, found, place)


def _instead(coding: str, meant: str, found: list[str], place: int) -> Finding:
    """Reports what certainly means another coding."""
    mended = ", ".join([*found[:place], meant, *found[place + 1 :]])
    message = f"{quoted(coding)} is not a content coding"
    fix = Mend(mended, part=meant)
    return Finding(r2.CONTENT_CODING, message, f"write {mended}", (coding,), fix=fix)


def _unknown(coding: str, found: list[str], place: int) -> Finding:
    if meant := _meant(coding):
        return _instead(coding, meant, found, place)
    near = nearest(coding, CODINGS, 0.75)
    if near or not compiled(TOKEN).fullmatch(coding):
        message = f"{quoted(coding)} is not a content coding"
        advice = near or "write names of codings, with commas between them"
        return Finding(r2.CONTENT_CODING, message, advice, (coding,))
    message = f"{quoted(coding)} is not a registered content coding"
    return Finding(r2.UNKNOWN_CODING, message, "write one that clients know", (coding,))


def _meant(text: str) -> str | None:
    """The codings that are meant, however they are quoted and separated."""
    names = [each for each in re.split(r"[;\s]+", text.strip("\"'")) if each]
    known = [_NAMES.get(each.lower()) or _near(each) for each in names]
    return ", ".join(filter(None, known)) if known and all(known) else None


def _near(name: str) -> str | None:
    """The one coding of the same letters, or a slip away; the shortest are near to anything."""
    slips = [each for each in CODINGS if len(each) > 3 and is_slip(name.lower(), each)]
    alone = slips[0] if len(slips) == 1 else None
    return meant_word(name, CODINGS) or alone


def _is_charset(name: str) -> bool:
    """Tells whether Python knows the name as that of a charset."""
    if "charset" in name:
        return True
    try:
        "".encode(name)
    except (LookupError, ValueError):
        return False
    return True


def _is_none(name: str) -> bool:
    return name in _ABSENT


def _is_of_transfer(name: str) -> bool:
    return name in _OF_TRANSFER


_OTHERS = (
    (_is_none, "a word for none", "remove it: no header says the same"),
    (_is_of_transfer, "an encoding of mail or of a connection", "remove it"),
    (_is_charset, "a charset", "remove it: a charset stands in media_type or charset"),
)


def canonical(text: str) -> str:
    """Codings in small letters (RFC 9110 8.4.1), and `, ` between them."""
    return respelt(_small, text)


def _small(coding: str) -> str:
    return coding.lower() if coding.lower() in CODINGS else coding


CONTENT_ENCODING = text_field(
    "Content-Encoding",
    about="What the body is compressed with (RFC 9110 8.4).",
    judge=remarks,
    respell=canonical,
    form=words(CODINGS),
)
