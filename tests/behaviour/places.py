"""Every place inside of a typed header value where a caller's text can stand.

What comes out is a table: how a text gets into the place, which texts may stand there by the
grammar of the field, and what then goes over the wire.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from respgen.core.challenges import Challenge
from respgen.core.links import Link
from respgen.core.ranges import ContentRange
from respgen.core.structured import DisplayString, InnerList, Item, Token
from respgen.core.timings import ServerTiming

TOKEN = r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+"
SF_TOKEN = r"[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*"
KEY = r"[a-z*][a-z0-9_.*\-]*"
# RFC 8288 3.3: the name of a registered relation, or a URI (RFC 3986 2)
RELATION = (
    r"[A-Za-z](?:[A-Za-z0-9.\-]*"
    r"|[A-Za-z0-9+.\-]*:(?:[A-Za-z0-9_.~:/?#\[\]@!$&'()*+,;=\-]|%[0-9A-Fa-f]{2})+)"
)
CHARACTERS = r"[^\ud800-\udfff]*"
QUOTABLE = r"[\t\x20-\x7e\x80-\xff]*"


@dataclass(frozen=True)
class Place:
    """`type` is the header's; `value` puts a text into an argument, `wire` is what arrives."""

    type: str
    value: Callable[[str], Any]
    allowed: re.Pattern[str]
    wire: Callable[[str], str]


def _place(
    kind: str, value: Callable[[str], Any], allowed: str, wire: Callable[[str], str]
) -> Place:
    return Place(kind, value, re.compile(allowed), wire)


def escaped(text: str) -> str:
    """A quoted-string (RFC 9110 5.6.4), or a String (RFC 9651 4.1.6)."""
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def _url(text: str) -> str:
    return quote(text, safe=":/%#?=@[]!$&'()*+,;")


def _extended(text: str) -> str:
    """RFC 8187 3.2."""
    return "UTF-8''" + quote(text, safe="!#$&+-.^_`|~")


def _link_title(text: str) -> str:
    title = f"title={escaped(text)}" if text.isascii() else f"title*={_extended(text)}"
    return f'<>; rel="x"; {title}'


def _display(text: str) -> str:
    """RFC 9651 4.1.11."""
    octets = (chr(octet) for octet in text.encode())
    safe = (c if " " <= c <= "~" and c not in '%"' else f"%{ord(c):02x}" for c in octets)  # fmt: skip
    return f'%"{"".join(safe)}"'


