"""Files and streams: what they are saved as, and what has no class."""

import os
from collections.abc import AsyncIterator, Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.responses import EventSourceResponse, FileResponse, Response, StreamingResponse

MEDIA = Path(__file__).parent

app = FastAPI()


def rows(count: int) -> Iterator[str]:
    yield from ("a,b\r\n" for _ in range(count))


async def events() -> AsyncIterator[bytes]:
    yield b"data: 1\n\n"


# Streams


def send_rows(count: int) -> Response:
    if count == 0:
        return StreamingResponse(rows(0), media_type="text/csv", headers={"Cache-Control": "no-store"})
    if count == 1:
        response = StreamingResponse(iter(["a", b"b"]), 200, media_type="text/csv")
        response.headers["Cache-Control"] = "no-store"
        return response
    return StreamingResponse(content=rows(count), media_type="text/csv", headers={"cache-control": "no-store"})


@app.get("/rows/{count}/{number}")
def send_saved_rows(count: int, number: int) -> Response:
    if count == 0:
        return StreamingResponse(
            rows(0), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="rows-{number}.csv"'}
        )
    if count == 1:
        return StreamingResponse(
            rows(1), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="rows-{count}.csv"'}
        )
    return StreamingResponse(
        rows(2),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="rows-{len(str(number))}.csv"'},
    )


def send_dated_rows(kind: str, when: date) -> Response:
    if kind == "a":
        return StreamingResponse(
            rows(0), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{when}.tsv"'}
        )
    if kind == "b":
        return StreamingResponse(rows(0), media_type="text/tsv", headers={"Content-Disposition": "attachment"})
    return StreamingResponse(
        rows(0), media_type="text/tsv", headers={"Content-Disposition": f"attachment; filename*=UTF-8''{quote(kind)}"}
    )


def send_named_rows(count: int) -> Response:
    """A file whose header is written by hand has filename already."""
    if count == 0:
        return Response("a", media_type="text/tsv", headers={"Content-Disposition": 'attachment; filename="a.tsv"'})
    if count == 1:
        return Response("b", media_type="text/tsv", headers={"Content-Disposition": 'attachment; filename="b.tsv"'})
    name = 'attachment; filename="c.tsv"'
    return Response(str(count), media_type="text/tsv", headers={"Content-Disposition": name})


def send_headed_file(kind: str) -> Response:
    """The field that is written by hand goes before that of the file."""
    if kind == "a":
        return FileResponse(MEDIA / "code.py", headers={"Content-Disposition": 'attachment; filename="a.tsv"'})
    if kind == "b":
        return FileResponse(MEDIA / "code.py", headers={"Content-Disposition": 'attachment; filename="b c.tsv"'})
    return FileResponse(MEDIA / "code.py", headers={"Content-Disposition": 'attachment; filename="c.tsv"'})


def send_lines(count: int) -> Response:
    """Text that is JSON by name is passed on."""
    if count == 0:
        return StreamingResponse(rows(0), media_type="application/json")
    if count == 1:
        return StreamingResponse(rows(1), 200, None, "application/json")
    return StreamingResponse(rows(count), media_type="application/json")


def send_events(again: bool) -> Response:
    if again:
        return EventSourceResponse(events(), headers={"Cache-Control": "no-cache"})
    response = EventSourceResponse(events())
    response.headers["Cache-Control"] = "no-cache"
    return response


def typed_events() -> EventSourceResponse:
    return EventSourceResponse(events(), headers={"Cache-Control": "no-cache"})


def more_events() -> Response:
    return StreamingResponse(events(), media_type="text/event-stream", headers={"Cache-Control": "no-cache"})


def send_bytes(count: int) -> Response:
    """A stream of no type. It is a helper, too."""
    return StreamingResponse(rows(count))


class Export(StreamingResponse):
    """Rows. One after the other."""

    media_type = "text/csv"

    def __init__(self, lines: Any, total: int) -> None:
        super().__init__(lines, headers={"X-Total": str(total)})


