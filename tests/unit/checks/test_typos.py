"""R202 and R221 against what is really registered and really sent: likeness must not cry wolf."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.checks.typos import distance, meant_field, meant_media_type
from respgen.vocabulary.fields import LIST, REGISTERED, SINGLETON, UNREGISTERED
from respgen.vocabulary.media_types import KNOWN

MISSPELT = {
    "Accept-Range": "Accept-Ranges",
    "Acces-Control-Allow-Origin": "Access-Control-Allow-Origin",
    "Access-Control-Allow-Header": "Access-Control-Allow-Headers",
    "Cache-Controll": "Cache-Control",
    "Content-Desposition": "Content-Disposition",
    "Content-Securty-Policy": "Content-Security-Policy",
    "E-Tag": "ETag",
    "Expire": "Expires",
    "Last_Modified": "Last-Modified",
    "LastModified": "Last-Modified",
    "Locaton": "Location",
    "Permission-Policy": "Permissions-Policy",
    "Referer-Policy": "Referrer-Policy",
    "Strict-Transport-Securty": "Strict-Transport-Security",
    "X-Content-Type-Option": "X-Content-Type-Options",
    "X-Frame-Option": "X-Frame-Options",
}


@pytest.mark.parametrize(("name", "meant"), MISSPELT.items(), ids=MISSPELT)
def test_slips_are_found(name: str, meant: str) -> None:
    """A letter or a hyphen wrong in a registered name is a slip, in any case."""
    assert meant_field(name) == meant_field(name.upper()) == meant


# Sent by frameworks, gateways, platforms and libraries; none of them is registered.
IN_USE = """
    API-Supported-Versions Accept-Version Api-Version CF-Cache-Status CF-Ray Cache-Key Cache-Tag
    Ce-Id Ce-Source Ce-Specversion Ce-Type Checksum Correlation-ID Count Cursor DataServiceVersion
    Date-Created Docker-Content-Digest Docker-Distribution-Api-Version Edge-Control Event-Id
    HX-Location HX-Push-Url HX-Redirect HX-Refresh HX-Reswap HX-Retarget HX-Trigger Item-Count
    Length Location-Id MS-Author-Via Mcp-Session-Id Name Next Oci-Subject Offset Page Page-Size
    Pages Rate Region Request-Id Response-Time Retry-Count Server-Id Server-Name Server-Time
    Service-Name Session-Id Size State Status Stripe-Version Surrogate-Keys Tenant-Id Token Total
    Total-Count Trace-Id Turbo-Location Tus-Extension Tus-Max-Size Tus-Resumable Tus-Version Type
    Upload-Expires Upload-Length Upload-Metadata Upload-Offset Vercel-CDN-Cache-Control Version
    X-API-Key X-API-Version X-Accel-Buffering X-Accel-Redirect X-Amz-Request-Id X-Auth-Token
    X-B3-TraceId X-CSRF-Token X-Cache X-Cache-Hits X-Checksum X-Content-Duration X-Content-Type
    X-Correlation-ID X-ETag X-Forwarded-For X-Frame X-GitHub-Request-Id X-HTTP-Method-Override
    X-Host X-Hub-Signature X-Link X-Location X-Next-Page X-Page X-Per-Page X-Pingback X-Powered-By
    X-Process-Time X-Rate-Limit-Limit X-RateLimit-Limit X-RateLimit-Remaining X-RateLimit-Reset
    X-Real-IP X-Request-ID X-RequestID X-Response-Time X-Robots X-Runtime X-Sendfile X-Served-By
    X-Session-Id X-Signature X-Timer X-Total-Count X-Total-Pages X-Trace-Id X-UA-Compatible
    X-User-Id X-Version X-XSRF-TOKEN
"""


@pytest.mark.parametrize("name", IN_USE.split())
def test_a_name_of_ones_own_is_no_slip(name: str) -> None:
    """A name that projects really send is never taken for another."""
    assert meant_field(name) is None


def test_names_in_use_by_browsers_are_no_slips(mdn_field_names: set[str]) -> None:
    """No name of MDN's compatibility data draws the warning."""
    assert {name for name in mdn_field_names if meant_field(name)} == set()


