"""`respgen adopt --verify`: both sides are run, and whatever the code does hurts nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from respgen.adopt import trial, verifying
from tests.support.command_line import Shop

CODE = """\
from starlette.responses import JSONResponse, Response
def said(text: str, number: int) -> Response:
    return JSONResponse({"text": text, "number": number}, 202)
def login(response: Response, token: str) -> None:
    response.set_cookie("sid", token, secure=True)
def logout(response: Response) -> None:
    response.delete_cookie("sid")
"""


@pytest.fixture
def shop(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shop:
    made = Shop(tmp_path.resolve(), capsys)
    made.write("pyproject.toml", "[tool.respgen]\n")
    made.write("app.py", CODE)
    return made


def test_what_sends_the_same_is_printed(shop: Shop) -> None:
    plain, tried = shop.run("adopt"), shop.run("adopt", "--verify")
    assert tried == plain
    assert "would write 2 entries for 3 places" in tried.err
    assert [each.name for each in shop.root.iterdir() if each.name != "app.py"] == [
        "pyproject.toml"
    ]


def test_a_status_that_callers_give_is_one_with_a_body(shop: Shop) -> None:
    code = """\
from starlette.responses import JSONResponse, Response
def failed(code: str, status: int = 400) -> JSONResponse:
    return JSONResponse({"error": code}, status_code=status)
def send() -> Response:
    return failed("a", 404)
"""
    shop.write("app.py", code)
    ran = shop.run("adopt", "--verify")
    assert "  Failed:\n" in ran.out
    assert ran == shop.run("adopt")


@pytest.mark.parametrize(
    "line",
    [
        "print('noise'); import sys; print('noise', file=sys.stderr)",
        "import os; os.write(1, b'[noise')",
    ],
)
def test_what_it_prints_goes_nowhere(shop: Shop, line: str) -> None:
    shop.write("app.py", f"{line}\n{CODE}")
    ran = shop.run("adopt", "--verify")
    assert (ran.status, "noise" in ran.out + ran.err) == (0, False)


def test_a_module_that_cannot_be_imported_is_not_tried(shop: Shop) -> None:
    shop.write("app.py", f"{CODE}\nraise SystemExit(3)\n")
    ran = shop.run("adopt", "--verify")
    assert (ran.status, ran.err.count("not tried: SystemExit: 3")) == (0, 3)
    assert "202" in ran.out


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("import os; os._exit(7)", "status 7"),
        ("while True: pass", "more than 5 seconds"),
    ],
)
def test_a_process_that_ends_or_does_not(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, line: str, said: str
) -> None:
    monkeypatch.setattr(verifying, "SECONDS", 5)
    shop.write("app.py", f"{CODE}\n{line}\n")
    ran = shop.run("adopt", "--verify")
    assert ran.status == 1
    assert "nothing was tried: " in ran.err
    assert said in ran.err


def test_what_differs_when_it_runs_is_left(shop: Shop) -> None:
    """A class that is changed behind the back of whoever reads the code."""
    patch = "JSONResponse.render = lambda self, content: b'patched'\n"
    shop.write("app.py", CODE.replace("def said", f"{patch}def said", 1))
    ran = shop.run("adopt", "--verify")
    assert ran.status == 0
    assert "202" not in ran.out
    assert "patched" in ran.err


INSTANCES = """\
from starlette.responses import Response
class Transport:
    def __init__(self, name: str, path: str, secure: bool) -> None:
        self.name, self.path, self.secure = name, path, secure
    def login(self, response: Response, token: str) -> None:
        response.set_cookie(self.name, token, 60, path=self.path, secure=self.secure)
    def logout(self, response: Response) -> None:
        response.set_cookie(self.name, "", 0, path=self.path, secure=self.secure)
def shown(response: Response, secure: bool) -> None:
    response.set_cookie("shown", "x", secure=secure)
"""


def test_settings_of_instances_are_tried_as_what_browsers_keep(shop: Shop) -> None:
    """The preset refuses other paths, which the code sends: nobody's settings have such."""
    shop.write("app.py", INSTANCES)
    plain, tried = shop.run("adopt"), shop.run("adopt", "--verify")
    assert tried == plain
    assert "would write 2 entries for 3 places" in tried.err
    assert 'key: "{name}"' in tried.out


def test_settings_that_are_sent_otherwise_are_left(shop: Shop) -> None:
    patch = """\
import http.cookies
http.cookies.Morsel._reserved["path"] = "PATH"
"""
    shop.write("app.py", patch + INSTANCES)
    ran = shop.run("adopt", "--verify")
    assert "PATH" in ran.err
    assert 'key: "{name}"' not in ran.out


def test_what_is_mended_may_send_something_else(shop: Shop) -> None:
    """What both sides sent is said; a deletion that only browsers treat otherwise sends the same."""
    code = """\
from starlette.responses import Response
def login(response: Response, token: str) -> None:
    response.set_cookie("sid", "x", path="/app", samesite="none", httponly=True)
def logout(response: Response) -> None:
    response.delete_cookie("sid")
"""
    shop.write("app.py", code)
    ran = shop.run("adopt", "--verify", "--unsafe")
    assert ran.out.endswith("  sid:  # 2 places\n    path: /app\n    samesite: none\n")
    first, second, last = ran.err.splitlines()
    assert first.startswith("app.py:3:5: unsafe: sid mends this: browsers keep it")
    assert "('Secure', '')" in first.partition("and the code")[0]
    assert second.startswith("app.py:5:5: unsafe: sid mends this: its path is '/app'; ")
    assert "sid is deleted at ('/', '')" in second
    assert last == "would write 1 entry for 2 places to schemas/adopted.yaml"


def test_a_trial_tells_deletions_by_name_and_scope() -> None:
    old = b'sid=""; expires=Sat, 28 Nov 2026 01:00:00 GMT; Max-Age=0; Path=/; SameSite=lax'
    new = b"sid=; Path=/; Max-Age=0; Secure; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
    name = b"set-cookie"
    assert trial.cookie(name, old) == trial.cookie(name, new)
    other = old.replace(b"Path=/", b"Path=/a")
    assert trial.cookie(name, old) != trial.cookie(name, other)


def test_samples_vary_one_value_at_a_time() -> None:
    found = [*trial.samples(["str", "int | None"])]
    assert len(found) == 1 + len(trial.TEXTS) + 4
    assert all("plain" in each or -1 in each for each in found)
