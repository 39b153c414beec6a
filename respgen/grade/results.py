"""What a test of the MDN HTTP Observatory can find, and what that counts: tables, nothing goes in.

Reference: github.com/mdn/mdn-http-observatory, version 1.6.3 at commit 94042bb of 2026-08-20,
algorithm 6 (src/grader/charts.js, src/analyzer/tests). Names and numbers are its own, the words are
not.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Result:
    """`name` is the observatory's word; `modifier` points are added; `passes` as its tests say."""

    name: str
    modifier: int
    words: str
    passes: bool = True


def _failure(name: str, modifier: int, words: str) -> Result:
    return Result(name, modifier, words, passes=False)


# What a schema leaves open: the observatory has no such result
AT_RUN_TIME = Result("set-at-run-time", 0, "set at run time: no points gained or lost")


# Content-Security-Policy

CSP_NONE_BY_DEFAULT = Result(
    "csp-implemented-with-no-unsafe-default-src-none",
    10,
    "nothing unsafe, and default-src is 'none'",
)
CSP_SAFE = Result("csp-implemented-with-no-unsafe", 5, "nothing unsafe")
CSP_UNSAFE_STYLES = Result(
    "csp-implemented-with-unsafe-inline-in-style-src-only",
    0,
    "styles may come from anywhere, or be inline",
)
CSP_REPEATED = Result(
    "csp-implemented-but-duplicate-directives", 0, "a reporting directive appears twice"
)
CSP_INSECURE_MEDIA = Result(
    "csp-implemented-with-insecure-scheme-in-passive-content-only",
    -10,
    "images or media may come without TLS",
)
CSP_EVAL = _failure("csp-implemented-with-unsafe-eval", -10, "text may become script")
CSP_INSECURE = _failure(
    "csp-implemented-with-insecure-scheme", -20, "active content may come without TLS"
)
CSP_UNSAFE = _failure(
    "csp-implemented-with-unsafe-inline",
    -20,
    "scripts or plug-ins may come from anywhere, or be inline",
)
CSP_INVALID = _failure(
    "csp-header-invalid", -25, "browsers would not read it as intended"
)
CSP_REPORT_ONLY = _failure(
    "csp-not-implemented-but-reporting-enabled",
    -25,
    "reports only, and forbids nothing",
)
CSP_ABSENT = _failure("csp-not-implemented", -25, "not sent")


# Cookies

COOKIES_SAME_SITE = Result(
    "cookies-secure-with-httponly-sessions-and-samesite",
    5,
    "Secure, SameSite, and HttpOnly where they name a session",
)
COOKIES_SECURE = Result(
    "cookies-secure-with-httponly-sessions",
    0,
    "Secure, HttpOnly where they name a session, not all SameSite",
)
COOKIES_ABSENT = Result("cookies-not-found", 0, "none")
COOKIES_BEHIND_HSTS = _failure(
    "cookies-without-secure-flag-but-protected-by-hsts",
    -5,
    "not Secure, though TLS is enforced",
)
COOKIES_INSECURE = _failure("cookies-without-secure-flag", -20, "not Secure")
COOKIES_SESSION_BEHIND_HSTS = _failure(
    "cookies-session-without-secure-flag-but-protected-by-hsts",
    -10,
    "names a session and is not Secure, though TLS is enforced",
)
COOKIES_CROSS_SITE = _failure(
    "cookies-samesite-flag-invalid", -20, "SameSite=None without Secure"
)
COOKIES_CSRF = _failure(
    "cookies-anticsrf-without-samesite-flag",
    -20,
    "a token against forged requests without SameSite",
)
COOKIES_SESSION_SCRIPTED = _failure(
    "cookies-session-without-httponly-flag",
    -30,
    "names a session and is not HttpOnly",
)
COOKIES_SESSION_INSECURE = _failure(
    "cookies-session-without-secure-flag", -40, "names a session and is not Secure"
)


# The other fields

COEP_REQUIRE = Result(
    "coep-implemented-with-require-corp", 10, "embedded content must allow it"
)
COEP_CREDENTIALLESS = Result(
    "coep-implemented-with-credentialless", 10, "embedded without credentials"
)
COEP_UNSAFE = Result("coep-implemented-with-unsafe-none", 0, "anything is embedded")
COEP_ABSENT = Result("coep-not-implemented", 0, "not sent")
COEP_INVALID = _failure("coep-header-invalid", -5, "not a known policy")

