"""Single calls of set_cookie: lifetimes, comments, constants (R936, R935, R3)."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from tests.support.audits import audited

HEAD = """\
import datetime
from datetime import timedelta
from fastapi import Response
from pydantic_settings import BaseSettings
from starlette.middleware import Middleware
from starlette.middleware.sessions import SessionMiddleware

class Settings(BaseSettings):
    age: timedelta = timedelta(days=1)
    seconds: int = 60

settings = Settings()
WEEK = timedelta(days=7)
"""


def found(folder: Path, text: str) -> list[tuple[str, str, str]]:
    """Code, text of the span, and help of each finding about cookies."""
    source = HEAD + text
    lines = source.splitlines()
    seen = audited(folder, {"app.py": source})
    spans = [(each.found, each.found.span) for each in seen.results]
    return [
        (f.code, lines[s.line - 1][s.column - 1 : s.end_column - 1], f.help)
        for f, s in spans
        if f.code[:2] == "R3" or f.code in ("R932", "R935", "R936")
    ]


def call(arguments: str, comment: str = "") -> str:
    lines = dedent(comment).splitlines()
    above = "".join(f"    {line}\n" for line in lines)
    return f"def f(r: Response, given: timedelta, n: int):\n{above}    r.set_cookie({arguments})\n"


LASTS = {
    "a call": ("timedelta(days=1)", "int(timedelta(days=1).total_seconds())"),
    "of the module": (
        "datetime.timedelta(1)",
        "int(datetime.timedelta(1).total_seconds())",
    ),
    "a constant": ("WEEK", "int(WEEK.total_seconds())"),
    "a parameter": ("given", "int(given.total_seconds())"),
    "a setting": ("settings.age", "int(settings.age.total_seconds())"),
    "a product": ("WEEK * 2", "int((WEEK * 2).total_seconds())"),
    "a sum": ("WEEK + timedelta(1)", "int((WEEK + timedelta(1)).total_seconds())"),
    "a half": ("WEEK / 2", "int((WEEK / 2).total_seconds())"),
    "perhaps": ("WEEK if n else None", "int(WEEK.total_seconds()) if n else None"),
}


@pytest.mark.parametrize(("age", "term"), LASTS.values(), ids=LASTS)
def test_a_timedelta_is_no_lifetime(age: str, term: str, tmp_path: Path) -> None:
    """It is found at the argument, and the help has its seconds."""
    help_line = f"max_age={term}"
    text = call(f"'a', '1', max_age={age}")
    assert found(tmp_path, text) == [("R936", age, help_line)]


@pytest.mark.parametrize(
    ("age", "text"),
    [
        ("WEEK", "as '7 days, 0:00:00':"),
        ("timedelta(hours=1, minutes=30)", "as '1:30:00':"),
        ("timedelta(1, 2)", "as '1 day, 0:00:02':"),
        ("given", "as text such as '1 day, 0:00:00':"),
        ("timedelta(days=n)", "as text such as '1 day, 0:00:00':"),
        ("timedelta(days=10 ** 10)", "as text such as '1 day, 0:00:00':"),
        ("timedelta(days='1')", "as text such as '1 day, 0:00:00':"),
    ],
)
def test_what_browsers_get_for_a_timedelta_is_said(
    age: str, text: str, tmp_path: Path
) -> None:
    """Its text, where that is known, else an example."""
    seen = audited(tmp_path, {"app.py": HEAD + call(f"'a', '1', max_age={age}")})
    [one] = [e.found.message for e in seen.results if e.found.code == "R936"]
    assert text in one


@pytest.mark.parametrize(
    "age",
    [
        *("int(WEEK.total_seconds())", "WEEK.days * 86400", "settings.seconds", "n"),
        *("WEEK / timedelta(seconds=1)", "WEEK // timedelta(1)", "60 * 60", "None"),
        "settings.age.seconds",
    ],
)
def test_a_number_is_one(age: str, tmp_path: Path) -> None:
    assert found(tmp_path, call(f"'a', '1', max_age={age}")) == []


def test_a_lifetime_comes_from_a_caller(tmp_path: Path) -> None:
    """It is found where it is given."""
    text = (
        "def put(r: Response, age):\n    r.set_cookie('a', '1', max_age=age)\n"
        "def one(r: Response):\n    put(r, WEEK)\n"
        "def two(r: Response):\n    put(r, 60)\n"
    )
    assert [(code, where) for code, where, _ in found(tmp_path, text)] == [
        ("R936", "WEEK")
    ]


UNWANTED = (
    "# no SameSite attribute at all: old browsers reject it",
    "# without samesite, so that the web view keeps it",
    "# Without a SameSite attribute: it knows none",
    "# omit SameSite entirely",
    "# We do not set samesite here",
    "# don't send same-site",
    "# SameSite must not be sent here",
    "# SameSite is deliberately left out",
    "# the partner needs this,\n# so no same_site",
)
WANTED = (
    "# the browser's default for SameSite is good enough",
    "# SameSite=Lax, as Starlette sends it",
    "# no SameSite=None without Secure",
    "# do not set SameSite to strict",
    "# browsers without SameSite support",
    "# SameSite must not be None",
    "# lax is what we want",
    "# no domain",
)


@pytest.mark.parametrize("comment", UNWANTED)
def test_a_comment_wants_no_samesite(comment: str, tmp_path: Path) -> None:
    """Above the call, at its end and in it."""
    whole = "r.set_cookie('a', '1')"
    expected = [("R935", whole, "samesite=None")]
    assert found(tmp_path, call("'a', '1'", comment)) == expected
    if "\n" not in comment:
        at_end = call("'a', '1'").rstrip() + f"  {comment}\n"
        assert found(tmp_path, at_end) == expected
        [inside] = found(tmp_path, call(f"\n        'a', '1',  {comment}\n    "))
        assert inside[0] == "R935"
    for given in ("samesite=None", "samesite='lax'", "**n"):
        assert found(tmp_path, call(f"'a', '1', {given}", comment)) == []


@pytest.mark.parametrize("comment", WANTED)
def test_other_comments(comment: str, tmp_path: Path) -> None:
    assert found(tmp_path, call("'a', '1'", comment)) == []


@pytest.mark.parametrize(
    "text",
    [
        call("'a', '# no samesite'"),
        "# no samesite\n\n" + call("'a', '1'"),
        call("'a', '1'", "# no samesite\nn = 1"),
        call("'a', '1'") + "    # no samesite\n",
    ],
    ids=["in a string", "far above", "above another statement", "below"],
)
def test_comments_of_something_else(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, text) == []


CONSTANTS = {
    "R301": ("'a b', '1'", "'a b'", "write 'a_b'"),
    "R303": ("'a', '1', path='/a;b'", "'/a;b'", "remove it, or percent-encode it"),
    "R304": ("'a', '1', path='app'", "'app'", "write '/app'"),
    "R305": ("'a', '1', domain='x.example:80'", "'x.example:80'", "write 'x.example'"),
    "R306": ("'a', '1', domain='.x.example'", "'.x.example'", "write 'x.example'"),
    "R307": ("'a', '1', domain='co.uk'", "'co.uk'", "write your own domain under it"),
    "R311": ("'a', '1', max_age=500 * 86400", "500 * 86400", "write max_age=34560000"),
    "R312": (
        "'a', '1', samesite='None'",
        "'None'",
        'write secure=True, or samesite="lax"',
    ),
    "R313": (
        "'a', '1', partitioned=True, samesite='lax'",
        "True",
        "write secure=True",
    ),
    "R314": ("'__Secure-a', '1'", "r.set_cookie('__Secure-a', '1')", "write secure=True"),
    "R315": ("'__Host-a', '1', secure=True, path='/x'", "'/x'", 'write path="/"'),
    "R318": (
        "'__host-a', '1', secure=True",
        "'__host-a'",
        "write '__Host-a'",
    ),
    "R322": ("'session', '1', httponly=False", "False", "write httponly=True"),
    "R327": (
        "'token', '1', httponly=True, secure=False",
        "False",
        "write secure=True: browsers take http://localhost for secure",
    ),
    "R328": (
        "'a', '1', partitioned=True, secure=True, samesite='lax'",
        "'lax'",
        'write samesite="none"',
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("code", "arguments", "where", "help_line"),
    [(code, *row) for code, row in CONSTANTS.items()],
    ids=CONSTANTS,
)
def test_constants_keep_the_codes_of_schemas(
    code: str, arguments: str, where: str, help_line: str, tmp_path: Path
) -> None:
    """The argument is to blame, or the call where it is not given; the help is Python."""
    assert found(tmp_path, call(arguments)) == [(code, where, help_line)]


@pytest.mark.parametrize(
    "arguments",
    [
        "'a', '1', samesite='none', secure=settings.secure",
        "'__Host-a', '1', secure=settings.secure, path=settings.path",
        "'__Host-a', '1', **settings.options",
        "'session', '1', httponly=settings.httponly, secure=settings.secure",
        "settings.name, '1', httponly=False, secure=False",
        "'a', '1', domain=settings.domain, path=settings.path",
        "'a', '1', max_age=settings.seconds * 1000",
        "'a', '1', samesite=settings.samesite, partitioned=True, secure=True",
    ],
)
def test_what_is_not_known_is_not_judged(arguments: str, tmp_path: Path) -> None:
    assert found(tmp_path, call(arguments)) == []


def test_deletions_that_a_prefix_refuses(tmp_path: Path) -> None:
    """Browsers hold what deletes a cookie to the promises of its name."""
    text = "def f(r: Response):\n    r.delete_cookie('__Host-a')\n"
    assert found(tmp_path, text) == [
        ("R932", "r.delete_cookie('__Host-a')", "write secure=True")
    ]
    text = "def f(r: Response):\n    r.delete_cookie('__Host-a', secure=True)\n"
    assert found(tmp_path, text) == []


def test_session_middleware(tmp_path: Path) -> None:
    """It sets a cookie, whose attributes have other names there."""
    text = "M = Middleware(SessionMiddleware, 'x', same_site='none')\n"
    assert found(tmp_path, text) == [
        ("R312", "'none'", 'write https_only=True, or same_site="lax"')
    ]


def test_a_constant_comes_from_a_caller(tmp_path: Path) -> None:
    text = (
        "def put(r: Response, path='/'):\n    r.set_cookie('a', '1', path=path)\n"
        "def one(r: Response):\n    put(r, 'app')\n"
        "def two(r: Response):\n    put(r)\n"
    )
    assert found(tmp_path, text) == [("R304", "'app'", "write '/app'")]
