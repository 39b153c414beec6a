"""Checks a policy that only reports (CSP3 3.2): what browsers skip in it, and who hears of it.

Goes in: the values of each directive of one policy. Comes out: findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from respgen.diagnostics import Finding
from respgen.rules import r6

_RECEIVERS = ("report-to", "report-uri")
_SKIPPED = {
    # CSP3 6.3.2: it applies to what is enforced alone
    "sandbox": "a page is put into a sandbox, or it is not",
    # Upgrade Insecure Requests 3: nothing is upgraded for a trial
    "upgrade-insecure-requests": "addresses are upgraded, or they are not",
}


def report_only_remarks(given: Mapping[str, tuple[str, ...]]) -> Iterator[Finding]:
    """Reports directives without effect, and a policy without a receiver."""
    for name, why in _SKIPPED.items():
        if name in given:
            message = f"browsers ignore {name} in a policy that only reports: {why}"
            advice = "remove it, or write it in Content-Security-Policy"
            yield Finding(r6.REPORT_ONLY, message, advice, (name,), at_key=True)
    if not any(each in given for each in _RECEIVERS):
        message = "the policy blocks nothing, and nobody receives its reports"
        advice = (
            "add report-to with the name of an endpoint, and send Reporting-Endpoints"
        )
        yield Finding(r6.UNREPORTED, message, advice)
