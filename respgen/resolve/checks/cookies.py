"""Cookie presets and their use (RFC 6265bis, CHIPS): family R3.

Goes in: the presets of every module, used or not, and what responses do with them. Comes out:
diagnostics at the attribute that is wrong, at the preset where it is silent.
"""

import re
from collections.abc import Iterator

from respgen.core.cookies import COOKIE_OCTETS, COOKIE_SIZE, cookie_name
from respgen.core.grammar import TOKEN, compiled
from respgen.diagnostics import Problems, Span
from respgen.resolve.checks.finding import Finding, replaced, report
from respgen.resolve.checks.prefixes import PREFIX, prefix_findings
from respgen.resolve.checks.scopes import scope_findings
from respgen.resolve.specs import CookieSpec, CookieUse, ModuleSpec, ResponseSpec
from respgen.rules import r3
from respgen.vocabulary.encodings import ENCODINGS

# 400 days (RFC 6265bis 5.6.2)
_LONGEST = 34_560_000


def check_cookies(modules: tuple[ModuleSpec, ...], problems: Problems) -> None:
    """Every preset, and every cookie that a response lists."""
    for module in modules:
        for cookie in module.cookies:
            report(_preset_findings(cookie), problems, cookie.spans, cookie.span)
        for response in module.responses:
            report(_use_findings(response), problems, response.spans, response.span)


def _preset_findings(cookie: CookieSpec) -> Iterator[Finding]:
    yield from _key_findings(cookie.key)
    yield from scope_findings(cookie)
    yield from _age_findings(cookie)
    yield from _attribute_findings(cookie)
    yield from prefix_findings(cookie)
    if _is_secret(cookie.key) and not cookie.httponly:
        message = f"{cookie.key!a} looks like what signs a user in, and any script may read it"
        yield Finding(r3.SESSION_HTTPONLY, message, "write httponly: true", "httponly")


def _key_findings(key: str) -> Iterator[Finding]:
    """RFC 6265 4.1.1."""
    try:
        cookie_name(key)
    except ValueError:
        message = f"{key!a} is no cookie name: a token has letters, digits and !#$%&'*+-.^_`|~ alone"
        mended = re.sub(r"[^\w!#$%&'*+\-.^`|~]+", "_", key, flags=re.ASCII).strip("_")
        yield Finding(
            r3.COOKIE_NAME, message, f"write {mended!r}" if mended else "", "key"
        )
    else:
        if len(key) > COOKIE_SIZE:
            yield _too_large("the name is larger", "key")


def _age_findings(cookie: CookieSpec) -> Iterator[Finding]:
    if cookie.max_age is None:
        return
    if cookie.max_age < 0:
        message = "max_age is negative"
        yield Finding(
            r3.MAX_AGE, message, "write seconds, or a duration such as 14d", "max_age"
        )
    elif cookie.max_age > _LONGEST:
        message = "max_age: browsers keep a cookie for 400 days at most"
        fix = replaced(cookie.spans, "max_age", "400d")
        yield Finding(r3.MAX_AGE_CAP, message, "write max_age: 400d", "max_age", fix)


def _attribute_findings(cookie: CookieSpec) -> Iterator[Finding]:
    secure = replaced(cookie.spans, "secure", True)
    if cookie.samesite == "none" and not cookie.secure:
        message = "SameSite=None without Secure: browsers drop the cookie"
        yield Finding(
            r3.SAMESITE_NONE,
            message,
            "write secure: true, or samesite: lax",
            "samesite",
            secure,
        )
    if cookie.partitioned and not cookie.secure:
        message = "Partitioned without Secure: browsers drop the cookie"
        yield Finding(
            r3.PARTITIONED, message, "write secure: true", "partitioned", secure
        )
    if cookie.priority:
        message = "Priority is no standard: Chrome alone reads it"
        yield Finding(r3.PRIORITY, message, "take it away", "priority")


_WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SECRET = re.compile(
    r"auth(entication|orization)?|credentials?|jwt|login|sess|sid|sso|.*(token|session(id)?|sessid)"
)


def _is_secret(key: str) -> bool:
    """Whether a name says that the cookie is a credential; scripts must read what guards from CSRF."""
    if re.search("csrf|xsrf", key, re.IGNORECASE):
        return False
    return any(_SECRET.fullmatch(word.lower()) for word in _WORD.findall(key))


def _use_findings(response: ResponseSpec) -> Iterator[Finding]:
    """What a response sets itself, and two of its cookies that are one for a browser."""
    seen: dict[tuple[str, str | None, str | None], CookieUse] = {}
    for use in response.cookies:
        yield from _value_findings(use)
        cookie = use.cookie
        domain = cookie.domain and cookie.domain.lower().removeprefix(".")
        first = seen.setdefault((cookie.key, domain, cookie.path), use)
        if first is not use:
            yield _twice(first, use)


def _twice(first: CookieUse, use: CookieUse) -> Finding:
    return Finding(
        r3.COOKIE_TWICE,
        f"{use.preset.name} has the name, domain and path of {first.preset.name}: it is one cookie",
        "list one of them, or give one another key",
        use.span,
    )


def _value_findings(use: CookieUse) -> Iterator[Finding]:
    """What run time would refuse, found by the function that refuses it there."""
    if use.always is None or not compiled(TOKEN).fullmatch(use.cookie.key):
        return
    refused = _refused(use.cookie, use.always)
    if refused:
        yield Finding(r3.COOKIE_VALUE, *refused, use.span)
        return
    try:
        pair = ENCODINGS[use.cookie.encoding].encode(use.cookie.key, use.always)
    except ValueError:
        yield _too_large("name and value together are larger", use.span)
        return
    if PREFIX.match(pair.partition(b"=")[2].decode("ascii")):
        message = (
            "the value begins like a name with a prefix: browsers may drop the cookie"
        )
        yield Finding(r3.VALUE_PREFIX, message, "begin the value otherwise", use.span)


def _refused(cookie: CookieSpec, value: str) -> tuple[str, str] | None:
    """Why a value is none for its encoding, and what to do; None where it is one."""
    if cookie.encoding == "plain" and not compiled(COOKIE_OCTETS).fullmatch(value):
        bad = next(c for c in value if not compiled(COOKIE_OCTETS).fullmatch(c))
        message = f"{bad!a} cannot stand in a plain cookie value (RFC 6265 4.1.1)"
        return message, "take it away, or give the preset encoding: percent"
    if any("\ud800" <= character <= "\udfff" for character in value):
        return "a lone surrogate is no character", "take it away"
    return None


def _too_large(what: str, place: str | Span) -> Finding:
    message = f"{what} than {COOKIE_SIZE} octets: browsers drop the cookie"
    return Finding(
        r3.COOKIE_SIZE,
        message,
        "keep the data on the server, and a key to it here",
        place,
    )
