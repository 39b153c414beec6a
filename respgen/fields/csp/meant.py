"""What a source that browsers cannot read was to be (CSP3 2.3.1).

Goes in: one value of a directive. Comes out: the value that its author certainly meant, which may be
two with a blank between them; None where it is anybody's guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from respgen.core.grammar import compiled
from respgen.decoder.respelt import meant_word
from respgen.fields.csp.names import KEYWORDS
from respgen.fields.origins import HOSTS, PORTS, SCHEME, with_scheme
from respgen.fields.pasted import QUOTES

BASE64 = r"[A-Za-z0-9+/\-_]+={0,2}"
HASH = rf"(?i:'(sha256|sha384|sha512)-)({BASE64})'"
# RFC 3986 3.3: path-absolute, without ; and ,
_PATH = r"/(?!/)(?:[A-Za-z0-9\-._~!$&'()*+=:@/]|%[0-9A-Fa-f]{2})*"
SOURCE = rf"{SCHEME}:|(?:{SCHEME}://)?{HOSTS}{PORTS}(?:{_PATH})?"
SCHEMES = frozenset(
    ["blob", "data", "filesystem", "http", "https", "mediastream", "ws", "wss"]
)
"""Schemes, which nobody calls a host."""
_BARE = {keyword.strip("'"): keyword for keyword in KEYWORDS}
# a keyword of these letters is no host that anyone has
_LONG = 8
_DASHED = r"(?i:sha-(?=256-|384-|512-))"


def is_source(value: str) -> bool:
    """Tells whether it is a scheme or a host."""
    return bool(compiled(SOURCE).fullmatch(value))


def meant_source(value: str) -> str | None:
    """The source that is meant, if it is not the value itself."""
    if any(mark in value for mark in ".:*") and is_source(value):
        return None
    bare = value.strip(QUOTES)
    found = (
        _keyword(value, bare)
        or _hash(bare)
        or _scheme(bare)
        or _unquoted(value, bare)
        or _address(bare)
        or _apart(value)
    )
    return found if found != value else None


def _keyword(value: str, bare: str) -> str | None:
    """A word in quotes is a keyword; one without is, if it is long enough."""
    small = bare.lower().replace("_", "-")
    if exact := _BARE.get(small):
        return exact
    is_word = value[:1] in QUOTES or len(small) >= _LONG
    meant = meant_word(small, _BARE) if is_word else None
    return _BARE[meant] if meant else None


def _hash(bare: str) -> str | None:
    spelt = f"'{re.sub(_DASHED, 'sha', bare)}'"
    return spelt if compiled(HASH).fullmatch(spelt) else None


def _scheme(bare: str) -> str | None:
    name = bare.lower().removesuffix(":")
    return f"{name}:" if name in SCHEMES else None


def _unquoted(value: str, bare: str) -> str | None:
    """Hosts and schemes have no quotes; a single word in them may be a keyword of some browser."""
    is_place = any(mark in bare for mark in ".:*")
    return bare if value != bare and is_place and is_source(bare) else None


def _address(bare: str) -> str | None:
    """An address as browsers compare it: its query is skipped, and names are in ASCII."""
    place = re.split(r"[?#]", bare)[0]
    if place[:2] == "//":  # without a scheme that of the page counts
        place = place[2:]
    place = _in_ascii(with_scheme(place))
    return place if place != bare and "." in place and is_source(place) else None


def _in_ascii(address: str) -> str:
    """The host in punycode (CSP3 2.3.1)."""
    before, slashes, rest = address.rpartition("://")
    host, mark, path = rest.partition("/")
    try:
        return f"{before}{slashes}{host.encode('idna').decode('ascii')}{mark}{path}"
    except UnicodeError:
        return address


def _apart(value: str) -> str | None:
    """Two sources between which a blank is missing."""
    pieces = re.findall(r"'[^']*'|[^']+", value)
    right = all(
        piece in KEYWORDS or compiled(HASH).fullmatch(piece) or is_source(piece)
        for piece in pieces
    )
    return " ".join(pieces) if len(pieces) > 1 and right else None


def meant_among(value: str, known: Iterable[str]) -> str | None:
    """One of few words: without quotes around it, with hyphens, a slip of the fingers away."""
    words = {each.strip(QUOTES): each for each in known}
    bare = value.strip(QUOTES).lower().replace("_", "-")
    meant = bare if bare in words else meant_word(bare, words)
    return words[meant] if meant else None
