"""Redirects, streams and files: what they are made of, by place and by name."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from fastapi import Request
from fastapi.responses import FileResponse, ORJSONResponse, RedirectResponse, StreamingResponse
from kinds_catalogue.api import Book, Export, Manual, Onward, Picture, Raw, SeeOther

FILE = Path(__file__).parent / "schemas" / "api.yaml"


def rows(count: int) -> Iterator[str]:
    yield from ("a;b\r\n" for _ in range(count))


async def pieces() -> AsyncIterator[bytes]:
    yield b"\x00"
    yield b"\xff"


def send_elsewhere(url: str) -> RedirectResponse:
    return SeeOther(url)


def send_by_name(url: str) -> RedirectResponse:
    return SeeOther(f"/{url}?q={url}#é")


def send_onward(url: str) -> RedirectResponse:
    response = Onward(url, status_code=302)
    return response


def send_named_status(url: str) -> RedirectResponse:
    return Onward(url, status_code=301)


def send_login() -> RedirectResponse:
    return RedirectResponse("/login")


def send_book(number: int) -> RedirectResponse:
    return Book(book_id=int(number))


def go(request: Request) -> RedirectResponse:
    return SeeOther(request.url_for("book", number=1))


def send_export(count: int) -> StreamingResponse:
    return Export(rows(count), x_rows=int(count))


def send_pieces() -> StreamingResponse:
    return Raw(pieces())


def send_manual() -> FileResponse:
    return Manual(FILE)


def send_named_manual() -> FileResponse:
    return Manual(FILE, filename="manual.2.yaml")


def send_picture() -> FileResponse:
    return Picture(str(FILE), filename="cover.png")


def send_saved_picture() -> FileResponse:
    return Picture(FILE, filename="cover.png", content_disposition_type="attachment")


def send_book_by_text(title: str) -> RedirectResponse:
    return RedirectResponse(f"/books/{title}", 302)


def send_judged(url: str) -> RedirectResponse:
    return RedirectResponse(url, 308)


def send_nowhere() -> RedirectResponse:
    return RedirectResponse(None, 303)  # type: ignore[arg-type] # as people do


def send_letters() -> StreamingResponse:
    return StreamingResponse("abc", media_type="text/csv")


def send_any_name(name: str) -> FileResponse:
    return FileResponse(FILE, media_type="image/png", filename=name)


def send_other_stream(count: int) -> StreamingResponse:
    return StreamingResponse(rows(count), media_type="text/plain")


def fast(data: object) -> ORJSONResponse:
    return ORJSONResponse(data, 201)
