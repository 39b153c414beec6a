"""Origins as policies name them (CSP3 2.3.1; RFC 3986 3), and as browsers send one (RFC 6454 6.2)."""

from __future__ import annotations

import re

from respgen.core.grammar import compiled

SCHEME = r"[A-Za-z][A-Za-z0-9+.\-]*"
_LABEL = r"[A-Za-z0-9\-]+"
_NAME = rf"{_LABEL}(?:\.{_LABEL})*\.?"
HOSTS = rf"(?:\*|(?:\*\.)?{_NAME})"
"""A host, all below one, or any."""
PORTS = r"(?::(?:[0-9]+|\*))?"

_ORIGINS = rf"{SCHEME}:(?://{HOSTS}{PORTS})?"
# names outside ASCII are sent in punycode; those in use have underscores, too
_HOST = r"(?:[A-Za-z0-9._\-]+|\[[0-9A-Fa-f:.]+\])"
_ORIGIN = rf"({SCHEME})://({_HOST})(?::([0-9]{{1,5}}))?"
_MARKS = r"^(?i:(https?|wss?))(?::/?|:?//|:///+)(?=[A-Za-z0-9*])"
_DEFAULT_PORTS = {"http": "80", "https": "443", "ws": "80", "wss": "443", "ftp": "21"}


def names_origins(text: str) -> bool:
    """Tells whether it is a scheme, maybe with a host that may have wildcards."""
    return bool(compiled(_ORIGINS).fullmatch(text))


def with_scheme(address: str) -> str:
    """The address with :// behind its scheme, where too few of the marks stand there or too many."""
    return re.sub(_MARKS, r"\1://", address)


def serialised_origin(text: str) -> str | None:
    """The origin as browsers send it: in small letters, without its default port.

    None for what is none, a path behind it included.
    """
    match = compiled(_ORIGIN).fullmatch(text)
    if match is None:
        return None
    scheme, host, port = match[1].lower(), match[2].lower(), match[3]
    shown = port and str(int(port))
    kept = f":{shown}" if shown and shown != _DEFAULT_PORTS.get(scheme) else ""
    return f"{scheme}://{host}{kept}"