def _octets(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _base64(text: str) -> str:
    return b64encode(_octets(text)).decode()


PLACES: dict[str, Place] = {
    "json": _place(
        "json",
        lambda text: text,
        CHARACTERS,
        lambda text: json.dumps(text).replace("\x7f", "\\u007f"),
    ),
    "file name": _place(
        "content_disposition",
        lambda text: text,
        r"(?:[\x20-\x24\x26-\x7e]|%(?![0-9A-Fa-f]{2}))+",
        lambda text: f"attachment; filename={escaped(text)}",
    ),
    "media type": _place(
        "media_type",
        lambda text: f'a/b;c="{text}"',
        r'(?:[\t\x20-\x21\x23-\x5b\x5d-\x7e\x80-\xff]|\\[\t\x20-\x7e\x80-\xff])*',
        lambda text: f'a/b;c="{text}"',
    ),
    "link target": _place(
        "link",
        lambda text: [Link(text, "x")],
        CHARACTERS,
        lambda text: f'<{_url(text)}>; rel="x"',
    ),
    "link relation": _place(
        "link",
        lambda text: [Link("", text)],
        f"{RELATION}(?: {RELATION})*",
        lambda text: f'<>; rel="{text}"',
    ),
    "link title": _place(
        "link",
        lambda text: [Link("", "x", {"title": text})],
        r"(?:(?![\ud800-\udfff\x7f])[\x20-\U0010ffff])*",
        _link_title,
    ),
    "link parameter": _place(
        "link",
        lambda text: [Link("", "x"), Link("", "y", {text: "v"})],
        rf"(?!(?i:rel)\Z){TOKEN}(?<!\*)",
        lambda text: f'<>; rel="x", <>; rel="y"; {text}="v"',
    ),
    "directive's field": _place(
        "cache_control",
        lambda text: {"private": [text]},
        TOKEN,
        lambda text: f'private="{text}"',
    ),
    "scheme": _place(
        "challenge", lambda text: [Challenge(text)], TOKEN, lambda text: text
    ),
    "realm": _place(
        "challenge",
        lambda text: [Challenge("Basic", {"realm": text})],
        QUOTABLE,
        lambda text: f"Basic realm={escaped(text)}",
    ),
    "challenge's parameter": _place(
        "challenge",
        lambda text: [Challenge("A"), Challenge("B", {text: "v"})],
        TOKEN,
        lambda text: f'A, B {text}="v"',
    ),
    "bare parameter": _place(
        "challenge",
        lambda text: [Challenge("Digest", {"algorithm": text})],
        QUOTABLE,
        lambda text: "Digest algorithm="
        + (text if re.fullmatch(TOKEN, text) else escaped(text)),
    ),
    "token68": _place(
        "challenge",
        lambda text: [Challenge("Negotiate", text)],
        r"[A-Za-z0-9\-._~+/]+=*",
        lambda text: f"Negotiate {text}",
    ),
    "step": _place(
        "server_timing",
        lambda text: [ServerTiming(text, 1)],
        TOKEN,
        lambda text: f"{text};dur=1",
    ),
    "step's description": _place(
        "server_timing",
        lambda text: [ServerTiming("a"), ServerTiming("b", None, text)],
        QUOTABLE,
        lambda text: f"a, b;desc={escaped(text)}",
    ),
    "range unit": _place(
        "content_range",
        lambda text: ContentRange(0, 1, 2, text),
        TOKEN,
        lambda text: f"{text} 0-1/2",
    ),
    "digest": _place(
        "digest",
        lambda text: {"md5": _octets(text)},
        r"[\s\S]*",
        lambda text: f"md5=:{_base64(text)}:",
    ),
    "algorithm": _place(
        "digest",
        lambda text: {text: b"v"},
        rf"(?!sha-(?:256|512)\Z){KEY}",
        lambda text: f"{text}=:dg==:",
    ),
    "sf_string": _place("sf_string", lambda text: text, r"[\x20-\x7e]*", escaped),
    "sf_token": _place("sf_token", lambda text: text, SF_TOKEN, lambda text: text),
    "sf_bytes": _place(
        "sf_bytes", _octets, r"[\s\S]*", lambda text: f":{_base64(text)}:"
    ),
    "string in a list": _place(
        "sf_list",
        lambda text: ["a", Item(text, {"q": text})],
        r"[\x20-\x7e]*",
        lambda text: f'"a", {escaped(text)};q={escaped(text)}',
    ),
    "token in a list": _place(
        "sf_list", lambda text: [Token(text)], SF_TOKEN, lambda text: text
    ),
    "display string": _place(
        "sf_list", lambda text: [DisplayString(text)], CHARACTERS, _display
    ),
    "string in an inner list": _place(
        "sf_list",
        lambda text: [InnerList([text], {"a": True})],
        r"[\x20-\x7e]*",
        lambda text: f"({escaped(text)});a",
    ),
    "item's parameter": _place(
        "sf_list", lambda text: [Item(1, {text: True})], KEY, lambda text: f"1;{text}"
    ),
    "key": _place(
        "sf_dict", lambda text: {text: 1}, KEY, lambda text: f"{text}=1"
    ),
    "string in a dictionary": _place(
        "sf_dict",
        lambda text: {"a": text},
        r"[\x20-\x7e]*",
        lambda text: f"a={escaped(text)}",
    ),
    "list of strings": _place(
        "list[sf_string]", lambda text: ["a", text], r"[\x20-\x2b\x2d-\x7e]*",
        lambda text: f'"a", {escaped(text)}',
    ),
    "list of tags": _place(
        "list[etag]",
        lambda text: [text],
        r"[\x21\x23-\x2b\x2d-\x7e\x80-\xff]*",
        lambda text: f'"{text}"',
    ),
    "list of addresses": _place(
        "list[url]", lambda text: [text, "/"], r"[^,\ud800-\udfff]+",
        lambda text: f"{_url(text)}, /",
    ),
}  # fmt: skip
