"""Redirects, streams and files: what they are made of, by place and by name."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from fastapi import Request
from fastapi.responses import (
    EventSourceResponse,
    FileResponse,
    ORJSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from kinds_catalogue.api import (
    Book,
    Events,
    Export,
    Invoice,
    Manual,
    Named,
    Onward,
    Pdf,
    Picture,
    Raw,
    Saved,
    SeeOther,
)

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


class Guessed(FileResponse):
    media_type = "application/pdf"  # which files do not ask


def send_invoice(number: int) -> Response:
    return Pdf(FILE, filename=f"invoice-{number}.pdf")


def send_counted_invoice(text: str) -> Response:
    return Invoice(FILE, number=len(text))


def send_chosen_name(flag: bool) -> Response:
    return Pdf(FILE, filename="a.pdf" if flag else "b.pdf")


def send_text_in_name(title: str) -> Response:
    return FileResponse(FILE, media_type="application/pdf", filename=f"invoice-{title}.pdf")


def send_guessed() -> Response:
    return Guessed(FILE)


def send_saved_rows(number: int) -> Response:
    return StreamingResponse(
        rows(1), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{number}.tsv"'}
    )


def send_counted_rows(text: str) -> Response:
    return Saved(rows(1), title=len(text))


def send_rows_as(title: str) -> Response:
    return StreamingResponse(
        rows(1), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{title}.tsv"'}
    )


def send_events() -> Response:
    return Events(pieces())


def send_typed_events() -> EventSourceResponse:
    return EventSourceResponse(pieces(), headers={"Cache-Control": "no-cache"})


def send_named_rows(flag: bool) -> Response:
    if flag:
        return Named(rows(1), filename="a.xsv")
    return Named(rows(1), filename="two words.xsv")


def send_shown_rows() -> Response:
    return StreamingResponse(
        rows(1), media_type="text/xsv", headers={"Content-Disposition": 'inline; filename="a.xsv"'}
    )


def text_of(count):
    return ",".join(["a"] * count)


def send_a_text_of_another(count: int) -> Response:
    return StreamingResponse(text_of(count), media_type="text/csv", headers={"X-Rows": "1"})
