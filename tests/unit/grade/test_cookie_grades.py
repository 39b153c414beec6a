"""What the observatory says of cookies, case by case as its documentation and own tests have it."""

from __future__ import annotations

from typing import Any

import pytest

from respgen.grade import results
from respgen.grade.cookies import additions, judged
from respgen.grade.results import Result
from respgen.specs import CookieUse
from tests.unit.checks.specimens import cookie, use

STRICT = {"key": "SESSIONID_STRICT", "samesite": "strict"}
NONE = {"key": "SESSIONID_NONE", "samesite": "none"}
SESSION = {"key": "SESSIONID", "samesite": None}
PLAIN = {"key": "theme", "httponly": False, "samesite": None}
TOKEN = {"key": "CSRFTOKEN", "samesite": None}
BALANCER = {"key": "heroku-session-affinity", "secure": False, "httponly": False}


def uses(*changes: dict[str, Any]) -> list[CookieUse]:
    return [use(cookie(name=f"c{n}", **each)) for n, each in enumerate(changes)]


@pytest.mark.parametrize(
    ("cookies", "enforced", "result"),
    [
        pytest.param([], False, results.COOKIES_ABSENT, id="none"),
        pytest.param([BALANCER], False, results.COOKIES_ABSENT, id="a balancer's"),
        pytest.param(
            [SESSION, PLAIN, BALANCER], False, results.COOKIES_SECURE, id="secure"
        ),
        pytest.param(
            [STRICT, NONE], False, results.COOKIES_SAME_SITE, id="all same-site"
        ),
        pytest.param(
            [STRICT, NONE, SESSION], False, results.COOKIES_SECURE, id="not all"
        ),
        pytest.param([TOKEN], False, results.COOKIES_CSRF, id="token"),
        pytest.param(
            [{**PLAIN, "secure": False}], False, results.COOKIES_INSECURE, id="insecure"
        ),
        pytest.param(
            [{**PLAIN, "secure": False}],
            True,
            results.COOKIES_BEHIND_HSTS,
            id="insecure behind HSTS",
        ),
        pytest.param(
            [{**SESSION, "secure": False}],
            True,
            results.COOKIES_SESSION_BEHIND_HSTS,
            id="insecure session behind HSTS",
        ),
        pytest.param(
            [{**SESSION, "secure": False, "httponly": False}],
            False,
            results.COOKIES_SESSION_INSECURE,
            id="insecure session",
        ),
        pytest.param(
            [{**SESSION, "httponly": False}],
            True,
            results.COOKIES_SESSION_SCRIPTED,
            id="scripted session",
        ),
        pytest.param(
            [{**PLAIN, "secure": False, "samesite": "none"}],
            True,
            results.COOKIES_CROSS_SITE,
            id="cross-site",
        ),
        pytest.param(
            [{**SESSION, "httponly": False}, TOKEN],
            True,
            results.COOKIES_SESSION_SCRIPTED,
            id="the worst of several",
        ),
        pytest.param(
            [{"key": "last_LOGIN", "httponly": False}],
            True,
            results.COOKIES_SESSION_SCRIPTED,
            id="a name with login",
        ),
    ],
)
def test_results(cookies: list[dict[str, Any]], enforced: bool, result: Result) -> None:
    """The worst of all cookies decides; HSTS makes up for some of what Secure would do."""
    assert judged(uses(*cookies), enforced=enforced)[0] == result


def test_the_keys_are_told() -> None:
    """Those cookies are named that have the worst."""
    cookies = uses(TOKEN, STRICT, {**TOKEN, "key": "xcsrf"})
    assert judged(cookies, enforced=True)[1] == "CSRFTOKEN, xcsrf"


def test_additions() -> None:
    """Each preset gets what it lacks, and nothing where it lacks nothing that costs points."""
    loose = {"key": "csrf_sess", "secure": False, "httponly": False, "samesite": None}
    lines = [added.line for added in additions(uses(STRICT, PLAIN, loose))]
    assert lines == ["secure: true", "httponly: true", "samesite: lax"]
