"""Checks Path and Domain of cookies (RFC 6265bis 4.1.1, 5.6): R303 to R307, R309 and R323.

Goes in: a preset. Comes out: findings about its own scope and the further ones it deletes.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

from respgen.core.cookie_attributes import ATTRIBUTE_OCTETS, ATTRIBUTE_SIZE
from respgen.core.cookie_promises import HOST_NAME
from respgen.core.grammar import compiled
from respgen.diagnostics import Finding, KeyPath, Mend, Remove, Rule, Span
from respgen.rules import r3
from respgen.specs import CookieScope, CookieSpec

_HOST = re.compile(HOST_NAME)


def scope_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """Reports on the scope that is set, then on those that are cleared."""
    path, domain = cookie.known["path"], cookie.known["domain"]
    yield from _path_findings(path, ("path",))
    yield from _domain_findings(domain, ("domain",))
    if domain and _HOST.fullmatch(domain):
        yield from _suffix_findings(domain)
    for key, scopes in (
        ("also_delete", cookie.also_delete),
        ("formerly", cookie.formerly),
    ):
        for scope in scopes:
            yield from _path_findings(scope.path, scope.span or (key,))
            yield from _domain_findings(scope.domain, scope.span or (key,))
    for scope in cookie.formerly:
        if scope.folded == cookie.scope.folded:
            message = "formerly: this is the cookie's current scope, not an older one"
            yield left_out(r3.OWN_SCOPE, message, scope, "formerly")


def left_out(rule: Rule, message: str, scope: CookieScope, key: str) -> Finding:
    """Reports a further scope that must be removed, and removes it."""
    fix = Remove(scope.span) if scope.span else None
    return Finding(rule, message, "remove the scope", scope.span or (key,), fix=fix)


def _path_findings(path: str | None, at: Span | KeyPath) -> Iterator[Finding]:
    if path is None:
        return
    yield from _octet_findings("path", path, at)
    if not path.startswith("/"):
        message = f"path: {path!a} does not start with /, so browsers use the path of the page"
        meant = path.strip(" \t\"'")
        meant = meant if meant[:1] == "/" else f"/{path}"
        yield Finding(
            r3.COOKIE_PATH, message, f"write {meant!r}", at, fix=Mend(part=meant)
        )


def _octet_findings(key: str, value: str, at: Span | KeyPath) -> Iterator[Finding]:
    """RFC 6265bis 4.1.1, 5.6."""
    if not compiled(ATTRIBUTE_OCTETS).fullmatch(value):
        bad = next(c for c in value if not compiled(ATTRIBUTE_OCTETS).fullmatch(c))
        message = (
            f"{key}: {bad!a} is not allowed in a cookie attribute (RFC 6265bis 4.1.1)"
        )
        yield Finding(
            r3.COOKIE_ATTRIBUTE, message, "remove it, or percent-encode it", at
        )
    if len(value) > ATTRIBUTE_SIZE:
        message = f"{key}: browsers ignore an attribute of more than {ATTRIBUTE_SIZE} octets, and this has {len(value)}"
        yield Finding(r3.ATTRIBUTE_SIZE, message, "shorten it", at)


def _domain_findings(domain: str | None, at: Span | KeyPath) -> Iterator[Finding]:
    if domain is None:
        return
    if domain.isascii():
        yield from _octet_findings("domain", domain, at)
    if compiled(ATTRIBUTE_OCTETS).fullmatch(domain) or not domain.isascii():
        yield from _host_findings(domain, at)


def _host_findings(domain: str, at: Span | KeyPath) -> Iterator[Finding]:
    if not _HOST.fullmatch(domain):
        message = f"domain: {domain!a} is not a host name"
        host = _host(domain)
        advice = f"write {host!r}" if host else "write a host such as 'example.com'"
        fix = Mend(part=host) if host else None
        yield Finding(r3.COOKIE_DOMAIN, message, advice, at, fix=fix)
    elif domain.startswith("."):
        message = "domain: the leading dot has no effect, since subdomains are always included"
        advice, fix = f"write {domain[1:]!r}", Mend(part=domain[1:])
        yield Finding(r3.COOKIE_DOMAIN_DOT, message, advice, at, fix=fix)


def _host(domain: str) -> str:
    """The host of a URL or of `host:port`, in ASCII as it goes over the wire (RFC 5890).

    It is empty if there is none.
    """
    host = re.sub(r"^[a-z]+://|[:/].*$", "", domain)
    try:
        host = host.encode("idna").decode("ascii")
    except UnicodeError:
        return ""
    return host if _HOST.fullmatch(host) else ""


def _suffix_findings(domain: str) -> Iterator[Finding]:
    host = domain.removeprefix(".").lower()
    if _public_suffixes("xn--" in host)(host):
        message = f"domain: {host} is a public suffix: browsers drop a cookie for every site under it"
        yield Finding(
            r3.PUBLIC_SUFFIX, message, "write your own domain under it", ("domain",)
        )


@cache
def _public_suffixes(encoded: bool) -> Callable[[str], bool]:
    # Imported here alone: few presets have a Domain, and reading the list of suffixes takes longer
    # than all the rest of resolve, most of it for those in Punycode.
    from publicsuffixlist import PublicSuffixList

    known = PublicSuffixList(accept_unknown=False, accept_encoded_idn=encoded)
    return known.is_public
