"""`grade` scores classes, worst first, and says what they lack."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.command_line import Shop

SCHEMA = """\
respgen: 1
headers:
  secure:
    X-Content-Type-Options: nosniff
    Strict-Transport-Security: max-age=63072000; includeSubDomains
    Content-Security-Policy: "default-src 'none'; frame-ancestors 'none'"
cookies:
  session: {secure: false, httponly: false}
responses:
  Bare: {media_type: application/json}
  Safe: {media_type: application/json, headers: {use: [secure]}}
  Loose:
    extends: Safe
    headers:
      X-Content-Type-Options: null
      X-Frame-Options: {type: str}
      Server: acme
    cookies: [session]
"""
GRADES = """\
D    30  shop.Bare
B-   65  shop.Loose
A+  115  shop.Safe
"""
LOOSE = """\
B-   65  shop.Loose
    -30  cookies                        names a session and is not HttpOnly (session)
     -5  x-content-type-options         not sent
      0  cross-origin-embedder-policy   not sent
      0  cross-origin-opener-policy     not sent
      0  cross-origin-resource-sharing  not sent
      0  redirection                    assumed: http is redirected to https
      0  referrer-policy                not sent
      0  strict-transport-security      six months or more
      0  subresource-integrity          no page, so no scripts
      0  cross-origin-resource-policy   not sent
     +5  x-frame-options                the policy has frame-ancestors
    +10  content-security-policy        nothing unsafe, and default-src is 'none'
  Bonuses count from 90 points on: 15 do not count yet.
  For A+, in the cookie session of shop:
    secure: true
    httponly: true
  For A+, in the headers of the class:
    X-Content-Type-Options: nosniff
  OWASP's recommended set, where the class differs:
    Cache-Control: no-store, max-age=0  # unless caches may keep the answer
    Clear-Site-Data: '"cache","cookies","storage"'  # only where somebody signs out
    Content-Security-Policy: "default-src 'self'; form-action 'self'; base-uri 'self'; object-src \
'none'; frame-ancestors 'none'; upgrade-insecure-requests"  # now default-src 'none'; \
frame-ancestors 'none'
"""
BARE_BELOW = """\
D    30  shop.Bare
  For A+, in the headers of the class:
    Content-Security-Policy: "default-src 'none'; frame-ancestors 'none'"
    Strict-Transport-Security: max-age=31536000
    X-Content-Type-Options: nosniff
B-   65  shop.Loose
A+  115  shop.Safe
"""


@pytest.fixture
def shop(shop: Shop) -> Shop:
    """A class without anything, one with everything that counts, and one between them."""
    shop.write("schemas/shop.yaml", SCHEMA)
    return shop


def test_all(shop: Shop) -> None:
    """A line for each class, worst first; what was assumed is beside the result."""
    ran = shop.run("grade")
    assert (ran.status, ran.out) == (0, GRADES)
    assert ran.err.count("\n") == 1


def test_one(shop: Shop) -> None:
    """A class that is named is explained: tests, what to add, OWASP's set, what was assumed."""
    ran = shop.run("grade", "shop.Loose")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(LOOSE)
    assert "    Server: null  # now acme\n  Assumed of this class:\n" in ran.out
    note = "    X-Frame-Options is an argument that callers may leave out: graded as not sent\n"
    assert (
        f"{note}\nAssumed of every class:\n  The site is served over https" in ran.out
    )


def test_verbose(shop: Shop) -> None:
    """-v explains all."""
    every = shop.run("grade", "-v").out
    lines = GRADES.splitlines()
    assert [line for line in every.splitlines() if line in lines] == lines
    assert LOOSE in every


def test_names_once(shop: Shop) -> None:
    """A class that is named twice is graded once."""
    assert shop.run("grade", "Bare", "shop.Bare").out.count("shop.Bare") == 1


@pytest.mark.parametrize(
    ("least", "status", "low"),
    [
        ("A+", 1, "shop.Bare, shop.Loose"),
        ("a", 1, "shop.Bare, shop.Loose"),
        ("B", 1, "shop.Bare, shop.Loose"),
        ("B-", 1, "shop.Bare"),
        ("D", 0, ""),
    ],
)
def test_minimum(shop: Shop, least: str, status: int, low: str) -> None:
    """--min fails where a class has less, and names it."""
    ran = shop.run("grade", "--min", least)
    assert ran.status == status
    assert (f"below {least.upper()}: {low}\n" in ran.err) == bool(low)


def test_minimum_says_what_to_add(shop: Shop) -> None:
    """Classes below the minimum show what they need, the others do not."""
    assert shop.run("grade", "--min", "C").out == BARE_BELOW


def test_json(shop: Shop) -> None:
    """One document with keys that stay."""
    ran = shop.run("grade", "Loose", "--format", "json", "--min", "A")
    document: dict[str, Any] = json.loads(ran.out)
    assert (ran.status, document["minimum"]) == (1, "A")
    assert len(document["assumptions"]) == 6
    (found,) = document["classes"]
    names = ["module", "class", "grade", "score", "below"]
    assert [found[name] for name in names] == ["shop", "Loose", "B-", 65, True]
    added = {"key": "secure", "value": True, "line": "secure: true"}
    assert found["add"][0] == {"cookie": "shop.session", **added}
    assert found["add"][2]["cookie"] is None
    assert found["tests"][1] == {
        "test": "cookies",
        "result": "cookies-session-without-httponly-flag",
        "modifier": -30,
        "pass": False,
        "words": "names a session and is not HttpOnly",
        "about": "session",
        "add": found["add"][:2],
    }
    assert found["owasp"][-1] == {
        "kind": "remove",
        "name": "Server",
        "recommended": None,
        "sent": "acme",
        "when": "",
        "line": "Server: null",
    }
    assert [note.split()[0] for note in found["notes"]] == ["X-Frame-Options"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("Saf",), "unknown class 'Saf'; did you mean 'Safe'?"),
        (("other.Safe",), "unknown class 'other.Safe'; did you mean 'shop.Safe'?"),
        (("--min", "g"), "'g' is not one of A+, A, A-, B+,"),
        (("--format", "sarif"), "'sarif' is not one of"),
    ],
)
def test_usage(shop: Shop, words: tuple[str, ...], said: str) -> None:
    """What there is not is told, with the nearest name, and status 2."""
    ran = shop.run("grade", *words)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_mistakes(shop: Shop) -> None:
    """A schema with mistakes has no grade."""
    shop.edit("schemas/shop.yaml", "[session]", "[sesion]")
    ran = shop.run("grade", "--format", "json")
    assert (ran.status, ran.out) == (1, "")
    assert "error[" in ran.err


def test_no_classes(shop: Shop) -> None:
    """Where there is nothing to grade, that is said."""
    shop.write("schemas/shop.yaml", "respgen: 1\n")
    ran = shop.run("grade", "--min", "A+")
    assert (ran.status, ran.out, ran.err) == (0, "", "no classes to grade\n")
