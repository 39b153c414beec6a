"""What the observatory says of Content-Security-Policy, case by case as its documentation and own tests have it."""

from __future__ import annotations

import pytest

from respgen.grade import results
from respgen.grade.csp import judged
from respgen.grade.csp_mending import mended, nonced
from respgen.grade.csp_policies import observed
from respgen.grade.results import Result

_HASH = "'sha256-hqBEA/HXB3aJU2FgOnYN8rkAgEVgyfi3Vs1j2/XMPBA='"

TABLE: dict[Result, tuple[str, ...]] = {
    results.CSP_INVALID: (
        "",
        "  ",
        "defa",
        "default-src 'none',",
        "default-src 'none'; default-src 'none'",
        "default-src 'none'; img-src 'self'; Default-Src 'none'",
        "default-src 'none'; script-src 'strict-dynamic'",
        "default-src 'strict-dynamic'",
    ),
    results.CSP_UNSAFE: (
        "script-src 'unsafe-inline'",
        "default-src 'UNSAFE-INLINE'",
        "script-src data:",
        "script-src https: https://shop.example",
        "default-src 'none'; script-src *",
        "default-src 'none'; script-src https://*",
        "default-src *; script-src 'none'",
        "default-src 'none'; script-src 'none'; object-src *",
        "object-src https:; script-src 'none'",
        "script-src 'none'",
        "object-src 'none'",
        "upgrade-insecure-requests",
        "frame-ancestors 'none'",
        "default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval' http:",
    ),
    results.CSP_INSECURE: (
        "default-src http://shop.example",
        "default-src 'none'; script-src http://shop.example",
        "default-src 'none'; script-src ftp://shop.example",
        "default-src 'none'; connect-src http:",
        "default-src 'none'; report-uri http://shop.example/reports",
    ),
    results.CSP_EVAL: (
        "default-src 'none'; script-src 'unsafe-eval'",
        "default-src 'none'; style-src 'unsafe-eval'",
    ),
    results.CSP_INSECURE_MEDIA: (
        "default-src 'none'; img-src http://shop.example",
        "default-src 'self'; img-src ftp:",
        "default-src 'none'; media-src http: https:; style-src 'unsafe-inline'",
    ),
    results.CSP_UNSAFE_STYLES: (
        "object-src 'none'; script-src 'none'",
        "object-src 'none'; script-src 'none'; style-src 'unsafe-inline'",
        "default-src 'unsafe-inline'; script-src https://shop.example",
        "default-src 'none';;; ;;;style-src 'self' 'unsafe-inline'",
        "default-src 'none'; style-src data:",
        "default-src 'none'; style-src https:",
        f"default-src 'none'; style-src *; script-src {_HASH} 'unsafe-inline'",
    ),
    results.CSP_SAFE: (
        "default-src https://shop.example",
        "default-src 'self'; script-src 'none'",
        "object-src 'none'; script-src 'self'; style-src 'self'; upgrade-insecure-requests;",
        "object-src 'none'; script-src 'strict-dynamic' 'nonce-a' 'unsafe-inline'; style-src 'none'",
        f"object-src 'none'; style-src 'self'; script-src 'unsafe-inline' {_HASH}",
        f"default-src 'self'; style-src 'unsafe-inline' {_HASH}",
        "default-src 'strict-dynamic' 'nonce-a' http: https: 'self'",
    ),
    results.CSP_NONE_BY_DEFAULT: (
        "default-src",
        "default-src 'none'",
        "DEFAULT-SRC 'NONE'",
        "default-src 'none'; object-src https://shop.example",
        "default-src 'none'; script-src 'strict-dynamic' 'nonce-a' 'unsafe-inline'",
        "default-src 'none'; script-src 'strict-dynamic' 'sha256-abc123' https://*",
        "default-src https:, default-src http:",
        "img-src 'none', default-src 'none'",
    ),
    results.CSP_REPEATED: (
        "default-src 'none'; report-uri /a; report-uri /b",
        "default-src 'self'; report-to a; report-to b",
    ),
}


