"""Applications that send streams and files by hand: adopted, generated, migrated, and served as before."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from tests.support.projects import run, served, write

pytestmark = pytest.mark.slow

SENDING = '''\
"""What both applications send."""

from collections.abc import AsyncIterator, Iterable, Iterator
from pathlib import Path

from starlette.responses import FileResponse, Response, StreamingResponse

MEDIA = Path(__file__).parent / "media"


def rows(count: int) -> Iterator[str]:
    yield "number\\r\\n"
    for number in range(count):
        yield f"{number}\\r\\n"


async def ticks() -> AsyncIterator[bytes]:
    for number in range(3):
        yield f"data: {number}\\n\\n".encode()


def failing() -> Iterator[str]:
    yield "first"
    raise ZeroDivisionError


class Report(StreamingResponse):
    """A report."""

    media_type = "text/csv"

    def __init__(self, lines: Iterable[str], total: int) -> None:
        super().__init__(lines, headers={"X-Total": str(total)})


def events(content: AsyncIterator[bytes]) -> StreamingResponse:
    """What goes on."""
    return StreamingResponse(content, media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def send(kind: str, given: int) -> Response:
    number = int(given)
    if kind == "report":
        return Report(rows(number), number)
    if kind == "events":
        return events(ticks())
    if kind == "export":
        return StreamingResponse(
            rows(number), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="rows-{number}.csv"'}
        )
    if kind == "failing":
        return StreamingResponse(
            failing(), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="rows-{number}.csv"'}
        )
    if kind == "none":
        return StreamingResponse(
            iter([]), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="rows-{number}.csv"'}
        )
    if kind == "invoice":
        return FileResponse(MEDIA / "invoice.bin", media_type="application/pdf", filename=f"invoice-{number}.pdf")
    if kind == "missing":
        return FileResponse(MEDIA / "missing", media_type="application/pdf", filename=f"invoice-{number}.pdf")
    if kind == "folder":
        return FileResponse(MEDIA, media_type="application/pdf", filename=f"invoice-{number}.pdf")
    if kind == "cover":
        return FileResponse(MEDIA / "cover.png", headers={"Cache-Control": "max-age=60"})
    if kind == "notes":
        return FileResponse(MEDIA / "notes.txt", headers={"Cache-Control": "max-age=60"})
    return FileResponse(MEDIA / "empty", headers={"Cache-Control": "max-age=60"})
'''
STARLETTE = """\
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from shop.sending import send


async def answer(request: Request) -> Response:
    return send(request.path_params["kind"], request.path_params["number"])


app = Starlette(routes=[Route("/{kind}/{number:int}", answer)])
"""
FASTAPI = """\
from fastapi import FastAPI
from fastapi.responses import Response

from shop.sending import send

app = FastAPI()


@app.api_route("/{kind}/{number}", methods=["GET", "HEAD"])
def answer(kind: str, number: int) -> Response:
    return send(kind, number)
"""
KINDS = (
    *("report", "events", "export", "failing", "none", "invoice", "missing"),
    *("folder", "cover", "notes", "empty"),
)
PARTS = ("bytes=2-5", "bytes=-3", "bytes=1-2,100-", "bytes=90000-", "lines=1")


@pytest.mark.parametrize(
    ("target", "code"), [("fastapi", FASTAPI), ("starlette", STARLETTE)]
)
def test_both_send_the_same(target: str, code: str, tmp_path: Path) -> None:
    settings = f'[tool.respgen]\ntarget = "{target}"\noutput = "shop/catalogue"\n'
    write(
        tmp_path,
        {
            "pyproject.toml": settings,
            "shop/__init__.py": "",
            "shop/sending.py": SENDING,
            "shop/app.py": code,
        },
    )
    media = tmp_path / "shop" / "media"
    media.mkdir()
    for name, size in {"invoice.bin": 80_000, "cover.png": 9, "notes.txt": 200}.items():
        (media / name).write_bytes(b"%PDF" * size)
    (media / "empty").touch()
    before = answers(tmp_path)
    for words in ("adopt --verify --write", "generate", "migrate --write"):
        run(tmp_path, "respgen", *words.split())
    assert run(tmp_path, "respgen", "migrate") == ""
    moved = (tmp_path / "shop" / "sending.py").read_text()
    assert (moved.count("Response("), moved.count("class ")) == (0, 0)
    assert answers(tmp_path) == before


def answers(folder: Path) -> list[object]:
    """What each kind of response is on the wire, whole and in parts."""
    found: list[object] = []
    with served(folder, "shop.app:app") as client:
        for kind in KINDS:
            whole = asked(client, kind, "GET")
            found.append(whole)
            if whole is None or whole[0] != 200:
                continue
            same = {"If-Range": whole[1].get("etag", "")}
            found.append(asked(client, kind, "HEAD"))
            found += [asked(client, kind, "GET", Range=part) for part in PARTS]
            found.append(asked(client, kind, "GET", Range="bytes=1-", **same))
    return found


def asked(
    client: httpx.Client, kind: str, method: str, **headers: str
) -> tuple[int, dict[str, str], bytes] | None:
    """Status, fields and body; None where the connection is lost on the way."""
    try:
        headers["Connection"] = "close"
        reply = client.request(method, f"/{kind}/3", headers=headers)
    except httpx.TransportError:
        assert kind == "failing"
        return None
    fields = {name: value for name, value in reply.headers.items() if name != "date"}
    _, found, boundary = fields.get("content-type", "").partition("boundary=")
    body = reply.content
    if found:  # another one in each answer
        fields["content-type"] = "multipart/byteranges"
        body = body.replace(boundary.encode(), b"")
    return reply.status_code, fields, body
