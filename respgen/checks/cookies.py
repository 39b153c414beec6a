"""Checks cookie presets and their use (RFC 6265bis, CHIPS): family R3.

Goes in: the presets of every module, used or not, and what responses do with them. Comes out:
diagnostics at the attribute that is wrong, or at the preset if it does not write the attribute.
Of what run time decides, only the default of an argument is checked here.
"""

from collections.abc import Iterator
from typing import Any

from respgen.checks.cookie_names import name_findings
from respgen.checks.cookie_uses import use_findings
from respgen.checks.prefixes import prefix_findings
from respgen.checks.scopes import scope_findings
from respgen.core.cookie_attributes import cookie_attributes
from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding, Mend, Places, Problems, Replace
from respgen.rules import r3
from respgen.specs import SCOPE, Argument, CookieSignature, CookieSpec, ModuleSpec

# 400 days (RFC 6265bis 5.6.2)
_LONGEST = 34_560_000
_DAY = 86_400
# 20 years
_UNLIKELY = 20 * 366 * _DAY


def check_cookies(modules: tuple[ModuleSpec, ...], problems: Problems) -> None:
    """Checks every preset, and every cookie that a response lists."""
    for module in modules:
        for cookie in module.cookies:
            places = Places.of_entry(cookie.span, cookie.spans)
            problems.note(preset_findings(cookie), places)
        for response in module.responses:
            problems.note(use_findings(response), Places(response.span))


def preset_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """Reports on one preset, or on whatever sets a cookie with attributes that are known."""
    yield from name_findings(cookie)
    yield from scope_findings(cookie)
    yield from _age_findings(cookie)
    yield from _attribute_findings(cookie)
    yield from _refused_findings(cookie)
    yield from prefix_findings(cookie)
    if cookie.sign:
        yield from _signature_findings(cookie.sign)


def _age_findings(cookie: CookieSpec) -> Iterator[Finding]:
    max_age = cookie.known["max_age"]
    if max_age is None:
        return
    if max_age < 0:
        message = "max_age must not be negative"
        yield Finding(
            r3.MAX_AGE,
            message,
            "write seconds, or a duration such as 14d",
            ("max_age",),
        )
    elif max_age > _LONGEST:
        message = "max_age: browsers keep a cookie for at most 400 days"
        yield _capped(message, max_age)


def _capped(message: str, max_age: int) -> Finding:
    """Reports a lifetime that is too long; what may have another unit is not fixed."""
    unlikely = max_age > _UNLIKELY or max_age % (1000 * _DAY) == 0
    if unlikely and max_age <= 1000 * _LONGEST:
        advice = f"milliseconds? write {_shortly(max_age // 1000)}"
        return Finding(r3.MAX_AGE_CAP, message, advice, ("max_age",))
    fix = None if unlikely else Mend(part="400d")
    return Finding(
        r3.MAX_AGE_CAP, message, "write max_age: 400d", ("max_age",), fix=fix
    )


def _shortly(seconds: int) -> str:
    """The duration in the largest unit that it is a whole number of."""
    units = ((_DAY, "d"), (3600, "h"), (60, "m"))
    whole = (f"{seconds // size}{unit}" for size, unit in units if seconds % size == 0)
    return next(whole, f"{seconds}s")


def _attribute_findings(cookie: CookieSpec) -> Iterator[Finding]:
    written = cookie.spans.get("secure")
    secure = Replace(written, True) if written else None
    if cookie.known["samesite"] == "none" and not cookie.known["secure"]:
        message = "SameSite=None without Secure: browsers drop the cookie"
        yield Finding(
            r3.SAMESITE_NONE,
            message,
            "write secure: true, or samesite: lax",
            ("samesite",),
            fix=secure,
        )
    if cookie.known["partitioned"] and not cookie.known["secure"]:
        message = "Partitioned without Secure: browsers drop the cookie"
        yield Finding(
            r3.PARTITIONED, message, "write secure: true", ("partitioned",), fix=secure
        )
    kept_out = cookie.known["samesite"] != "none" and _is_known(cookie, "samesite")
    if cookie.known["partitioned"] and cookie.known["secure"] and kept_out:
        yield _unreachable(cookie)
    if cookie.known["priority"]:
        message = "Priority is not a standard attribute: only Chrome reads it"
        yield Finding(r3.PRIORITY, message, "remove it", ("priority",))


def _unreachable(cookie: CookieSpec) -> Finding:
    """CHIPS: a partition is that of another site's page, whose requests are cross-site."""
    word = cookie.known["samesite"]
    said = f"SameSite={word}" if word else "no SameSite, which Chrome takes for lax,"
    message = f"{said} keeps a partitioned cookie out of the frames that it is for"
    key = "samesite" if "samesite" in cookie.spans else "partitioned"
    written = cookie.spans.get("samesite")
    fix = Replace(written, "none") if written else None
    advice = "write default: none" if _is_default(cookie, "samesite") else _NONE
    rule = r3.PARTITIONED_SAMESITE
    return Finding(rule, message, advice, (key,), fix=fix)


_NONE = "write samesite: none"


def _is_known(cookie: CookieSpec, name: str) -> bool:
    """Whether the schema says what an attribute is, be it by default."""
    return name not in cookie.origins or _is_default(cookie, name)


def _is_default(cookie: CookieSpec, name: str) -> bool:
    origin = cookie.origins.get(name)
    return isinstance(origin, Argument) and not origin.required


def _refused_findings(cookie: CookieSpec) -> Iterator[Finding]:
    """Reports attributes that core would refuse and that have no check of their own."""
    own = {*SCOPE, "max_age"}
    others = {n: v for n, v in dict[str, Any](cookie.known).items() if n not in own}
    for name, value in others.items():
        try:
            cookie_attributes(**{name: value})
        except FieldError as error:
            message = f"{name}: {error.reason}"
            yield Finding(
                r3.COOKIE_ATTRIBUTE, message, "write a different value", (name,)
            )


def _signature_findings(sign: CookieSignature) -> Iterator[Finding]:
    if sign.max_age is None:
        message = "a signed value without max_age is accepted forever"
        yield Finding(
            r3.ENDLESS_SIGNATURE, message, "write sign: {max_age: 30d}", ("sign",)
        )
    elif sign.max_age <= 0:
        message = "sign: no signed value is ever accepted with this max_age"
        yield Finding(r3.MAX_AGE, message, "write max_age: 30d", ("sign",))
