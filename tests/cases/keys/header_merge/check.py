"""A mapping with merge changes the inherited constant part by part, and leaves the rest of it."""

import pytest
from case_header_merge.api import Child, Metric, Page, Text

MERGED = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self' 'nonce-abc'; img-src 'self' data:; font-src 'self';"
        " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "strict-transport-security": "max-age=31536000; includeSubDomains",
    "cache-control": "max-age=60",
    "permissions-policy": "geolocation=(), microphone=(), payment=(), usb=(), hid=()",
    "vary": "accept, Cookie",
    "link": '</a>; rel="next", </b>; rel="prev"',
    "server-timing": "db;dur=4, cache, app",
    "reporting-endpoints": 'default="https://reports.example/all", csp="/reports"',
    "nel": '{"report_to":"default","max_age":172800}',
    "ratelimit-policy": '"burst";q=10;w=1',
    "www-authenticate": 'Bearer realm="shop", Basic realm="shop"',
    "clear-site-data": '"cache", "cookies"',
    "access-control-allow-methods": "GET, PUT",
}


def test_merged() -> None:
    """Lists grow, single values are replaced, null and false remove a part."""
    sent = Page("", nonce="abc").headers
    assert {name: sent[name] for name in MERGED} == MERGED


def test_nothing_left() -> None:
    """A constant that loses its last part is not sent."""
    assert "repr-digest" not in Page("", nonce="abc").headers


def test_child() -> None:
    """The nonce of the parent stays, a new directive comes last, a policy of its own counts."""
    sent = Child("", nonce="abc").headers
    policy = sent["content-security-policy"]
    digest = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    assert "script-src 'self' 'nonce-abc'" in policy
    assert "font-src 'self' https://fonts.example" in policy
    assert policy.endswith(f"style-src {digest}")
    assert sent["vary"] == "accept, Cookie, Origin"
    assert sent["cache-control"] == "max-age=5"
    with pytest.raises(ValueError, match="vary"):
        Child("", nonce="abc", headers={"Vary": "x"})


def test_text() -> None:
    """Text merges as a mapping does; merge: false replaces the whole, even by something weaker."""
    sent = Text(None).headers
    assert sent["content-security-policy"] == (
        "default-src 'none'; frame-ancestors 'self'; sandbox"
    )
    assert sent["cross-origin-resource-policy"] == "cross-origin"


def test_names() -> None:
    """Where an author chooses names, merge is one unless it is true or false."""
    sent = Metric(None).headers
    assert sent["server-timing"] == "merge;dur=1"
    assert sent["reporting-endpoints"] == 'merge="/reports"'
