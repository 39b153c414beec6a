"""Files and redirects on real servers: the same bytes as the framework's own classes, ranges included."""

from __future__ import annotations

import os
import re
import socket
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest
from starlette.background import BackgroundTask
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, RedirectResponse

from tests.behaviour.serving import Client, Implementation, served
from tests.support.compiled import compiled
from tests.support.reference import compares_declared

MEDIA = Path("unknown")
"""The folder that `root: {from: ...}` reads; the tests set it."""

API = compiled("""
respgen: 1
target: starlette
responses:
  Plain: {kind: file}
  Pdf:
    kind: file
    media_type: application/pdf
    disposition: inline
    filename: "invoice-{number}.pdf"
    params: {number: int}
    headers: {Cache-Control: no-store}
  Tagged:
    kind: file
    headers: {ETag: {type: etag, required: true}, Accept-Ranges: none}
  Media: {kind: file, root: {from: "tests.behaviour.test_files:MEDIA"}}
  Found: {kind: file, root: {from: "tests.behaviour.test_files:MEDIA"}, missing: 404}
  Here: {kind: file, missing: 410}
  Onward: {kind: redirect, headers: {X-A: "1"}}
""")
TEXT = bytes(range(256)) * 1000


@pytest.fixture(scope="module", params=get_args(Implementation))
def client(request: pytest.FixtureRequest) -> Iterator[Client]:
    """A client of uvicorn, with each of its HTTP implementations."""
    with served(request.param) as connected:
        yield connected


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("media") / "a.bin"
    path.write_bytes(TEXT)
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


