"""Checks prefixes of cookie names, which browsers enforce (RFC 6265bis 4.1.3): R314 to R318.

Goes in: a preset. Comes out: the promise it breaks. Browsers compare prefixes without case.
"""

import re
from collections.abc import Iterator

from respgen.checks.scopes import left_out
from respgen.core.cookie_attributes import CookieAttributes
from respgen.core.cookie_promises import PREFIX_PROMISES
from respgen.diagnostics import Finding, Mend
from respgen.rules import r3
from respgen.specs import CookieScope, CookieSpec

PREFIX = re.compile("|".join(PREFIX_PROMISES), re.IGNORECASE | re.ASCII)

_RULES = {
    "__secure-": r3.SECURE_PREFIX,
    "__host-": r3.HOST_PREFIX,
    "__http-": r3.HTTP_PREFIX,
    "__host-http-": r3.HOST_HTTP_PREFIX,
}
_HELP = {
    "secure": "write secure: true",
    "httponly": "write httponly: true",
    "path": "write path: /",
    "domain": "remove domain",
}
_BROKEN = {
    "secure": "that is not Secure",
    "httponly": "that is not HttpOnly",
    "path": "whose Path is not /",
    "domain": "that has a Domain",
}

# An author who writes a Domain may have meant a different prefix
_WANTED: dict[str, str | bool] = {"secure": True, "httponly": True, "path": "/"}


def prefix_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """Reports each attribute, and each further scope, that breaks the promise of the name."""
    match = PREFIX.match(cookie.key)
    if match is None:
        return
    known = next(p for p in PREFIX_PROMISES if p.lower() == match[0].lower())
    rule, promised = _RULES[known.lower()], PREFIX_PROMISES[known]
    for attribute in map(str.lower, promised):
        if not _kept(cookie.known, attribute):
            message = f"browsers drop a {match[0]} cookie {_BROKEN[attribute]}"
            wanted = _WANTED.get(attribute)
            fix = Mend(part=wanted) if wanted else None
            yield Finding(rule, message, _HELP[attribute], (attribute,), fix=fix)
    if "Path" in promised:
        message = f"a {match[0]} cookie never has a Path other than /, or a Domain"
        for key, scope in _further(cookie):
            if scope.path != "/" or scope.domain:
                yield left_out(rule, message, scope, key)
    if match[0] != known:
        message = (
            f"{match[0]} is a prefix in the wrong case: some browsers do not enforce it"
        )
        mended = known + cookie.key.removeprefix(match[0])
        yield Finding(r3.PREFIX_CASE, message, f"write {mended!r}", ("key",))


def _further(cookie: CookieSpec) -> Iterator[tuple[str, CookieScope]]:
    yield from (("also_delete", scope) for scope in cookie.also_delete)
    yield from (("formerly", scope) for scope in cookie.formerly)


def _kept(known: CookieAttributes, attribute: str) -> bool:
    kept = {
        "secure": known["secure"],
        "httponly": known["httponly"],
        "path": known["path"] == "/",
        "domain": not known["domain"],
    }
    return kept[attribute]
