"""What the observatory says of the other fields, case by case as its documentation and own tests have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from respgen.grade import policies, results
from respgen.grade.results import Result

Judge = Callable[[str | None], Result]

TABLE: dict[Judge, dict[Result, tuple[str | None, ...]]] = {
    policies.transport_security: {
        results.HSTS_ABSENT: (None,),
        results.HSTS_INVALID: (
            "",
            "includeSubDomains; preload",
            "max-age=31536000, max-age=31536000",
        ),
        results.HSTS_SHORT: ("max-age=0", "max-age=86400", "max-age=15551999"),
        results.HSTS_LONG: (
            "max-age=15552000",
            "MAX-AGE=63072000; includeSubDomains; preload",
            "includeSubDomains;max-age=63072000",
        ),
    },
    policies.referrer: {
        results.REFERRER_ABSENT: (None,),
        results.REFERRER_INVALID: ("", "whimsy", "whimsy, whimsy1"),
        results.REFERRER_PRIVATE: (
            "no-referrer",
            "same-origin",
            "STRICT-ORIGIN",
            "strict-origin-when-cross-origin",
            "unsafe-url, no-referrer",
            "no-referrer, whimsy",
        ),
        results.REFERRER_UNSAFE: (
            "origin",
            "origin-when-cross-origin",
            "unsafe-url",
            "no-referrer-when-downgrade",
            "no-referrer, unsafe-url",
        ),
    },
    policies.sniffing: {
        results.NOSNIFF_ABSENT: (None, ""),
        results.NOSNIFF_INVALID: ("whimsy", "nosniff, nosniff"),
        results.NOSNIFF: ("nosniff", "NoSniff", "nosniff "),
    },
    policies.frames: {
        results.FRAMES_ABSENT: (None, ""),
        results.FRAMES_INVALID: ("whimsy", "SAMEORIGIN, SAMEORIGIN"),
        results.FRAMES_FROM: ("ALLOW-FROM https://shop.example",),
        results.FRAMES_REFUSED: ("DENY", "deny", "SAMEORIGIN"),
    },
    policies.resource: {
        results.CORP_ABSENT: (None, ""),
        results.CORP_INVALID: ("whimsy", "same-origin, cross-origin"),
        results.CORP_SAME_ORIGIN: ("same-origin", "Same-Origin"),
        results.CORP_SAME_SITE: ("same-site",),
        results.CORP_CROSS_ORIGIN: ("cross-origin",),
    },
    policies.embedder: {
        results.COEP_ABSENT: (None, ""),
        results.COEP_INVALID: (
            "whimsy",
            '"require-corp"',
            "Require-Corp",
            "require-corp; report-to=coep endpoint",
            "require-corp, unsafe-none",
        ),
        results.COEP_REQUIRE: (
            "require-corp",
            'require-corp; report-to="coep"',
            "require-corp; report-to",
        ),
        results.COEP_CREDENTIALLESS: ("credentialless",),
        results.COEP_UNSAFE: ("unsafe-none",),
    },
    policies.opener: {
        results.COOP_ABSENT: (None, ""),
        results.COOP_INVALID: ("whimsy", '"same-origin"', "SAME-ORIGIN", "a, b"),
        results.COOP_SAME: ("same-origin", 'same-origin; report-to="coop"'),
        results.COOP_POPUPS: ("same-origin-allow-popups",),
        results.COOP_NO_OPENER: ("noopener-allow-popups",),
        results.COOP_UNSAFE: ("unsafe-none",),
    },
    policies.sharing: {
        results.CORS_ABSENT: (None, ""),
        results.CORS_PUBLIC: ("*",),
        results.CORS_RESTRICTED: ("https://shop.example", "null"),
    },
}


@pytest.mark.parametrize(
    ("judge", "value", "result"),
    [
        pytest.param(judge, value, result, id=f"{judge.__name__}: {value}")
        for judge, rows in TABLE.items()
        for result, values in rows.items()
        for value in values
    ],
)
def test_results(judge: Judge, value: str | None, result: Result) -> None:
    """A field's value has the result that the observatory has for it."""
    assert judge(value) == result