@pytest.mark.parametrize(
    ("text", "result"),
    [
        pytest.param(text, result, id=f"{result.name}: {text}")
        for result, texts in TABLE.items()
        for text in texts
    ],
)
def test_results(text: str, result: Result) -> None:
    """The first check that finds something decides."""
    assert judged(text).result == result


@pytest.mark.parametrize(
    ("report_only", "result"),
    [(False, results.CSP_ABSENT), (True, results.CSP_REPORT_ONLY)],
    ids=["nothing", "report only"],
)
def test_absent(report_only: bool, result: Result) -> None:
    """A policy that only reports is none."""
    assert judged(None, report_only=report_only).result == result


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("script-src data:; object-src 'none'", "script-src data:"),
        ("script-src 'self'", "no object-src, and no default-src"),
        ("default-src 'self' 'unsafe-eval'", "default-src 'unsafe-eval'"),
        ("default-src 'none'; img-src http:", "img-src http:"),
        ("default-src 'none'; default-src 'self'", "default-src twice"),
    ],
)
def test_about(text: str, about: str) -> None:
    """What is found is told with its place."""
    assert judged(text).about == about


@pytest.mark.parametrize(
    ("text", "framed"),
    [
        ("default-src 'none'; frame-ancestors 'none'", True),
        ("frame-ancestors *", True),
        ("default-src 'none'", False),
        ("frame-ancestors 'none'; frame-ancestors 'none'", False),
    ],
)
def test_framed(text: str, framed: bool) -> None:
    """Any frame-ancestors counts, in a policy that can be read."""
    assert judged(text).framed == framed


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("default-src https://a.example, default-src https://b.example", {"'none'"}),
        ("default-src 'self' https://a.example, default-src 'self'", {"'self'"}),
        (
            "default-src https://a.example/x/, default-src https://a.example/x/y/",
            {"https://a.example/x/y/"},
        ),
        (
            "default-src https://a.example/x/y/, default-src https://a.example/x/",
            {"https://a.example/x/y/"},
        ),
        (
            "default-src https://a.example/x, default-src https://a.example/xy",
            {"'none'"},
        ),
    ],
)
def test_several_policies(text: str, left: set[str]) -> None:
    """Of several policies a source must stand in all, or stand below a path of the other."""
    assert set(observed(text).policy["default-src"]) == left


@pytest.mark.parametrize(
    ("text", "better"),
    [
        (
            "script-src 'unsafe-inline' https://cdn.example",
            "script-src https://cdn.example; object-src 'none'",
        ),
        ("default-src *", "default-src 'self'"),
        (
            "default-src 'self' data:; script-src 'unsafe-eval' 'nonce-Ab1'",
            "default-src 'self' data:; script-src 'nonce-Ab1'",
        ),
        (
            "default-src 'self'; img-src http://images.example http:",
            "default-src 'self'; img-src https://images.example https:",
        ),
        (
            "object-src http:; script-src 'strict-dynamic'",
            "object-src 'none'; script-src 'self'",
        ),
        ("default-src 'none'; default-src 'self'", None),
        ("default-src http:, default-src *", None),
    ],
)
def test_mended(text: str, better: str | None) -> None:
    """What costs points goes, the rest stays as written; what cannot be read is not mended."""
    assert mended(text) == better


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("default-src 'none'", ""),
        (
            "script-src 'strict-dynamic' 'nonce-{nonce}'; style-src 'nonce-{nonce}'; sandbox",
            """{script-src: ["'strict-dynamic'"], style-src: [], sandbox: true,"""
            " nonce: [script-src, style-src]}",
        ),
    ],
)
def test_nonced(text: str, written: str) -> None:
    """A policy with a nonce of its own in each response is written as a mapping."""
    assert nonced(text) == written
