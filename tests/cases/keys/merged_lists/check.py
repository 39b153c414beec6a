"""merge: true adds to a part that is a list, and replaces one that is a single value."""

from case_merged_lists.api import Child, Opened, Page


def _directives(policy: str) -> dict[str, str]:
    """The sources by their directives."""
    return dict(part.split(" ", 1) for part in policy.split("; "))


def test_sources() -> None:
    """Each source once, inherited ones first; 'none' gives way, or is all that is left."""
    assert _directives(Page("").headers["content-security-policy"]) == {
        "default-src": "'self'",
        "script-src": "'self' https://cdn.example",
        "object-src": "'self'",
        "style-src": "'none'",
        "sandbox": "allow-forms allow-scripts",
        "report-to": "second",
        "frame-ancestors": "'self'",
        "img-src": "'self' data:",
        "frame-src": "'none'",
    }


def test_origins() -> None:
    """The empty allowlist gives way, or is all that is left; * allows every origin."""
    assert Page("").headers["permissions-policy"] == (
        'geolocation=(self "https://a.example"), camera=(self), microphone=*, usb=(), hid=(self)'
    )


def test_names() -> None:
    """Names of headers are added to names; an age, or a directive without names, is replaced."""
    sent = Page("").headers
    assert sent["cache-control"] == (
        'private="Set-Cookie, X-Foo", no-cache="X-Bar", max-age=7200'
    )
    assert sent["nel"] == (
        '{"report_to":"first","max_age":86400,"request_headers":["A","B"]}'
    )


def test_again() -> None:
    """A child adds to what its parent has merged."""
    sent = Child("").headers
    policy = _directives(sent["content-security-policy"])
    assert policy["script-src"] == "'self' https://cdn.example https://b.example"
    assert policy["img-src"] == "'self' data: blob:"
    assert "usb=(self)" in sent["permissions-policy"]


def test_nonce() -> None:
    """A nonce is added as a source is."""
    policy = Opened("", nonce="abc").headers["content-security-policy"]
    assert _directives(policy) == {
        "script-src": "'nonce-abc'",
        "style-src": "'self'",
        "img-src": "'self'",
    }
