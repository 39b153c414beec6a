"""Tells what no URL parser accepts (RFC 3986), in the fields that hold a URL.

Goes in: the text of a reference. Comes out: a finding about what is wrong in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from respgen.core.grammar import compiled
from respgen.core.values import URL_AS_IT_IS, url_value
from respgen.diagnostics import Finding, KeyPath, Mend, quoted
from respgen.rules import r2

# what stands around a URL, and space next to punctuation: nobody wants them encoded
_NO_PART = r"""^["'<,;`]|["'>`]$|[ \t]always;?$|[ \t][^\w/]|[^\w/][ \t]"""

# an address as a whole, so that a space in it belongs to a name; its scheme alone is a word
_OPENING = r"(?:[A-Za-z][A-Za-z0-9+.-]*://|\.{0,2}/|[?#])"
# what stands behind an address in the configuration of a server, or is a second one
_BEHIND = rf"(?i)://.*://|[ \t](?:{_OPENING}|www\.|(?:permanent|redirect|last|break|30[1278]);?$)"

_HOST = r"[A-Za-z0-9._~-]+|[0-9A-Fa-f:.]+"
_WEB = ("http", "https")
# W3C Secure Contexts 3.1: what never leaves the machine is trusted, too
_LOCAL = ("localhost", "127.0.0.1", "::1")


def address_remarks(text: str, at: KeyPath = ()) -> Iterator[Finding]:
    """Reports the first thing that is wrong."""
    if not compiled(URL_AS_IT_IS).fullmatch(text):
        bad = next(c for c in text if not compiled(URL_AS_IT_IS).fullmatch(c))
        message = f"{bad!a} is not allowed in a URL"
        mended = None if "\\" in text else _encoded(text)
        advice = f"write {mended!r}" if mended else "write the URL alone"
        if bad == "\\":  # browsers take it for a slash, and others do not
            advice = "write a slash, or %5C if it is a part of a name"
        fix = Mend(mended, part=mended)
        yield Finding(r2.ADDRESS, message, advice, at, fix=fix)
    elif why := _fault(text):
        message = f"{quoted(text)} is not a URL: {why}"
        advice = "write a path with one slash in front, or scheme, host and path"
        yield Finding(r2.ADDRESS, message, advice, at)


def _encoded(text: str) -> str | None:
    """The address with what it cannot hold percent-encoded; None where it may not be one."""
    if not compiled(_OPENING).match(text) or compiled(_BEHIND).search(text):
        return None
    if compiled(_NO_PART).search(text):
        return None
    mended = url_value("", text).decode("ascii")
    return None if _fault(mended) else mended


def _fault(text: str) -> str:
    """Says why no parser takes the text; empty if they do."""
    if len(text) > 1 and text[0] == text[-1] == "'":
        return "the quotes would be a part of it"
    if re.search(r"%(?![0-9A-Fa-f]{2})", text):
        return "a percent sign starts two hexadecimal digits"
    try:
        parts = urlsplit(text)
        host = parts.hostname
    except ValueError:
        return "its host is malformed"
    try:
        port = parts.port
    except ValueError:
        return "its port is not a number from 1 to 65535"
    if parts.scheme in _WEB and not host:
        return "it has no host"
    if host and not compiled(_HOST).fullmatch(host):
        return f"{host!a} is not a host"
    return "the port is 0" if port == 0 else ""


def distrusted(address: str) -> str:
    """Says why browsers send no reports to the address; empty if they do."""
    try:
        parts = urlsplit(address)
        host = parts.hostname
    except ValueError:
        return f"{quoted(address)} is not an address"
    if parts.scheme == "http" and host not in _LOCAL:
        return "browsers do not send reports over plain http"
    if parts.scheme not in ("", "http", "https") or (parts.scheme and not host):
        return f"{quoted(address)} is not a web address"
    return ""
