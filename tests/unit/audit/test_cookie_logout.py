"""Cookies of a session that logging out leaves behind (R934)."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.audits import audited

BOTH = """\
from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse
router = APIRouter()

def put(r: Response, name):
    r.set_cookie(name, "1", secure=True, httponly=True)

@router.post("/login")
def login(r: Response):
    put(r, "access_token")
    put(r, "refresh_token")
    put(r, "theme")
"""


def found(folder: Path, text: str, **others: str) -> list[str]:
    """The lines on which something is left behind."""
    files = {"app.py": text, **{f"{n}.py": t for n, t in others.items()}}
    seen = audited(folder, files)
    lines = {name: whole.splitlines() for name, whole in files.items()}
    return [
        lines[each.found.span.file][each.found.span.line - 1]
        for each in seen.results
        if each.found.code == "R934"
    ]


LEFT = {
    "by name": 'def logout(r: Response):\n    r.delete_cookie("access_token")\n',
    "sign out": 'def sign_out(r: Response):\n    r.delete_cookie("refresh_token")\n',
    "by the route": (
        '@router.post("/logout")\n'
        'def leave(r: Response):\n    r.delete_cookie("access_token")\n'
    ),
    "by a class": (
        "class Logout:\n    def post(self, r: Response):\n"
        '        r.delete_cookie("access_token")\n'
    ),
    "by a lifetime": (
        "def logout(r: Response):\n"
        '    r.set_cookie("access_token", "", max_age=0, secure=True, httponly=True)\n'
    ),
    "in a helper": (
        'def drop(r: Response):\n    r.delete_cookie("access_token")\n'
        "def logout(r: Response):\n    drop(r)\n"
    ),
    "in a loop": (
        "def logout(r: Response):\n"
        '    for name in ("access_token", "theme"):\n        r.delete_cookie(name)\n'
    ),
}


@pytest.mark.parametrize("text", LEFT.values(), ids=LEFT)
def test_a_cookie_is_left(text: str, tmp_path: Path) -> None:
    """The function that deletes is to blame."""
    before = [
        line for line in text.split("\n") if "delete_cookie" in line or '""' in line
    ]
    seen = found(tmp_path, BOTH + text)
    [line] = seen
    whole = text.split("\n")
    own = whole.index(before[0])
    heads = [each for each in whole[:own] if each.lstrip().startswith("def ")]
    assert line == heads[-1]


ALL = {
    "both": (
        'def logout(r: Response):\n    r.delete_cookie("access_token")\n'
        '    r.delete_cookie("refresh_token")\n'
    ),
    "in two helpers": (
        'def one(r: Response):\n    r.delete_cookie("access_token")\n'
        'def two(r: Response):\n    r.delete_cookie("refresh_token")\n'
        "def logout(r: Response):\n    one(r)\n    two(r)\n"
    ),
    "by an empty value": (
        'def logout(r: Response):\n    r.delete_cookie("access_token")\n'
        '    r.set_cookie("refresh_token", "", secure=True, httponly=True)\n'
    ),
    "Clear-Site-Data": (
        'def logout(r: Response):\n    r.delete_cookie("access_token")\n'
        '    r.headers["clear-site-data"] = \'"cookies"\'\n'
    ),
    "Clear-Site-Data of another": (
        'def logout():\n    r = JSONResponse({}, headers={"Clear-Site-Data": \'"cookies"\'})\n'
        '    r.delete_cookie("access_token")\n    return r\n'
    ),
    "names that nobody knows": (
        'def logout(r: Response, names):\n    r.delete_cookie("access_token")\n'
        "    for name in names:\n        r.delete_cookie(name)\n"
    ),
    "no logout": 'def expire(r: Response):\n    r.delete_cookie("access_token")\n',
    "another cookie": 'def logout(r: Response):\n    r.delete_cookie("theme")\n',
}


@pytest.mark.parametrize("text", ALL.values(), ids=ALL)
def test_no_cookie_is_left_or_nobody_knows(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, BOTH + text) == []


def test_what_a_login_needs_on_its_way_is_no_session(tmp_path: Path) -> None:
    text = BOTH.replace("refresh_token", "token_state")
    assert found(tmp_path, text + LEFT["by name"]) == []


KEPT = """\
from fastapi import Response

class Base:
    SID = "shop_sid"
    AUTH = "shop_auth"

class Portal(Base):
    def __init__(self, app):
        self.app = app

    def enter(self, r: Response):
        r.set_cookie(self.SID, "1", secure=True, httponly=True)
        r.set_cookie(Portal.AUTH, "1", secure=True, httponly=True)

    def leave(self, r: Response):
        r.delete_cookie(NAME)
"""


@pytest.mark.parametrize("name", ["self.SID", "Portal.SID", "Base.SID", "'shop_sid'"])
def test_a_name_that_a_class_keeps_is_reached_in_any_way(
    name: str, tmp_path: Path
) -> None:
    """It is the same through the object, the class and the base; who leaves logs out."""
    text = KEPT.replace("NAME", name)
    assert found(tmp_path, text) == ["    def leave(self, r: Response):"]
    both = f"{text}        r.delete_cookie(self.AUTH)\n"
    assert found(tmp_path, both) == []


@pytest.mark.parametrize(
    "text",
    [
        KEPT.replace("self.app = app", "self.SID = app"),
        KEPT + "class Other(Portal):\n    SID = 'other_sid'\n",
        KEPT.replace("class Base:", "class Base(unknown.Thing):"),
        KEPT.replace("class Base:", "@unknown\nclass Base:"),
    ],
    ids=["by the object", "by a class below", "above", "by a decorator"],
)
def test_a_name_that_may_be_another_is_not_taken_for_one(
    text: str, tmp_path: Path
) -> None:
    assert found(tmp_path, text.replace("NAME", "self.SID")) == []


def test_the_nearest_login_counts(tmp_path: Path) -> None:
    """Another application may have cookies of the same names."""
    text = BOTH.replace('    put(r, "refresh_token")\n', "") + LEFT["by name"]
    assert found(tmp_path, text, other=BOTH) == []
    away = LEFT["by name"]
    head = "from fastapi import Response\n"
    assert found(tmp_path, BOTH, logout=head + away) == ["def logout(r: Response):"]
