"""Redirects, streams and files: what they are made of, by place and by name."""

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

from fastapi import Request, status
from fastapi.responses import (
    EventSourceResponse,
    FileResponse,
    ORJSONResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)

FILE = Path(__file__).parent / "schemas" / "api.yaml"


def rows(count: int) -> Iterator[str]:
    yield from ("a;b\r\n" for _ in range(count))


async def pieces() -> AsyncIterator[bytes]:
    yield b"\x00"
    yield b"\xff"


def send_elsewhere(url: str) -> RedirectResponse:
    return RedirectResponse(url, status_code=303)


def send_by_name(url: str) -> RedirectResponse:
    return RedirectResponse(status_code=status.HTTP_303_SEE_OTHER, url=f"/{url}?q={url}#é")


def send_onward(url: str) -> RedirectResponse:
    response = RedirectResponse(url, 302)
    response.headers["Cache-Control"] = "no-store"
    return response


def send_named_status(url: str) -> RedirectResponse:
    return RedirectResponse(url, status.HTTP_301_MOVED_PERMANENTLY, {"Cache-Control": "no-store"})


def send_login() -> RedirectResponse:
    return RedirectResponse("/login")


def send_book(number: int) -> RedirectResponse:
    return RedirectResponse(f"/books/{int(number)}", 302)


def go(request: Request) -> RedirectResponse:
    return RedirectResponse(request.url_for("book", number=1), 303)


def send_export(count: int) -> StreamingResponse:
    return StreamingResponse(rows(count), headers={"X-Rows": str(int(count))}, media_type="text/csv")


def send_pieces() -> StreamingResponse:
    return StreamingResponse(content=pieces(), media_type="application/octet-stream")


def send_manual() -> FileResponse:
    return FileResponse(FILE, headers={"cache-control": "max-age=60"})


def send_named_manual() -> FileResponse:
    return FileResponse(FILE, headers={"cache-control": "max-age=60"}, filename="manual.2.yaml")


def send_picture() -> FileResponse:
    return FileResponse(path=str(FILE), media_type="image/png", filename="cover.png", content_disposition_type="inline")


def send_saved_picture() -> FileResponse:
    return FileResponse(FILE, media_type="image/png", filename="cover.png")


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
    return FileResponse(FILE, media_type="application/pdf", filename=f"invoice-{number}.pdf")


def send_counted_invoice(text: str) -> Response:
    return FileResponse(FILE, media_type="application/pdf", filename=f"invoice-{len(text)}.pdf")


def send_chosen_name(flag: bool) -> Response:
    return FileResponse(FILE, media_type="application/pdf", filename="a.pdf" if flag else "b.pdf")


def send_text_in_name(title: str) -> Response:
    return FileResponse(FILE, media_type="application/pdf", filename=f"invoice-{title}.pdf")


def send_guessed() -> Response:
    return Guessed(FILE)


def send_saved_rows(number: int) -> Response:
    return StreamingResponse(
        rows(1), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{number}.tsv"'}
    )


def send_counted_rows(text: str) -> Response:
    return StreamingResponse(
        rows(1), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{len(text)}.tsv"'}
    )


def send_rows_as(title: str) -> Response:
    return StreamingResponse(
        rows(1), media_type="text/tsv", headers={"Content-Disposition": f'attachment; filename="{title}.tsv"'}
    )


def send_events() -> Response:
    return EventSourceResponse(pieces(), headers={"Cache-Control": "no-cache"})


def send_typed_events() -> EventSourceResponse:
    return EventSourceResponse(pieces(), headers={"Cache-Control": "no-cache"})


def send_named_rows(flag: bool) -> Response:
    if flag:
        return StreamingResponse(
            rows(1), media_type="text/xsv", headers={"Content-Disposition": 'attachment; filename="a.xsv"'}
        )
    return StreamingResponse(
        rows(1), media_type="text/xsv", headers={"Content-Disposition": 'attachment; filename="two words.xsv"'}
    )


def send_shown_rows() -> Response:
    return StreamingResponse(
        rows(1), media_type="text/xsv", headers={"Content-Disposition": 'inline; filename="a.xsv"'}
    )


def text_of(count):
    return ",".join(["a"] * count)


def send_a_text_of_another(count: int) -> Response:
    return StreamingResponse(text_of(count), media_type="text/csv", headers={"X-Rows": "1"})
