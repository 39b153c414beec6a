"""An audit as SARIF 2.1.0, which code scanning reads.

A result has fingerprints that stay when its line moves; what a baseline or a comment silences is
there, with the reason.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any

from respgen.audit.report import Result
from respgen.cli.reporters.audit.shown import Shown
from respgen.cli.reporters.sarif import log, physical, rule, tool
from respgen.cli.reporters.visible import encodable
from respgen.diagnostics import Severity

_FINGERPRINT = "respgen/v1"


def sarif(shown: Shown) -> str:
    """One log of one run; notes are results only where they are wanted."""
    results = sorted(
        (*shown.report.results, *shown.report.silenced),
        key=lambda each: (each.found.span, each.found.code, each.found.message),
    )
    listed = [
        each
        for each in results
        if shown.sites or each.found.severity is not Severity.NOTE
    ]
    codes = sorted({each.found.code for each in listed})
    rows = [_result(each, codes.index(each.found.code), shown) for each in listed]
    return log({**tool([*map(rule, codes)]), "results": rows})


def _result(one: Result, index: int, shown: Shown) -> dict[str, Any]:
    found = shown.diagnostic(one.found)
    row: dict[str, Any] = {
        "ruleId": found.code,
        "ruleIndex": index,
        "level": found.severity.value,
        "message": {"text": encodable(f"{found.message}\nhelp: {found.help}")},
        "locations": [{"physicalLocation": physical(found.span)}],
        "relatedLocations": [
            {
                "id": number,
                "physicalLocation": physical(shown.place(each.span)),
                "message": {"text": encodable(each.message)},
            }
            for number, each in enumerate(one.found.related, 1)
        ],
        "partialFingerprints": {_FINGERPRINT: fingerprint(one)},
        "suppressions": _suppressions(one),
    }
    if shown.report.compared:
        row["baselineState"] = "unchanged" if one.baseline else "new"
    return row


def fingerprint(one: Result) -> str:
    """What stays when lines move: path, code, the statement's text, and its number of the same."""
    own = one.identity
    parts = (own.path, own.code, own.digest, str(one.number))
    text = "\0".join(parts).encode(errors="surrogatepass")
    return blake2b(text, digest_size=16).hexdigest()


def _suppressions(one: Result) -> list[dict[str, Any]]:
    """Who silences the result: empty where nobody does, since others may be (section 3.27.23)."""
    if one.baseline:
        return [{"kind": "external", "justification": "on record in the baseline"}]
    if one.silenced is None:
        return []
    reason = encodable(one.silenced.reason)
    return [{"kind": "inSource"} | ({"justification": reason} if reason else {})]
