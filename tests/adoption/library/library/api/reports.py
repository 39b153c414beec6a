"""Tables for the city."""

from __future__ import annotations

from collections.abc import Iterator

from fastapi import APIRouter, Response
from fastapi.responses import StreamingResponse

from .. import store
from ..responses import CsvDownload, MembersCsv

try:
    import orjson
except ImportError:  # the small branches do without
    orjson = None  # type: ignore[assignment]  # there is no such module then

router = APIRouter(prefix="/reports")


@router.get("/members.csv", status_code=200, response_class=MembersCsv)
def members() -> MembersCsv:
    lines = [f"{one.card},{one.name}\r\n" for one in store.members.values()]
    return MembersCsv("card,name\r\n" + "".join(lines))


@router.get("/books.csv")
def books(name: str = "books.csv") -> Response:
    return CsvDownload([(one.isbn, one.title) for one in store.books.values()], name)


def loan_lines() -> Iterator[str]:
    yield "number,isbn\r\n"
    for loan in store.loans.values():
        yield f"{loan.number},{loan.isbn}\r\n"


@router.get("/loans.csv")
def loans() -> StreamingResponse:
    return StreamingResponse(
        loan_lines(),
        media_type="text/csv",
        headers={"Content-Disposition": 'attachment; filename="loans.csv"'},
    )


@router.get("/books.json")
def book_dump() -> Response:
    if orjson is None:
        return Response(status_code=204)
    text = orjson.dumps([one.model_dump() for one in store.books.values()])
    return Response(text, media_type="application/json", headers={"Cache-Control": "no-store"})