@pytest.fixture
def media(file: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("tests.behaviour.test_files.MEDIA", file.parent)
    return file.parent


def received(client: Client, response: Any, *lines: str, method: str = "GET") -> bytes:
    """All that arrives until the server closes, without what differs from time to time."""
    client.stage.response = response
    head = [f"{method} /now HTTP/1.1", "Host: a.example", "Connection: close", *lines]
    with socket.create_connection(("127.0.0.1", client.port), 5) as connection:
        connection.sendall("\r\n".join([*head, "", ""]).encode())
        reply = b"".join(iter(lambda: connection.recv(65536), b""))
    boundary = re.search(rb"boundary=([0-9a-f]+)", reply)
    return reply.replace(boundary[1], b"BOUNDARY") if boundary else reply


REQUESTS: dict[str, tuple[str, ...]] = {
    "whole": (),
    "first bytes": ("Range: bytes=0-9",),
    "from the middle": ("Range: bytes=128000-128999",),
    "to the end": ("Range: bytes=255990-",),
    "last bytes": ("Range: bytes=-10",),
    "beyond the end": ("Range: bytes=0-999999999",),
    "several": ("Range: bytes=0-9,20-29,-5",),
    "overlapping": ("Range: bytes=0-9,5-29",),
    "not satisfiable": ("Range: bytes=999999-",),
    "malformed": ("Range: bytes=a-b",),
    "another unit": ("Range: items=0-9",),
    "backwards": ("Range: bytes=9-0",),
    "if-range, date": (
        "Range: bytes=0-9",
        "If-Range: Tue, 14 Nov 2023 22:13:20 GMT",
    ),
    "if-range, older date": (
        "Range: bytes=0-9",
        "If-Range: Tue, 14 Nov 2023 22:13:19 GMT",
    ),
    "if-range, other tag": ("Range: bytes=0-9", 'If-Range: "other"'),
    "if-range, weak tag": ("Range: bytes=0-9", 'If-Range: W/"other"'),
}


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("lines", REQUESTS.values(), ids=REQUESTS)
def test_as_the_framework_sends_it(
    client: Client, file: Path, lines: tuple[str, ...], method: str
) -> None:
    """Ranges, HEAD, If-Range, 400 and 416 are the framework's, byte for byte."""
    ours = received(client, API.Plain(file), *lines, method=method)
    theirs = received(client, FileResponse(file), *lines, method=method)
    assert ours == theirs
    assert b"HTTP/1.1" in ours


def test_as_written_by_hand(client: Client, file: Path) -> None:
    """Declared headers come first, then what the framework adds, in its order."""
    ours = received(client, API.Pdf(file, number=7), "Range: bytes=0-99")
    theirs = FileResponse(
        file,
        headers={"Cache-Control": "no-store"},
        media_type="application/pdf",
        filename="invoice-7.pdf",
        content_disposition_type="inline",
    )
    assert ours == received(client, theirs, "Range: bytes=0-99")
    assert b'content-disposition: inline; filename="invoice-7.pdf"\r\n' in ours


def test_arguments_come_before_the_keys(file: Path) -> None:
    """The media type, the file name and the disposition that callers give are sent."""
    response = API.Pdf(
        file,
        media_type="image/png",
        filename="Zoë.png",
        content_disposition_type="attachment",
        stat_result=file.stat(),
        number=7,
    )
    assert [name for name, _ in response.raw_headers] == [
        *(b"cache-control", b"content-type", b"accept-ranges"),
        *(b"content-disposition", b"content-length", b"last-modified", b"etag"),
    ]
    assert response.headers["content-type"] == "image/png"
    given = response.headers["content-disposition"]
    assert given == "attachment; filename=\"Zoe.png\"; filename*=UTF-8''Zo%C3%AB.png"


def test_the_type_is_guessed_as_the_framework_does(file: Path) -> None:
    """Of the file name, else of the path, where neither key nor argument says it."""
    for name in (None, "a.png", "a.txt", "a.unknown"):
        ours, theirs = (
            kind(file, filename=name).headers for kind in (API.Plain, FileResponse)
        )
        assert ours["content-type"] == theirs["content-type"]


@compares_declared
def test_declared_headers_beat_the_frameworks(client: Client, file: Path) -> None:
    """Its own ETag is only a default; a range is asked for by the declared one."""
    response = API.Tagged(file, etag="v1", headers={"Content-Disposition": "inline"})
    lines = ("Range: bytes=0-9", 'If-Range: "v1"')
    reply = received(client, response, *lines)
    assert reply.startswith(b"HTTP/1.1 206 ")
    assert reply.endswith(TEXT[:10])
    assert reply.lower().count(b"etag:") == 1
    assert b'etag: "v1"\r\naccept-ranges: none\r\ncontent-disposition: inline' in reply


@pytest.mark.parametrize("status", [204, 205, 304])
def test_no_file_is_opened(client: Client, file: Path, status: int) -> None:
    """A status without a body sends headers, whether the file is there or not."""
    ran = threading.Event()
    absent = file.with_name("absent")
    for response in (
        API.Pdf(file, status, number=7, stat_result=file.stat()),
        API.Pdf(absent, status, number=7, background=BackgroundTask(ran.set)),
    ):
        head, _, body = received(client, response).partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 %d " % status)
        assert b"cache-control: no-store" in head
        assert body == b""
        assert (b"content-length: 0" in head) == (status == 205)
        assert b"content-type" not in head
    assert ran.wait(5)


def test_root(client: Client, media: Path) -> None:
    """Paths are below the folder, which is read for each response."""
    reply = received(client, API.Media("a.bin"), method="HEAD")
    assert reply == received(client, FileResponse(media / "a.bin"), method="HEAD")
    for path in ("../a.bin", str(media / "a.bin"), "", "a\0"):
        with pytest.raises(ValueError, match=r"^path: "):
            API.Media(path)
    assert API.Media("absent").path == str(media / "absent")


def test_missing(media: Path) -> None:
    """A file that is not there, and a path that leads out, raise the framework's HTTPException."""
    assert API.Found("a.bin").status_code == 200
    for made, status in (
        (lambda: API.Found("absent"), 404),
        (lambda: API.Found("../a.bin"), 404),
        (lambda: API.Found("."), 404),
        (lambda: API.Here(media / "absent"), 410),
        (lambda: API.Here(media), 410),
    ):
        with pytest.raises(HTTPException) as raised:
            made()
        assert (raised.value.status_code, type(raised.value)) == (status, HTTPException)


@pytest.mark.parametrize(
    "wrong",
    [
        {"filename": "a\nb"},
        {"filename": "\ud800"},
        {"filename": "a", "content_disposition_type": "inline; x"},
        {"filename": "a", "content_disposition_type": ""},
        {"media_type": "no type"},
        {"headers": {"Content-Length": "many"}},
        {"status_code": 99},
    ],
    ids=str,
)
def test_what_cannot_be_sent_raises(file: Path, wrong: dict[str, Any]) -> None:
    """In the constructor, naming the field."""
    with pytest.raises(ValueError, match=r"^[a-z_-]+: "):
        API.Plain(file, **wrong)


@pytest.mark.parametrize("url", ["/a b?c=é#d", "https://a.example/%20", "", "//x"])
def test_redirects_as_the_framework_sends_them(client: Client, url: str) -> None:
    """Location follows all other fields, percent-encoded as there."""
    theirs = RedirectResponse(url, 303, {"x-a": "1"})
    assert received(client, API.Onward(url, 303)) == received(client, theirs)