class Encoding(StreamingResponse):
    """What makes its items by itself is no class of a schema."""

    media_type = "text/csv"

    def __init__(self, lines: Iterator[Any]) -> None:
        super().__init__(f"{each}\n" for each in lines)


class Spool(StreamingResponse):
    media_type = "text/plain"


def send_export(count: int) -> Response:
    return Export(rows(count), int(count))


def send_spool(count: int) -> Response:
    return Spool(rows(count))


def use_encoding() -> Response:
    return Encoding(iter([1]))


# Files


def send_picture(kind: str) -> Response:
    if kind == "a":
        return FileResponse(MEDIA / "code.py", media_type="image/png", filename="a.png", content_disposition_type="inline")
    if kind == "b":
        return FileResponse(
            MEDIA / "code.py", media_type="image/png", filename="b.png", content_disposition_type="inline"
        )
    if kind == "c":
        return FileResponse(MEDIA / "none", media_type="image/png")
    return FileResponse(str(MEDIA / kind), media_type="image/png")


@app.get("/invoices/{number}")
def send_invoice(number: int) -> Response:
    if number == 1:
        return FileResponse(MEDIA / "code.py", filename=f"invoice-{number}.pdf", media_type="application/pdf")
    if number == 2:
        return FileResponse(path=MEDIA / "code.py", filename=f"invoice-{number}.pdf", media_type="application/pdf")
    return FileResponse(MEDIA / "code.py", 200, None, "application/pdf", None, f"invoice-{number}.pdf")


def send_uncertain(number: int) -> Response:
    """A caller may give True."""
    if number == 1:
        return FileResponse(MEDIA / "code.py", filename=f"{number}.zip", media_type="application/zip")
    if number == 2:
        return FileResponse(MEDIA / "code.py", filename=f"{number}.zip", media_type="application/zip")
    return FileResponse(MEDIA / "code.py", filename=f"{number}.zip", media_type="application/zip")


def send_manual(kind: str) -> Response:
    if kind == "a":
        return FileResponse(MEDIA / "code.py", filename="manual.pdf", media_type="application/pdf")
    if kind == "b":
        return FileResponse(MEDIA / "code.py", filename="manual.pdf", media_type="application/pdf")
    return FileResponse(MEDIA / "code.py", filename="manual.pdf", media_type="application/pdf")


def send_guessed(path: str) -> Response:
    """A file whose name says its type."""
    return FileResponse(MEDIA / path, headers={"Cache-Control": "max-age=60"})


class Invoice(FileResponse):
    media_type = "application/pdf"  # which files do not ask

    def __init__(self, path: str, number: int) -> None:
        super().__init__(path, media_type="application/pdf", filename=f"{number}.pdf")


class Plain(FileResponse):
    media_type = "text/x-plain"


def send_class(number: int) -> Response:
    return Invoice(os.fspath(MEDIA / "code.py"), len(str(number)))


def send_plain(path: str) -> Response:
    return Plain(path)


# What stays


def unescaped(name: str, count: int) -> Response:
    if count == 0:
        return StreamingResponse(
            rows(0), media_type="text/csv", headers={"Content-Disposition": f'attachment; filename="{name}"'}
        )
    if count == 1:
        return FileResponse(MEDIA / "x", headers={"Content-Disposition": f"attachment; filename={name}"})
    if count == 2:
        return FileResponse(MEDIA / "x", 200, filename=name)
    if count == 3:
        return FileResponse(MEDIA / "x", 200, filename="two words.txt")
    if count == 4:
        return FileResponse(MEDIA / "x", 200, filename="x.txt", content_disposition_type=name)
    if count == 5:
        return StreamingResponse(name, 200)
    return FileResponse(None, 200)  # type: ignore[arg-type] # as people do


class Named(FileResponse):
    def __init__(self, path: str, name: str) -> None:
        super().__init__(path, headers={"Content-Disposition": f'attachment; filename="{name}"'})


def use_named() -> Response:
    return Named("a", 'b"; filename="c')
