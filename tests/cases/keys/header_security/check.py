"""Security headers in their own forms: mappings and lists become canonical text."""

from base64 import b64encode
from hashlib import sha256

import pytest
from case_header_security.api import Empty, Mapped, Scripted, Written

SNIPPET = b64encode(sha256(b"body { margin: 0 }").digest()).decode()
POLICY = (
    "default-src 'self'; img-src 'self' https://images.example data:; object-src 'none';"
    " sandbox allow-scripts allow-forms; report-to default; upgrade-insecure-requests;"
    f" style-src 'self' 'sha256-{SNIPPET}'"
)
MAPPED = {
    "strict-transport-security": "max-age=63072000; includeSubDomains; preload",
    "content-security-policy": POLICY,
    "permissions-policy": (
        'camera=(), fullscreen=*, geolocation=(self "https://maps.example"),'
        ' microphone=(self);report-to="default"'
    ),
    "referrer-policy": "no-referrer, strict-origin-when-cross-origin",
    "clear-site-data": '"cache", "cookies"',
    "reporting-endpoints": 'default="https://reports.example/all", csp="/reports/csp"',
    "nel": '{"report_to":"default","max_age":2592000,"success_fraction":0.05}',
    "access-control-allow-methods": "GET, PUT",
    "access-control-allow-headers": "Content-Type, X-Request-ID",
    "access-control-expose-headers": "ETag",
    "access-control-max-age": "86400",
}
WRITTEN = {
    "content-security-policy": "default-src 'self'; img-src *",
    "permissions-policy": "camera=(), fullscreen=*",
    "referrer-policy": "no-referrer",
    "clear-site-data": '"cache", "cookies"',
    "cross-origin-opener-policy": 'same-origin;report-to="default"',
    "cross-origin-resource-policy": "same-origin",
    "origin-agent-cluster": "?1",
    "x-frame-options": "DENY",
    "access-control-allow-origin": "https://app.example",
    "access-control-allow-methods": "GET, PUT",
}


def mappings_and_lists_become_text() -> None:
    assert MAPPED.items() <= dict(Mapped("").headers).items()


def text_becomes_canonical() -> None:
    assert WRITTEN.items() <= dict(Written("").headers).items()


def a_nonce_is_an_argument() -> None:
    """One for all places; where the directive was silent, what it fell back to stays allowed."""
    page = Scripted("<p>", nonce="YWJj")
    assert page.headers["content-security-policy"] == (
        "default-src 'self'; script-src 'self' 'nonce-YWJj'; style-src 'self' 'nonce-YWJj'"
    )


def a_nonce_is_nothing_else() -> None:
    for text in ("", "a b", "'; script-src *", "a\r\nb"):
        with pytest.raises(ValueError, match="nonce"):
            Scripted("", nonce=text)


def an_empty_form_sends_nothing() -> None:
    assert {*Empty("").headers} == {"content-length", "content-type"}
