"""Prefixes of cookie names, promises that browsers hold a cookie to (RFC 6265bis 4.1.3): R314 to R318.

Goes in: a preset. Comes out: the promise it breaks. Browsers compare prefixes without case.
"""

import re
from collections.abc import Iterator

from respgen.diagnostics import Rule
from respgen.resolve.checks.finding import Finding, replaced
from respgen.resolve.specs import CookieSpec
from respgen.rules import r3

# The longest first: `__Host-Http-` begins with `__Host-`
_PREFIXES = ("__Host-Http-", "__Host-", "__Secure-", "__Http-")
PREFIX = re.compile("|".join(_PREFIXES), re.IGNORECASE | re.ASCII)

_PROMISES: dict[str, tuple[Rule, tuple[str, ...]]] = {
    "__secure-": (r3.SECURE_PREFIX, ("secure",)),
    "__host-": (r3.HOST_PREFIX, ("secure", "path", "domain")),
    "__http-": (r3.HTTP_PREFIX, ("secure", "httponly")),
    "__host-http-": (r3.HOST_HTTP_PREFIX, ("secure", "httponly", "path", "domain")),
}
_HELP = {
    "secure": "write secure: true",
    "httponly": "write httponly: true",
    "path": "write path: /",
    "domain": "take domain away",
}

# Who writes a Domain may have meant another prefix
_WANTED: dict[str, str | bool] = {"secure": True, "httponly": True, "path": "/"}


def prefix_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """One finding for each attribute that breaks the promise of the name."""
    match = PREFIX.match(cookie.key)
    if match is None:
        return
    rule, attributes = _PROMISES[match[0].lower()]
    for attribute in attributes:
        if not _kept(cookie, attribute):
            message = f"browsers drop a {match[0]} cookie {_BROKEN[attribute]}"
            wanted = _WANTED.get(attribute)
            fix = replaced(cookie.spans, attribute, wanted) if wanted else None
            yield Finding(rule, message, _HELP[attribute], attribute, fix)
    if match[0] not in _PREFIXES:
        known = next(p for p in _PREFIXES if p.lower() == match[0].lower())
        message = (
            f"{match[0]} is a prefix in other letters: some browsers hold it to nothing"
        )
        mended = known + cookie.key.removeprefix(match[0])
        yield Finding(r3.PREFIX_CASE, message, f"write {mended!r}", "key")


_BROKEN = {
    "secure": "that is not Secure",
    "httponly": "that is not HttpOnly",
    "path": "whose Path is not /",
    "domain": "that has a Domain",
}


def _kept(cookie: CookieSpec, attribute: str) -> bool:
    kept = {
        "secure": cookie.secure,
        "httponly": cookie.httponly,
        "path": cookie.path == "/",
        "domain": not cookie.domain,
    }
    return kept[attribute]
