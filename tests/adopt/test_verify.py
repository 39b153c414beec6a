"""`respgen adopt --verify`: both sides are run, and whatever the code does hurts nobody."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.responses import FileResponse, StreamingResponse

from respgen.adopt import samples, trial, verifying
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
    made.write("pyproject.toml", '[tool.respgen]\ntarget = "starlette"\n')
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
    ("line", "seconds", "said"),
    [
        ("import os; os._exit(7)", 60, "status 7"),
        ("while True: pass", 5, "more than 5 seconds"),
    ],
)
def test_a_process_that_ends_or_does_not(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, line: str, seconds: int, said: str
) -> None:
    monkeypatch.setattr(verifying, "SECONDS", seconds)
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


STREAMS = """\
from collections.abc import AsyncIterator
from starlette.responses import FileResponse, Response, StreamingResponse
def export(rows: AsyncIterator[str]) -> StreamingResponse:
    return StreamingResponse(rows, media_type="text/csv")
def manual(path) -> FileResponse:
    return FileResponse(path, media_type="application/pdf", filename="manual.pdf")
"""


def test_streams_and_files_are_read(shop: Shop) -> None:
    shop.write("app.py", STREAMS)
    ran = shop.run("adopt", "--verify")
    assert ("  Export:\n" in ran.out, "  Manual:\n" in ran.out) == (True, True)
    assert ran == shop.run("adopt")


@pytest.mark.parametrize(
    ("method", "line", "left", "kept"),
    [
        (
            "StreamingResponse.stream_response",
            "lambda self, send: first(self, lambda each: send({**each, 'body': b'patched'}))",
            "the class Export stays: given an async iterator of ('é', b'\\xff') it sends",
            "  Manual:\n",
        ),
        (
            "FileResponse.init_headers",
            "lambda self, headers: first(self, {**(headers or {}), 'X-Patched': '1'})",
            "the class Manual stays: given é ☃.csv it sends",
            "  Export:\n",
        ),
    ],
)
def test_what_differs_when_it_is_read_is_left(
    shop: Shop, method: str, line: str, left: str, kept: str
) -> None:
    """What the generated class does by itself is changed in the framework's alone."""
    shop.write("app.py", f"{STREAMS}first = {method}\n{method} = {line}\n")
    ran = shop.run("adopt", "--verify")
    assert ran.err.count(" stays: ") == 1
    assert left in ran.err
    assert "patched" in ran.err.lower()
    assert kept in ran.out


def test_a_trial_reads_what_is_sent() -> None:
    stream = StreamingResponse(iter(["é", b"\xff"]), 201, {"X-A": "b"}, "text/csv")
    fields = [("content-type", ["text/csv; charset=utf-8"]), ("x-a", ["b"])]
    assert trial.message(stream) == [(201, fields, "é".encode() + b"\xff")]
    whole, head, part, end, parts, late, wrong, other = trial.message(
        FileResponse(samples.files()[0])
    )
    assert [each[0] for each in (whole, head, part, end, parts, late, wrong)] == [
        *(200, 200, 206, 206, 206, 416, 400)
    ]
    digits = b"0123456789" * 2
    assert (whole[2], head[2], part[2], end[2]) == (digits, b"", b"2345", b"789")
    assert other == whole
    assert dict(parts[1])["content-type"] == ["multipart"]
    assert {"etag", "last-modified", "accept-ranges"} <= dict(whole[1]).keys()


def test_files_that_are_not_there_are_refused() -> None:
    found = [trial.outcome(FileResponse, [each]) for each in samples.of("file")]
    assert [each == "refused" for each in found] == [False] * 5 + [True] * 2


def test_contents_of_streams_are_made_for_each_side() -> None:
    for each in samples.of("stream"):
        found = [trial.outcome(StreamingResponse, [each]) for _ in range(2)]
        assert found[0] == found[1]
    sent = [trial.outcome(StreamingResponse, [e]) for e in samples.of("stream")]
    assert sent.count("refused") == 6
    assert [(200, [], b"ab")] in sent


def test_a_trial_tells_deletions_by_name_and_scope() -> None:
    old = b'sid=""; expires=Sat, 28 Nov 2026 01:00:00 GMT; Max-Age=0; Path=/; SameSite=lax'
    new = b"sid=; Path=/; Max-Age=0; Secure; Expires=Thu, 01 Jan 1970 00:00:00 GMT"
    name = b"set-cookie"
    assert trial.cookie(name, old) == trial.cookie(name, new)
    other = old.replace(b"Path=/", b"Path=/a")
    assert trial.cookie(name, old) != trial.cookie(name, other)


def test_samples_vary_one_value_at_a_time() -> None:
    found = [*samples.samples(["str", "int | None"])]
    assert len(found) == 1 + len(samples.TEXTS) + 4
    assert all("plain" in each or -1 in each for each in found)
