"""Headers and cookies of a response -> what each test of the MDN HTTP Observatory finds.

Reference: see `respgen.grade.results` (src/constants.js has the tests in this order). Everything is
judged as if the response were the page that the observatory fetches, over https.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from respgen.core.media_types import parse_media_type
from respgen.grade import cookies, csp, policies, results
from respgen.grade.csp_mending import mended, nonced
from respgen.grade.report import Addition, Outcome
from respgen.grade.results import Result
from respgen.grade.sent import Sent, SentFields, field
from respgen.specs import CookieUse

CSP = "Content-Security-Policy"
REPORT_ONLY = "Content-Security-Policy-Report-Only"
COEP = "Cross-Origin-Embedder-Policy"
COOP = "Cross-Origin-Opener-Policy"
CORP = "Cross-Origin-Resource-Policy"
ALLOW_ORIGIN = "Access-Control-Allow-Origin"
REFERRER = "Referrer-Policy"
HSTS = "Strict-Transport-Security"
SNIFFING = "X-Content-Type-Options"
FRAMES = "X-Frame-Options"
FIELDS = (
    CSP,
    REPORT_ONLY,
    COEP,
    COOP,
    ALLOW_ORIGIN,
    REFERRER,
    HSTS,
    SNIFFING,
    FRAMES,
    CORP,
)
"""All that is looked at."""

_HTML = frozenset({"text/html", "application/xhtml+xml"})
_YEAR = "max-age=31536000"

# For answers that are data, and for pages: OWASP's
_CSP_OF_DATA = "default-src 'none'; frame-ancestors 'none'"
_CSP_OF_PAGES = (
    "default-src 'self'; form-action 'self'; base-uri 'self'; object-src 'none';"
    " frame-ancestors 'none'; upgrade-insecure-requests"
)


@dataclass(frozen=True, slots=True)
class GradedResponse:
    """What is graded; without a media type, no Content-Type is known."""

    fields: SentFields
    cookies: tuple[CookieUse, ...]
    media_type: str | None

    def sent(self, name: str) -> Sent:
        return field(self.fields, name)

    @property
    def page(self) -> bool:
        """Whether browsers show it as a page."""
        return self.media_type is not None and _essence(self.media_type) in _HTML


def _alone(
    name: str,
    judge: Callable[[str | None], Result],
    better: str,
    response: GradedResponse,
) -> Outcome:
    """The test of one field by itself; `better` is what to send where it costs points."""
    result = response.sent(name).worst(judge)
    return Outcome(name.lower(), result, "", _header(result, name, better))


def _header(result: Result, name: str, value: str) -> tuple[Addition, ...]:
    return (Addition(name, value),) if result.modifier < 0 else ()


def _verdict(response: GradedResponse) -> csp.Verdict:
    """The worst that the policy may be, with the place of that."""
    only = response.sent(REPORT_ONLY)
    judge = partial(csp.judged, report_only=bool(only.value) or only.unknown)
    sent = response.sent(CSP)
    if sent.unknown:
        return csp.Verdict(results.AT_RUN_TIME)
    found = map(judge, sent.values or (None,))
    return min(found, key=lambda verdict: verdict.result.modifier)


def _policy(response: GradedResponse) -> Outcome:
    verdict = _verdict(response)
    better = mended(response.sent(CSP).value or "")
    if better is None:
        better = _CSP_OF_PAGES if response.page else _CSP_OF_DATA
    line = Addition(CSP, better, written=nonced(better))
    added = (line,) if verdict.result.modifier < 0 else ()
    return Outcome("content-security-policy", verdict.result, verdict.about, added)


def _cookies(response: GradedResponse) -> Outcome:
    enforced = response.sent(HSTS).worst(policies.transport_security).passes
    result, keys = cookies.judged(response.cookies, enforced=enforced)
    added = tuple(cookies.additions(response.cookies)) if result.modifier < 0 else ()
    return Outcome("cookies", result, keys, added)


def _transport(response: GradedResponse) -> Outcome:
    sent = response.sent(HSTS)
    result = sent.worst(policies.transport_security)
    added = _header(result, HSTS, _longer(sent.value))
    return Outcome("strict-transport-security", result, "", added)


def _longer(value: str | None) -> str:
    """A year, for whatever it was for: whether sub-domains can do with TLS alone, authors know."""
    parts = [part.strip() for part in (value or "").split(";")]
    kept = [part for part in parts if part.lower() in ("includesubdomains", "preload")]
    return "; ".join((_YEAR, *kept))


def _frames(response: GradedResponse) -> Outcome:
    if _verdict(response).framed:
        return Outcome("x-frame-options", results.FRAMES_BY_CSP)
    result = response.sent(FRAMES).worst(policies.frames)
    return Outcome("x-frame-options", result, "", _header(result, FRAMES, "DENY"))


def _sharing(response: GradedResponse) -> Outcome:
    result = response.sent(ALLOW_ORIGIN).worst(policies.sharing)
    return Outcome("cross-origin-resource-sharing", result)


def _redirection(_: GradedResponse) -> Outcome:
    return Outcome("redirection", results.REDIRECTED)


def _scripts(response: GradedResponse) -> Outcome:
    if response.media_type is None:
        result = results.SCRIPTS_NONE
    else:
        result = results.SCRIPTS_OWN if response.page else results.SCRIPTS_NOT_HTML
    return Outcome("subresource-integrity", result)


def _essence(media_type: str) -> str:
    return parse_media_type(media_type).essence


TESTS: tuple[Callable[[GradedResponse], Outcome], ...] = (
    _policy,
    _cookies,
    partial(_alone, COEP, policies.embedder, "require-corp"),
    partial(_alone, COOP, policies.opener, "same-origin"),
    _sharing,
    _redirection,
    partial(_alone, REFERRER, policies.referrer, "strict-origin-when-cross-origin"),
    _transport,
    _scripts,
    partial(_alone, SNIFFING, policies.sniffing, "nosniff"),
    _frames,
    partial(_alone, CORP, policies.resource, "same-origin"),
)
"""In the observatory's order: each looks at a response."""
