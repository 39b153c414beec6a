"""Cookies -> what the observatory finds in them, as if a response set all that its class lists.

Reference: see `respgen.grade.results` (src/analyzer/tests/cookies.js). What it takes for a session
or for a token against forged requests, it reads off the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from respgen.grade import results
from respgen.grade.report import Addition
from respgen.grade.results import Result
from respgen.specs import CookieSpec, CookieUse, wire

# A load balancer's, which no application can change
_UNCOUNTED = frozenset({"heroku-session-affinity"})

# The worst decides, and these are not in the order of what they cost
_WORSE = (
    results.COOKIES_BEHIND_HSTS,
    results.COOKIES_INSECURE,
    results.COOKIES_SESSION_BEHIND_HSTS,
    results.COOKIES_CROSS_SITE,
    results.COOKIES_CSRF,
    results.COOKIES_SESSION_SCRIPTED,
    results.COOKIES_SESSION_INSECURE,
)


def judged(cookies: Sequence[CookieUse], *, enforced: bool) -> tuple[Result, str]:
    """What is found, and the keys that it is found in; `enforced`: HSTS keeps the site on TLS."""
    counted = [use.cookie for use in cookies if use.cookie.key not in _UNCOUNTED]
    found = [(each, _own(each, enforced)) for each in counted]
    worst = max((_WORSE.index(one) for _, own in found for one in own), default=None)
    if worst is not None:
        result = _WORSE[worst]
        return result, ", ".join(each.key for each, own in found if result in own)
    if not counted:
        return results.COOKIES_ABSENT, ""
    if loose := [each.key for each in counted if each.known["samesite"] is None]:
        return results.COOKIES_SECURE, ", ".join(loose)
    return results.COOKIES_SAME_SITE, ""


def additions(cookies: Sequence[CookieUse]) -> Iterator[Addition]:
    """What each preset needs so that none of it costs anything."""
    for use in cookies:
        cookie = use.cookie
        if not cookie.known["secure"]:
            yield Addition("secure", True, use.preset)
        if _session(cookie) and not cookie.known["httponly"]:
            yield Addition("httponly", True, use.preset)
        if _token(cookie) and cookie.known["samesite"] is None:
            yield Addition("samesite", "lax", use.preset)


def cookie_notes(cookies: Sequence[CookieUse]) -> Iterator[str]:
    """What was assumed of attributes that run time decides: an argument's default, or what is usual."""
    for known in wire.cookies(cookies):
        cookie = known.use.cookie
        usual = {
            "secure": "true" if cookie.known["secure"] else "false",
            "samesite": cookie.known["samesite"] or "unset",
        }
        for name in (name for name in usual if name in known.decided):
            assumed = f"known at run time only, graded as {usual[name]}"
            yield f"{name} of the cookie {cookie.key} is {assumed}"


def _own(cookie: CookieSpec, enforced: bool) -> tuple[Result, ...]:
    """All that is found in one cookie."""
    return (*_insecure(cookie, enforced), *_scripted(cookie), *_forged(cookie))


def _insecure(cookie: CookieSpec, enforced: bool) -> Iterator[Result]:
    if cookie.known["secure"]:
        return
    if cookie.known["samesite"] == "none":
        yield results.COOKIES_CROSS_SITE
    yield results.COOKIES_BEHIND_HSTS if enforced else results.COOKIES_INSECURE
    if _session(cookie):
        yield (
            results.COOKIES_SESSION_BEHIND_HSTS
            if enforced
            else results.COOKIES_SESSION_INSECURE
        )


def _scripted(cookie: CookieSpec) -> Iterator[Result]:
    if _session(cookie) and not cookie.known["httponly"]:
        yield results.COOKIES_SESSION_SCRIPTED


def _forged(cookie: CookieSpec) -> Iterator[Result]:
    if _token(cookie) and cookie.known["samesite"] is None:
        yield results.COOKIES_CSRF


def _session(cookie: CookieSpec) -> bool:
    return any(word in cookie.key.lower() for word in ("login", "sess"))


def _token(cookie: CookieSpec) -> bool:
    return "csrf" in cookie.key.lower()
