"""Location (RFC 9110 10.2.2): where a client is to go next."""

from __future__ import annotations

from collections.abc import Iterator

from respgen.core.grammar import compiled
from respgen.diagnostics import Finding
from respgen.fields.addresses import address_remarks
from respgen.fields.row import text_field
from respgen.fields.slips import Spelling
from respgen.rules import r2

# What browsers run or show as the site's own page; they skip tabs when they read an address.
_SCRIPT = r"(?i:javascript|vbscript|data):"
# For a browser a backslash is a slash, and two of them begin a host (WHATWG URL 4.4)
_ANOTHER_HOST = r"[/\\]{2}"


def _remarks(text: str) -> Iterator[Finding]:
    address = text.replace("\t", "").lstrip()
    if match := compiled(_SCRIPT).match(address):
        message = f"a {match[0]} URL is content to run or show, not an address to go to"
        advice = "write an http or https address, or a path"
        yield Finding(r2.LOCATION_SCRIPT, message, advice)
    elif compiled(_ANOTHER_HOST).match(address):
        message = "two slashes start another host, reached with the scheme of the page"
        advice = "write a path with one slash"
        if address.startswith("//"):
            advice = f"write {'https:' + address!r} if you mean another host, otherwise a path with one slash"
        yield Finding(r2.LOCATION_RELATIVE, message, advice)
    else:
        yield from address_remarks(text)


LOCATION = text_field(
    "Location",
    about="Where to go next (RFC 9110 10.2.2).",
    judge=_remarks,
    spelling=Spelling(whole=True),
)
ADDRESSES = text_field(
    *("Content-Location", "SourceMap", "Service-Worker-Allowed"),
    about="A URL, or a path.",
    judge=address_remarks,
    spelling=Spelling(whole=True),
)
