"""Deletions of cookies that delete nothing (R930 to R933): what is found, where, and what is not."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from respgen.audit.report import Result
from tests.support.audits import audited

HEAD = """\
    import os
    from dataclasses import dataclass
    from enum import Enum
    from functools import partial
    from typing import Annotated, Literal
    from fastapi import Depends, Response
    from fastapi.responses import JSONResponse
    from starlette.middleware import Middleware
    from starlette.middleware.sessions import SessionMiddleware

    @dataclass
    class Settings:
        path: str = "/"
        domain: str | None = None
        samesite: Literal["lax", "strict", "none"] = "lax"
        narrow: Literal["lax", "strict"] = "lax"
        secure: bool = False

    settings = Settings()
    PATH = "/app"
    ENV_PATH = os.environ.get("COOKIE_PATH", "/")
    CROSS = {"secure": True, "samesite": "none"}

    def get_settings() -> Settings: ...
    def env_path() -> str: ...
    """


def found(folder: Path, text: str) -> list[Result]:
    """The findings about pairs in a program."""
    seen = audited(folder, {"app.py": dedent(HEAD) + "\n" + dedent(text)})
    return [each for each in seen.results if each.found.code.startswith("R93")]


def codes(folder: Path, text: str) -> list[tuple[str, str]]:
    """Each code, and the text of the line where it is found, without blanks."""
    lines = (dedent(HEAD) + "\n" + dedent(text)).splitlines()
    return [
        (each.found.code, lines[each.found.span.line - 1].strip().removeprefix("r."))
        for each in found(folder, text)
    ]


def set_and(*calls: str) -> str:
    """A function that sets, and one for each deletion."""
    first, *others = calls
    text = f"def put(r: Response):\n    r.{first}\n"
    for number, each in enumerate(others):
        text += f"def drop{number}(r: Response):\n    r.{each}\n"
    return text


WRONG = {
    "another path": ("R930", "set_cookie('a', '1', path='/app')", "delete_cookie('a')"),
    "a constant path": (
        "R930",
        "set_cookie('a', '1', path=PATH)",
        "delete_cookie('a', '/')",
    ),
    "no domain": (
        "R930",
        "set_cookie('a', '1', domain='x.example')",
        "delete_cookie('a')",
    ),
    "a domain too much": (
        "R930",
        "set_cookie('a', '1')",
        "delete_cookie('a', domain='x.example')",
    ),
    "a path too much": (
        "R930",
        "set_cookie('a', '1')",
        "delete_cookie('a', path='/app')",
    ),
    "by max_age": (
        "R930",
        "set_cookie('a', '1', path='/app')",
        "set_cookie('a', '', max_age=0)",
    ),
    "by expires": (
        "R930",
        "set_cookie('a', '1', path='/app')",
        "set_cookie('a', '', expires=0)",
    ),
    "a name of parts": (
        "R930",
        "set_cookie(f'tab-{r.x}', '1', path='/app')",
        "delete_cookie(f'tab-{r.x}')",
    ),
    "a setting": (
        "R931",
        "set_cookie('a', '1', path=settings.path)",
        "delete_cookie('a')",
    ),
    "a setting in the deletion": (
        "R931",
        "set_cookie('a', '1')",
        "delete_cookie('a', path=settings.path)",
    ),
    "the environment": (
        "R931",
        "set_cookie('a', '1', path=ENV_PATH)",
        "delete_cookie('a')",
    ),
    "a function": (
        "R931",
        "set_cookie('a', '1', path=env_path())",
        "delete_cookie('a')",
    ),
    "a setting's domain": (
        "R931",
        "set_cookie('a', '1', domain=settings.domain)",
        "delete_cookie('a')",
    ),
    "by the way": (
        "R931",
        "set_cookie('a', '1', path='/' if r.x else '/app')",
        "delete_cookie('a')",
    ),
    "for other sites": (
        "R932",
        "set_cookie('a', '1', secure=True, samesite='none')",
        "delete_cookie('a')",
    ),
    "by a mapping": ("R932", "set_cookie('a', '1', **CROSS)", "delete_cookie('a')"),
    "not secure": (
        "R932",
        "set_cookie('a', '1', secure=True, samesite='None')",
        "delete_cookie('a', samesite='none')",
    ),
    "no attribute": (
        "R932",
        "set_cookie('a', '1', **CROSS)",
        "delete_cookie('a', secure=True, samesite=None)",
    ),
    "a partition": (
        "R932",
        "set_cookie('a', '1', partitioned=True, **CROSS)",
        "delete_cookie('a', **CROSS)",
    ),
    "a setting's samesite": (
        "R933",
        "set_cookie('a', '1', samesite=settings.samesite)",
        "delete_cookie('a')",
    ),
    "samesite alone": (
        "R933",
        "set_cookie('a', '1', samesite=settings.samesite, secure=True)",
        "delete_cookie('a', samesite=settings.samesite)",
    ),
    "a setting's secure": (
        "R933",
        "set_cookie('a', '1', samesite='none', secure=settings.secure)",
        "delete_cookie('a')",
    ),
    "none by the way": (
        "R933",
        "set_cookie('a', '1', samesite='none' if r.x else 'lax', secure=True)",
        "delete_cookie('a')",
    ),
}


@pytest.mark.parametrize(("code", "first", "then"), WRONG.values(), ids=WRONG)
def test_a_deletion_that_deletes_nothing(
    code: str, first: str, then: str, tmp_path: Path
) -> None:
    """It is found at the deletion, and the set is related."""
    seen = codes(tmp_path, set_and(first, then))
    assert seen == [(code, then)]
    [result] = found(tmp_path, set_and(first, then))
    assert [each.message for each in result.found.related] == ["set here"]


FINE = {
    "the same path": (
        "set_cookie('a', '1', path='/app')",
        "delete_cookie('a', path=PATH)",
    ),
    "the default": ("set_cookie('a', '1', path='/')", "delete_cookie('a')"),
    "the same setting": (
        "set_cookie('a', '1', path=settings.path)",
        "delete_cookie('a', path=settings.path)",
    ),
    "an instance of the same class": (
        "set_cookie('a', '1', path=settings.path)",
        "delete_cookie('a', path=get_settings().path)",
    ),
    "the same call": (
        "set_cookie('a', '1', path=env_path())",
        "delete_cookie('a', path=env_path())",
    ),
    "two settings": (
        "set_cookie('a', '1', path=settings.path)",
        "delete_cookie('a', path=env_path())",
    ),
    "a domain in capitals": (
        "set_cookie('a', '1', domain='X.example')",
        "delete_cookie('a', domain='.x.example')",
    ),
    "no path": ("set_cookie('a', '1', path=None)", "delete_cookie('a')"),
    "another name": ("set_cookie('a', '1', path='/app')", "delete_cookie('b')"),
    "an unknown name": ("set_cookie(r.x(), '1', path='/app')", "delete_cookie(r.y())"),
    "an unknown path": ("set_cookie('a', '1', path=[*r.x])", "delete_cookie('a')"),
    "more than is seen": (
        "set_cookie('a', '1', **r.x)",
        "delete_cookie('a', path='/app')",
    ),
    "one of two sets": (
        "set_cookie('a', '1', path='/app'); r.set_cookie('a', '1')",
        "delete_cookie('a')",
    ),
    "lax": ("set_cookie('a', '1', samesite='lax', secure=True)", "delete_cookie('a')"),
    "strict": ("set_cookie('a', '1', samesite='strict')", "delete_cookie('a')"),
    "never none": (
        "set_cookie('a', '1', samesite=settings.narrow)",
        "delete_cookie('a')",
    ),
    "a set that browsers drop": (
        "set_cookie('a', '1', samesite='none')",
        "delete_cookie('a')",
    ),
    "repeated": ("set_cookie('a', '1', **CROSS)", "delete_cookie('a', **CROSS)"),
    "always none": (
        "set_cookie('a', '1', samesite=settings.samesite, secure=True)",
        "delete_cookie('a', samesite='none', secure=True)",
    ),
    "the same as the set": (
        "set_cookie('a', '1', samesite=settings.samesite)",
        "delete_cookie('a', samesite=settings.samesite)",
    ),
    "an older path, too": (
        "set_cookie('a', '1', path='/app')",
        "delete_cookie('a', path='/app'); r.delete_cookie('a')",
    ),
    "no set in sight": ("headers", "delete_cookie('a', path='/app')"),
}


@pytest.mark.parametrize(("first", "then"), FINE.values(), ids=FINE)
def test_a_deletion_that_is_right_or_unknown(
    first: str, then: str, tmp_path: Path
) -> None:
    """Nothing is said of what deletes, nor of what nobody can know."""
    assert codes(tmp_path, set_and(first, then)) == []


THROUGH = {
    "a helper's name and path": (
        """
        def put(r: Response, name: str, path: str = "/"):
            r.set_cookie(name, "1", path=path)
        def login(r: Response):
            put(r, "a", "/app")
            put(r, "b")
        def logout(r: Response):
            r.delete_cookie("a")
            r.delete_cookie("b")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "three calls deep": (
        """
        def one(r: Response, name, path):
            r.set_cookie(name, "1", path=path)
        def two(r: Response, key, path):
            one(r, key, path)
        def three(r: Response, what):
            two(r, path="/app", key=what)
        def login(r: Response):
            three(r, "a")
        def logout(r: Response):
            r.delete_cookie("a")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "keywords that are passed on": (
        """
        def put(r: Response, name, **options):
            r.set_cookie(name, "1", **options)
        def login(r: Response):
            put(r, "a", path="/app", httponly=True)
            put(r, "b", httponly=True)
        def logout(r: Response):
            r.delete_cookie("a")
            r.delete_cookie("b")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "keywords that are changed": (
        """
        def put(r: Response, name, **options):
            options.setdefault("path", "/app")
            r.set_cookie(name, "1", **options)
        def login(r: Response):
            put(r, "a")
        def logout(r: Response):
            r.delete_cookie("a", path="/app")
        """,
        [],
    ),
    "a deletion by a helper": (
        """
        def drop(r: Response, name):
            r.delete_cookie(name)
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
            r.set_cookie("b", "1")
        def logout(r: Response):
            drop(r, "a")
            drop(r, "b")
        """,
        [("R930", 'drop(r, "a")')],
    ),
    "a helper that all call alike": (
        """
        def drop(r: Response, name):
            r.delete_cookie(name)
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def logout(r: Response):
            drop(r, "a")
        def expire(r: Response):
            drop(r, "a")
        """,
        [("R930", "delete_cookie(name)")],
    ),
    "a response without an annotation": (
        """
        def drop(r, name):
            r.delete_cookie(name)
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def logout():
            answer = JSONResponse({})
            drop(answer, "a")
            return answer
        """,
        [("R930", "delete_cookie(name)")],
    ),
    "something else without an annotation": (
        """
        def drop(r, name):
            r.delete_cookie(name)
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def logout():
            drop(object(), "a")
        """,
        [],
    ),
    "methods": (
        """
        class Cookies:
            def put(self, r: Response, path):
                r.set_cookie(self.name, "1", path=path)
            def drop(self, r: Response):
                r.delete_cookie(self.name)
        def login(r: Response, cookies: Cookies):
            cookies.put(r, "/app")
        """,
        [("R930", "delete_cookie(self.name)")],
    ),
    "partial": (
        """
        def login(r: Response):
            put = partial(r.set_cookie, path="/app")
            put("a", "1")
        def logout(r: Response):
            r.delete_cookie("a")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "a partial helper": (
        """
        def put(r, name, path):
            r.set_cookie(name, "1", path=path)
        def login(r: Response):
            at_app = partial(put, r, path="/app")
            at_app("a")
        def logout(r: Response):
            r.delete_cookie("a")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "a loop over a tuple": (
        """
        NAMES = ("a", "b")
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
            r.set_cookie("b", "1", path="/app")
        def logout(r: Response):
            for name in NAMES:
                r.delete_cookie(name, path="/app")
        """,
        [],
    ),
    "either branch is right": (
        """
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def logout(r: Response, x):
            if x:
                r.delete_cookie("a", path="/app")
            else:
                r.delete_cookie("a", path="/app", domain=None)
        """,
        [],
    ),
    "one branch is wrong": (
        """
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def logout(r: Response, x):
            if x:
                r.delete_cookie("a", path="/app")
            else:
                r.delete_cookie("a")
        """,
        [("R930", 'delete_cookie("a")')],
    ),
    "a right one in a helper beside it": (
        """
        def login(r: Response):
            r.set_cookie("a", "1", path="/app")
        def drop(r: Response):
            r.delete_cookie("a", path="/app")
        def logout(r: Response):
            drop(r)
            r.delete_cookie("a", path="/old")
        """,
        [],
    ),
    "SessionMiddleware": (
        """
        def setup(app):
            app.add_middleware(SessionMiddleware, secret_key="x", path="/app")
        def logout(r: Response):
            r.delete_cookie("session")
        """,
        [("R930", 'delete_cookie("session")')],
    ),
    "SessionMiddleware for other sites": (
        """
        LAYERS = [Middleware(SessionMiddleware, "x", "sid", same_site="none", https_only=True)]
        def logout(r: Response):
            r.delete_cookie("sid")
        def logout_well(r: Response):
            r.delete_cookie("sid", samesite="none", secure=True)
        """,
        [("R932", 'delete_cookie("sid")')],
    ),
    "an annotated dependency": (
        """
        Config = Annotated[Settings, Depends(get_settings)]
        def login(r: Response, config: Config):
            r.set_cookie("a", "1", path=config.path)
        def logout(r: Response, config: Settings = Depends(get_settings)):
            r.delete_cookie("a", path=config.path)
        """,
        [],
    ),
    "a dependency without an annotation": (
        """
        def plain(): ...
        def login(r: Response, config=Depends(plain), other=Depends(get_settings)):
            r.set_cookie("a", "1", path=config.path)
            r.set_cookie("b", "1", path=other.path)
        def logout(r: Response, config=Depends(plain)):
            r.delete_cookie("a", path=config.path)
            r.delete_cookie("b", path=settings.path)
        def logout_badly(r: Response):
            r.delete_cookie("a")
        """,
        [("R931", 'delete_cookie("a")')],
    ),
    "keywords under a condition": (
        """
        def login(r: Response):
            options = {"httponly": True}
            if settings.domain:
                options["domain"] = settings.domain
            r.set_cookie("a", "1", **options)
        def logout(r: Response):
            options = {}
            if settings.domain:
                options["domain"] = settings.domain
            r.delete_cookie("a", **options)
        def logout_badly(r: Response):
            r.delete_cookie("a", httponly=True)
        """,
        [("R931", 'delete_cookie("a", httponly=True)')],
    ),
    "a comparison": (
        """
        def login(r: Response):
            r.set_cookie("a", "1", samesite="none", secure=ENV_PATH != "/")
            r.set_cookie("b", "1", samesite="none", secure=not settings.secure)
        def logout(r: Response):
            r.delete_cookie("a", samesite="none", secure=ENV_PATH != "/")
            r.delete_cookie("b", samesite="none", secure=not settings.secure)
        def logout_badly(r: Response):
            r.delete_cookie("a")
        """,
        [("R933", 'delete_cookie("a")')],
    ),
    "members of an Enum": (
        """
        class Name(str, Enum):
            SID = "sid"
            TAB = "tab"
        def login(r: Response):
            r.set_cookie(Name.SID, "1", path="/app")
            r.set_cookie(Name.TAB.value, "1", path="/app")
        def logout(r: Response):
            r.delete_cookie("sid")
            r.delete_cookie("tab", path="/app")
        """,
        [("R930", 'delete_cookie("sid")')],
    ),
    "the class that nobody configures": (
        """
        class Plain:
            path = "/"
        def login(r: Response):
            r.set_cookie("a", "1", path=Plain().path)
        def logout(r: Response):
            r.delete_cookie("a")
        """,
        [],
    ),
}


@pytest.mark.parametrize(("text", "expected"), THROUGH.values(), ids=THROUGH)
def test_what_is_followed(
    text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    """Arguments are followed through helpers, methods, partial, loops and middleware."""
    assert codes(tmp_path, text) == expected


def test_both_places_are_named(tmp_path: Path) -> None:
    """The message says where it is deleted and where it is set, and the help what to write."""
    [result] = found(
        tmp_path,
        set_and("set_cookie('sid', '1', path='/app')", "delete_cookie('sid')"),
    )
    assert result.found.message == (
        "this deletes 'sid' on path '/', but it is set on path '/app'"
    )
    assert result.found.help == 'path="/app"'


def test_the_configuration_is_named(tmp_path: Path) -> None:
    """A warning says in which configuration it goes wrong."""
    put = "set_cookie('sid', '1', path=settings.path, samesite=settings.samesite)"
    path, samesite = found(tmp_path, set_and(put, "delete_cookie('sid')"))
    assert path.found.message.endswith("it stays where settings.path is not '/'")
    assert "where settings.samesite is 'none'" in samesite.found.message
    assert path.found.help == "path=settings.path"
    assert samesite.found.help == "samesite=settings.samesite"
    assert "(" not in path.found.message


def said(folder: Path, text: str) -> list[tuple[str, str]]:
    """The message and the help of each finding."""
    return [(e.found.message, e.found.help) for e in found(folder, text)]


def test_path_and_domain_are_both_named(tmp_path: Path) -> None:
    """Where each may be to blame, both are, and the help has both."""
    text = set_and(
        "set_cookie('a', '1', path=settings.path, domain=settings.domain)",
        "delete_cookie('a')",
    )
    [(message, advice)] = said(tmp_path, text)
    assert "stays where settings.path is not '/', or settings.domain names" in message
    assert advice == "path=settings.path, domain=settings.domain"


def test_help_has_what_else_may_be_wrong(tmp_path: Path) -> None:
    """The message is about the path, which is always another one."""
    text = set_and(
        "set_cookie('a', '1', path='/app', domain=settings.domain)",
        "delete_cookie('a')",
    )
    [(message, advice)] = said(tmp_path, text)
    assert message == "this deletes 'a' on path '/', but it is set on path '/app'"
    assert advice == 'path="/app", domain=settings.domain'


SET = """
def put(r: Response, s: Annotated[Settings, Depends(get_settings)]):
    r.set_cookie('a', '1', path=s.path)
"""
IN_SCOPE = {
    "by the same name": (
        "def drop(r: Response, s: Annotated[Settings, Depends(get_settings)]):\n"
        "    r.delete_cookie('a')\n",
        "path=s.path",
    ),
    "by another name": (
        "def drop(r: Response, cfg: Annotated[Settings, Depends(get_settings)]):\n"
        "    r.delete_cookie('a')\n",
        "path=cfg.path",
    ),
    "by a variable": (
        "def drop(r: Response):\n    mine = get_settings()\n    r.delete_cookie('a')\n",
        "path=mine.path",
    ),
    "by a name of the module": (
        "def drop(r: Response):\n    r.delete_cookie('a')\n",
        "path=settings.path",
    ),
}


@pytest.mark.parametrize(("drop", "advice"), IN_SCOPE.values(), ids=IN_SCOPE)
def test_help_names_what_is_in_scope(drop: str, advice: str, tmp_path: Path) -> None:
    """The setting has the name that it has where the cookie is deleted."""
    assert [each for _, each in said(tmp_path, SET + drop)] == [advice]


AWAY = (
    "from fastapi import Response\ndef drop(r: Response):\n    r.delete_cookie('a')\n"
)
OUT = {
    "a parameter": (SET, "the path of the set"),
    "a variable": (
        "def put(r: Response):\n    path = settings.path\n"
        "    r.set_cookie('a', '1', path=path)\n",
        "the path of the set",
    ),
    "a name of the module": (
        "def put(r: Response):\n    r.set_cookie('a', '1', path=settings.path)\n",
        "path=settings.path (from app import settings)",
    ),
    "an imported name": (
        "from conf import mine as ours\n"
        "def put(r: Response):\n    r.set_cookie('a', '1', path=ours.path)\n",
        "path=ours.path (from conf import mine as ours)",
    ),
    "an imported module": (
        "import conf\n"
        "def put(r: Response):\n    r.set_cookie('a', '1', path=conf.mine.path)\n",
        "path=conf.mine.path (import conf)",
    ),
}


@pytest.mark.parametrize(("put", "advice"), OUT.values(), ids=OUT)
def test_help_says_where_a_name_comes_from(
    put: str, advice: str, tmp_path: Path
) -> None:
    """A setting that another module has is not written as if it were here."""
    files = {
        "app.py": dedent(HEAD) + put,
        "away.py": AWAY,
        "conf.py": "import os\nclass Mine:\n"
        "    def __init__(self):\n        self.path = os.environ['X']\nmine = Mine()\n",
    }
    [one] = [e for e in audited(tmp_path, files).results if e.found.code == "R931"]
    assert one.found.help == advice


def test_what_a_loop_deletes_alike_is_found_once(tmp_path: Path) -> None:
    """One call, one finding; of cookies that are set elsewhere there is another one."""
    text = (
        "def put(r: Response):\n"
        "    r.set_cookie('a', '1', path='/x')\n"
        "    r.set_cookie('b', '1', path='/x')\n"
        "    r.set_cookie('c', '1', path='/y')\n"
        "def drop(r: Response):\n"
        "    for name in ('a', 'b', 'c'):\n"
        "        r.delete_cookie(name)\n"
    )
    [both, alone] = found(tmp_path, text)
    assert (
        both.found.message
        == "this deletes 'a' and 'b' on path '/', but they are set on path '/x'"
    )
    assert len(both.found.related) == 2
    assert "'c'" in alone.found.message