LEFT_OUT = {
    "what only requests have": re.compile(
        "Sec-CH-.*|Sec-Browsing-Topics|Sec-Redemption-Record|Sec-Secure-Session-Id"
        "|Sec-Speculation-Tags|Sec-Private-State-Token-Crypto-Version"
        "|Attribution-Reporting-(?:Eligible|Support)|Secure-Session-(?:Response|Skipped)"
    ),
    "experiments of one browser that it gave up": re.compile(
        "Sec-Private-State-Token(?:-Lifetime)?"
        "|Attribution-Reporting-Register-(?:Source|Trigger)"
    ),
}
"""What our tables do not name, each with its reason."""


def test_names_in_use_by_browsers_are_known(mdn_field_names: set[str]) -> None:
    """Every name of MDN's compatibility data is in our tables, or left out on purpose."""
    known = REGISTERED.keys() | UNREGISTERED.keys()
    unknown = {name for name in mdn_field_names if name.lower() not in known}
    for name in unknown:
        assert any(reason.fullmatch(name) for reason in LEFT_OUT.values()), name
    assert mdn_field_names - unknown <= {*REGISTERED.values(), *UNREGISTERED.values()}


def test_tables_agree() -> None:
    """What has one value has no list, and every name is spelt in one of the two tables."""
    assert set() == SINGLETON & LIST
    known = REGISTERED.keys() | UNREGISTERED.keys()
    assert known >= SINGLETON | LIST
    assert set() == REGISTERED.keys() & UNREGISTERED.keys()


MEDIA_TYPES = {
    "application/jason": "application/json",
    "application/ocet-stream": "application/octet-stream",
    "application/yml": "application/yaml",
    "appliction/pdf": "application/pdf",
    "aplication/json": "application/json",
    "image/jpg": "image/jpeg",
    "text/event-steam": "text/event-stream",
    "text/htlm": "text/html",
    "text/plian": "text/plain",
}


@pytest.mark.parametrize(("essence", "meant"), MEDIA_TYPES.items(), ids=MEDIA_TYPES)
def test_slips_in_media_types_are_found(essence: str, meant: str) -> None:
    """One side misspelt and the other right is a slip."""
    assert meant_media_type(essence) == meant


OWN_TYPES = [
    "application/vnd.acme.jason",
    "application/x-json",
    "application/jason+json",
    "application/acme",
    "application/msgpack",
    "audio/x-wav",
    "text/json",
    "a/b",
    "json",
    "",
]


@pytest.mark.parametrize("essence", OWN_TYPES)
def test_a_type_of_ones_own_is_no_slip(essence: str) -> None:
    """Vendors' and private trees and structured suffixes are never taken for another type."""
    assert meant_media_type(essence) is None


def test_no_type_in_use_is_a_slip(mime_db: set[str]) -> None:
    """No type of the registry, nor one that servers are configured with, draws the warning."""
    assert {name for name in mime_db if meant_media_type(name)} == set()


# Unregistered, or younger than the data
IN_WIDE_USE = """
    application/dns-json application/graphql-response+json application/hal+json
    application/jsonl application/msgpack application/ndjson application/openapi+json
    application/openapi+yaml application/openmetrics-text application/schema+json
    application/sparql-results+json text/event-stream
"""


def test_known_types_are_real(mime_db: set[str]) -> None:
    """The table has no name that nobody else knows, or it would teach mistakes."""
    assert KNOWN - mime_db == set(IN_WIDE_USE.split())


@given(st.text("ab-", max_size=6), st.text("ab-", max_size=6))
def test_distance_is_symmetric_and_bounded(word: str, other: str) -> None:
    """Slips one way are slips the other way, none for the same word, and never more than letters."""
    steps = distance(word, other)
    assert steps == distance(other, word)
    assert (steps == 0) == (word == other)
    assert abs(len(word) - len(other)) <= steps <= max(len(word), len(other))


def test_swapped_letters_are_one_slip() -> None:
    """Fingers swap neighbours; that counts once."""
    assert distance("htlm", "html") == 1
