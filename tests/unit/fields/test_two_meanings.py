"""Values whose slip could be undone in two ways, or into the opposite: nothing is guessed."""

from __future__ import annotations

from json import dumps

import pytest
from judged import found, mended

CACHING, TRANSPORT = "Cache-Control", "Strict-Transport-Security"
AGE, RETRY = "Access-Control-Max-Age", "Retry-After"
DIGITS = "write the seconds of max-age in digits"
SECONDS = "write seconds in digits"
MEMBER = "write a whole number of seconds, 0 or more"
NEITHER = "remove it, or write a directive of RFC 9111"
SPLIT = "write numbers without commas"

POINTED = {
    "thousands or a fraction": (CACHING, "max-age=1.000", DIGITS),
    "millions": (TRANSPORT, "max-age=31.536.000", DIGITS),
    "thousands, elsewhere": (AGE, "1.000", SECONDS),
    "thousands to wait": (RETRY, "1.000", f"{SECONDS}, or a date"),
    "two numbers": (CACHING, "max-age=600, 300", SPLIT),
    "more numbers": (CACHING, "max-age=600, 300, 300", SPLIT),
    "months or minutes": (CACHING, "public, max-age=1M", DIGITS),
    "months of TLS": (TRANSPORT, "max-age=6M", DIGITS),
    "months to wait": (RETRY, "1M", f"{SECONDS}, or a date"),
    "months with a space": (RETRY, "2 M", f"{SECONDS}, or a date"),
    "months of preflights": (AGE, "2 M", SECONDS),
    "months of age": ("Age", "2M", SECONDS),
    "months of reports": ("NEL", '{"report_to":"a","max_age":"1M"}', MEMBER),
    "private is off": (CACHING, "private=no", "remove private"),
    "no-cache is off": (CACHING, "no-cache=false, max-age=5", "remove no-cache"),
    "no-cache is 0": (CACHING, 'no-cache="0"', "remove no-cache"),
    "no-store is off": (CACHING, "no-store=false", "remove no-store"),
    "public is off": (CACHING, "public=False, max-age=5", "remove public"),
    "preload is off": (TRANSPORT, "max-age=63072000; includeSubDomains; preload=0", "remove preload"),
    "subdomains are off": (
        TRANSPORT,
        "max-age=63072000; includeSubDomains=no",
        "remove includeSubDomains",
    ),
    "to be stored": (CACHING, "store", "remove it: caches may do so without it"),
    "to be cached": (CACHING, "cache", "remove it: caches may do so without it"),
    "cached, with a value": (CACHING, "cache=false", NEITHER),
    "not private": (CACHING, "no-private", NEITHER),
    "not public": (CACHING, "non-public", NEITHER),
    "for the list, and off": (
        TRANSPORT,
        "max-age=0; includeSubDomains; preload",
        "remove preload",
    ),
    "expired, or for ever": ("Expires", "now", "write 0: it has already expired"),
    "expired since 1970": ("Expires", "epoch", "write 0: it has already expired"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "advice"), POINTED.values(), ids=POINTED)
def test_help_points_where_nobody_knows(name: str, text: str, advice: str) -> None:
    """There is no fix, and help has no value of one of the meanings."""
    headers = f"{{{name}: {dumps(text)}}}"
    (problem,) = (each for each in found(headers) if each.severity == "error")
    assert problem.help == advice
    assert problem.fix is None


MENDED = {
    "commas in a number": (CACHING, "max-age=1,000,000, public", "max-age=1000000, public"),
    "a comma in the last one": (CACHING, "max-age=86,400", "max-age=86400"),
    "a comma, and semicolons": (CACHING, "max-age=86,400; public", "max-age=86400, public"),
    "minutes after hours": (RETRY, "1H 30M", "90m"),
    "minutes by ISO 8601": (CACHING, "max-age=PT1M", "max-age=60"),
    "a fraction of nothing": (CACHING, "max-age=10.0", "max-age=10"),
    "private is on": (CACHING, "private=true", "private"),
    "private is 1": (CACHING, "private=1, max-age=5", "private, max-age=5"),
    "no-cache is on": (CACHING, "no-cache=yes", "no-cache"),
    "subdomains are on": (
        TRANSPORT, "max-age=63072000; includeSubDomains=true", "max-age=63072000; includeSubDomains"
    ),
    "a bar": (CACHING, "no-store|no-cache", "no-store, no-cache"),
    "a slash": (CACHING, "private / max-age=5", "private, max-age=5"),
    "names without quotes": (
        CACHING, "no-cache=Set-Cookie, Authorization", 'no-cache="Set-Cookie, Authorization"'
    ),
    "names, then directives": (
        CACHING, "private=X-A, Age, max-age=5", 'private="X-A, Age", max-age=5'
    ),
    "long expired": ("Expires", "-1", "0"),
    "seconds since 1970": ("Sunset", "@1688169599", "Fri, 30 Jun 2023 23:59:59 GMT"),
    "their digits": ("Last-Modified", "1688169599", "Fri, 30 Jun 2023 23:59:59 GMT"),
}  # fmt: skip


@pytest.mark.parametrize(("name", "text", "after"), MENDED.values(), ids=MENDED)
def test_one_meaning_is_a_fix(name: str, text: str, after: str) -> None:
    made = mended(f"{{{name}: {dumps(text)}}}") or ""
    assert made.replace("'", "").startswith(f'{{{name}: "{after}"')


@pytest.mark.parametrize("key", ["store", "cache", "no_private"])
def test_no_key_is_taken_for_its_opposite(key: str) -> None:
    (problem,) = found(f"{{Cache-Control: {{{key}: true}}}}")
    assert problem.help == NEITHER


def test_a_directive_is_no_header_name() -> None:
    """Public was a header of HTTP/1.1, and is registered."""
    (problem,) = found('{Cache-Control: "private=Set-Cookie, public"}')
    assert problem.code == "R405"


@pytest.mark.parametrize(
    ("caching", "expected"),
    [
        ("", ["R628"]),
        ("Cache-Control: no-cache, ", ["R628"]),
        ('Cache-Control: "no-store, max-age=0", ', []),
        ("Cache-Control: {type: cache_control}, ", []),
    ],
)
def test_pragma_next_to_no_store(caching: str, expected: list[str]) -> None:
    """Responses with tokens must have both (RFC 6749 5.1)."""
    headers = f"{{{caching}Pragma: no-cache}}"
    assert [each.code for each in found(headers)] == expected