COOP_SAME = Result(
    "coop-implemented-with-same-origin", 10, "openers of other origins are cut off"
)
COOP_POPUPS = Result(
    "coop-implemented-with-same-origin-allow-popups",
    10,
    "openers are cut off, pop-ups are not",
)
COOP_NO_OPENER = Result(
    "coop-implemented-with-noopener-allow-popups", 10, "every opener is cut off"
)
COOP_UNSAFE = Result("coop-implemented-with-unsafe-none", 0, "openers stay connected")
COOP_ABSENT = Result("coop-not-implemented", 0, "not sent")
COOP_INVALID = _failure("coop-header-invalid", -5, "not a known policy")

CORP_SAME_ORIGIN = Result(
    "corp-implemented-with-same-origin",
    10,
    "not for other origins",
)
CORP_SAME_SITE = Result(
    "corp-implemented-with-same-site",
    10,
    "not for other sites",
)
CORP_CROSS_ORIGIN = Result(
    "corp-implemented-with-cross-origin",
    0,
    "for every origin",
)
CORP_ABSENT = Result("corp-not-implemented", 0, "not sent")
CORP_INVALID = _failure("corp-header-invalid", -5, "not a known policy")

CORS_ABSENT = Result("cross-origin-resource-sharing-not-implemented", 0, "not sent")
CORS_PUBLIC = Result(
    "cross-origin-resource-sharing-implemented-with-public-access",
    0,
    "every origin, without credentials",
)
CORS_RESTRICTED = Result(
    "cross-origin-resource-sharing-implemented-with-restricted-access",
    0,
    "some origins",
)

REFERRER_PRIVATE = Result(
    "referrer-policy-private", 5, "other origins learn the origin at most"
)
REFERRER_ABSENT = Result("referrer-policy-not-implemented", 0, "not sent")
REFERRER_UNSAFE = _failure(
    "referrer-policy-unsafe", -5, "other origins learn too much of the URL"
)
REFERRER_INVALID = _failure("referrer-policy-header-invalid", -5, "not a known policy")

HSTS_LONG = Result(
    "hsts-implemented-max-age-at-least-six-months", 0, "six months or more"
)
HSTS_SHORT = _failure(
    "hsts-implemented-max-age-less-than-six-months", -10, "less than six months"
)
HSTS_ABSENT = _failure("hsts-not-implemented", -20, "not sent")
HSTS_INVALID = _failure(
    "hsts-header-invalid", -20, "browsers would not read it as intended"
)

NOSNIFF = Result("x-content-type-options-nosniff", 0, "nosniff")
NOSNIFF_ABSENT = _failure("x-content-type-options-not-implemented", -5, "not sent")
NOSNIFF_INVALID = _failure("x-content-type-options-header-invalid", -5, "not nosniff")

FRAMES_BY_CSP = Result(
    "x-frame-options-implemented-via-csp", 5, "the policy has frame-ancestors"
)
FRAMES_REFUSED = Result(
    "x-frame-options-sameorigin-or-deny", 5, "no frames in other origins"
)
FRAMES_FROM = Result(
    "x-frame-options-allow-from-origin", 0, "a form that browsers ignore"
)
FRAMES_ABSENT = _failure(
    "x-frame-options-not-implemented",
    -20,
    "not sent, and no frame-ancestors in a policy",
)
FRAMES_INVALID = _failure(
    "x-frame-options-header-invalid", -20, "neither DENY nor SAMEORIGIN"
)


# What one response cannot show: assumed

REDIRECTED = Result("redirection-to-https", 0, "assumed: http is redirected to https")
SCRIPTS_NOT_HTML = Result(
    "sri-not-implemented-response-not-html", 0, "no page, so no scripts"
)
SCRIPTS_OWN = Result(
    "sri-not-implemented-but-all-scripts-loaded-from-secure-origin",
    0,
    "assumed: the page's scripts are its own",
)
SCRIPTS_NONE = Result(
    "sri-not-implemented-but-no-scripts-loaded", 0, "no media type: assumed no scripts"
)
