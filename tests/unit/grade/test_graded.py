"""What is graded of a response: what is known of it before run time."""

from __future__ import annotations

import pytest

from respgen.grade import Report, graded, graded_response, results
from respgen.grade.results import AT_RUN_TIME, Result
from respgen.specs import (
    Argument,
    Fill,
    HeaderSpec,
    ImportPath,
    Pattern,
    Read,
    Template,
    ValueType,
)
from tests.support.headers import header
from tests.unit.checks.specimens import (
    constant,
    cookie,
    parameter,
    response,
    use,
)

FRAMES = "X-Frame-Options"
GOOD = (
    constant("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
    constant("Strict-Transport-Security", "max-age=63072000; includeSubDomains"),
    constant("X-Content-Type-Options", "nosniff"),
)
ISOLATED = (
    constant("Cross-Origin-Embedder-Policy", "require-corp"),
    constant("Cross-Origin-Opener-Policy", "same-origin"),
    constant("Cross-Origin-Resource-Policy", "same-origin"),
    constant("Referrer-Policy", "no-referrer"),
)
MINIMUM = [
    "Content-Security-Policy",
    "Strict-Transport-Security",
    "X-Content-Type-Options",
]


def source(name: str, word: str = "str", values: tuple[str, ...] = ()) -> HeaderSpec:
    path = ImportPath("shop.settings", "value")
    return header(name, Read(path), ValueType(word, None, values))


def template(
    name: str,
    texts: tuple[str, ...],
    parameters: tuple[str, ...],
    fill: Fill = "text",
    optional: tuple[str, ...] = (),
) -> HeaderSpec:
    origin = Template(Pattern(texts, parameters), fill, optional)
    return header(name, origin, ValueType("str"))


def result(report: Report, test: str) -> Result:
    (found,) = (each.result for each in report.outcomes if each.test == test)
    return found


def test_all_tests() -> None:
    """Twelve tests, in the observatory's order."""
    assert [outcome.test for outcome in graded(()).outcomes] == [
        "content-security-policy",
        "cookies",
        "cross-origin-embedder-policy",
        "cross-origin-opener-policy",
        "cross-origin-resource-sharing",
        "redirection",
        "referrer-policy",
        "strict-transport-security",
        "subresource-integrity",
        "x-content-type-options",
        "x-frame-options",
        "cross-origin-resource-policy",
    ]


@pytest.mark.parametrize(
    ("headers", "score", "grade"),
    [
        pytest.param((), 30, "D", id="nothing"),
        pytest.param(GOOD[:1], 75, "B", id="a policy"),
        pytest.param(GOOD[:2], 110, "A+", id="a policy and TLS"),
        pytest.param(GOOD, 115, "A+", id="all that costs points"),
        pytest.param((*GOOD, *ISOLATED), 150, "A+", id="all that there is"),
        pytest.param((*GOOD[1:], *ISOLATED), 55, "C", id="bonuses that do not count"),
    ],
)
def test_score(headers: tuple[HeaderSpec, ...], score: int, grade: str) -> None:
    """What is missing costs points; what is more earns some, from 90 on."""
    report = graded(headers)
    assert (report.score, report.grade) == (score, grade)


def test_cookies_are_graded_with_their_transport() -> None:
    """A cookie that is not Secure costs less where HSTS keeps the site on TLS."""
    loose = [use(cookie(secure=False))]
    assert result(graded((), loose), "cookies") == results.COOKIES_INSECURE
    assert result(graded(GOOD, loose), "cookies") == results.COOKIES_BEHIND_HSTS


@pytest.mark.parametrize(
    ("header", "found"),
    [
        pytest.param(parameter(FRAMES), results.FRAMES_ABSENT, id="optional"),
        pytest.param(
            parameter(FRAMES, default="DENY"), results.FRAMES_REFUSED, id="default"
        ),
        pytest.param(parameter(FRAMES, required=True), AT_RUN_TIME, id="required"),
        pytest.param(
            parameter(
                FRAMES, word="enum", values=("DENY", "SAMEORIGIN"), required=True
            ),
            results.FRAMES_REFUSED,
            id="enum",
        ),
        pytest.param(
            parameter(FRAMES, word="enum", values=("DENY", "x"), required=True),
            results.FRAMES_INVALID,
            id="enum with a bad value",
        ),
        pytest.param(
            template(FRAMES, ("", ""), ("frames",)), AT_RUN_TIME, id="template"
        ),
        pytest.param(
            template(FRAMES, ("", ""), ("frames",), optional=("frames",)),
            results.FRAMES_ABSENT,
            id="template of an argument",
        ),
        pytest.param(
            source(FRAMES, word="enum", values=("DENY", "x")),
            results.FRAMES_INVALID,
            id="enum that is read",
        ),
        pytest.param(source(FRAMES), AT_RUN_TIME, id="read"),
        pytest.param(
            parameter(FRAMES, word="list[str]", default=()),
            results.FRAMES_ABSENT,
            id="empty list",
        ),
    ],
)
def test_arguments(header: HeaderSpec, found: Result) -> None:
    """An argument is its default, or the worst of its values; unknown where it is required; else absent."""
    report = graded([header])
    assert result(report, "x-frame-options") == found
    assert [note.split()[0] for note in report.notes] == [FRAMES]


def test_a_nonce() -> None:
    """A policy is known but for its nonce."""
    texts = ("default-src 'none'; script-src 'strict-dynamic' 'nonce-", "'")
    policy = template("Content-Security-Policy", texts, ("nonce",), fill="nonce")
    found = result(graded([policy]), "content-security-policy")
    assert found == results.CSP_NONE_BY_DEFAULT


def test_a_policy_of_run_time() -> None:
    """Nothing is known of a policy that callers must give, not even whether it has frame-ancestors."""
    report = graded([parameter("Content-Security-Policy", required=True)])
    assert result(report, "content-security-policy") == AT_RUN_TIME
    assert result(report, "x-frame-options") == results.FRAMES_ABSENT


@pytest.mark.parametrize(
    ("media_type", "found", "policy"),
    [
        ("text/html", results.SCRIPTS_OWN, "default-src 'self'"),
        (
            "application/xhtml+xml; charset=utf-8",
            results.SCRIPTS_OWN,
            "default-src 'self'",
        ),
        ("application/json", results.SCRIPTS_NOT_HTML, "default-src 'none'"),
        (None, results.SCRIPTS_NONE, "default-src 'none'"),
    ],
)
def test_pages(media_type: str | None, found: Result, policy: str) -> None:
    """A page has scripts, and a policy that lets its own files load."""
    report = graded((), (), media_type)
    assert result(report, "subresource-integrity") == found
    assert str(report.additions[0].value).startswith(policy)


@pytest.mark.parametrize(
    ("headers", "names"),
    [
        pytest.param((), MINIMUM, id="nothing"),
        pytest.param(GOOD, [], id="enough"),
        pytest.param(
            (constant("Content-Security-Policy", "default-src 'self'"), *GOOD[1:]),
            [FRAMES],
            id="no frame-ancestors",
        ),
        pytest.param(
            (constant("strict-transport-security", "max-age=60; preload"), *GOOD[::2]),
            ["Strict-Transport-Security"],
            id="a short time",
        ),
    ],
)
def test_additions(headers: tuple[HeaderSpec, ...], names: list[str]) -> None:
    """What costs points, and no more: a policy's frame-ancestors make up for X-Frame-Options."""
    assert [added.key for added in graded(headers).additions] == names


def test_cookies_of_run_time() -> None:
    """What run time decides of a cookie is graded as what it usually is, and that is said."""
    origins = {
        "secure": Read(ImportPath("shop.settings", "secure")),
        "samesite": Argument("samesite", required=True),
        "max_age": Argument("max_age", required=False),
    }
    report = graded((), [use(cookie(origins=origins))])
    assert result(report, "cookies") == results.COOKIES_SAME_SITE
    assert report.notes == (
        "secure of the cookie basket is known at run time only, graded as true",
        "samesite of the cookie basket is known at run time only, graded as lax",
    )


def test_a_base_of_the_authors() -> None:
    """What a class of the author's own sends is not seen, and that is said."""
    report = graded_response(response(base=ImportPath("shop.base", "Base")))
    assert "shop.base:Base" in report.notes[-1]
