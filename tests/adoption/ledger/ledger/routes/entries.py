"""Entries of the journal: written, and never changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, Header, HTTPException
from fastapi.responses import JSONResponse, PlainTextResponse, Response

from .. import books
from ..envelope import answer, created, fail, ok
from ..models import NewEntry, User
from ..security import Current, bookkeeper

if TYPE_CHECKING:
    from ..models import Entry

router = APIRouter(prefix="/entries", tags=["entries"])


def found(number: int) -> Entry:
    if not 0 < number <= len(books.entries):
        raise HTTPException(status_code=404, detail="No such entry")
    return books.entries[number - 1]


@router.post("")
def add_entry(
    new: NewEntry,
    user: Annotated[User, Depends(bookkeeper)],
    if_none_match: Annotated[str | None, Header()] = None,
) -> Response:
    for code in (new.debit, new.credit):
        if code not in books.accounts:
            return fail("unknown", f"There is no account {code}")
    if new.day.year in books.closed:
        return JSONResponse(
            status_code=409,
            content={"success": False, "error": {"code": "closed", "message": "The year is closed"}},
            headers={"Cache-Control": "no-store"},
        )
    if if_none_match == f'"{len(books.entries)}"':
        return Response(status_code=204)
    entry = books.post(new, user.name)
    return created(entry.model_dump(mode="json"), f"/entries/{entry.number}")


@router.get("/{number}")
def one_entry(number: int, user: Current) -> JSONResponse:
    entry = found(number)
    response = ok(entry.model_dump(mode="json"))
    response.headers["ETag"] = f'"{entry.number}"'
    return response


@router.get("/{number}/receipt")
def receipt(number: int, user: Current) -> PlainTextResponse:
    entry = found(number)
    response = PlainTextResponse(f"{entry.day}: {entry.text}, {entry.amount}")
    response.headers["Content-Disposition"] = "attachment"
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("/{number}/proof")
def proof(number: int, user: Current) -> JSONResponse:
    return answer(found(number).number, signed=books.sign(user.name))


@router.delete("/{number}")
def never(number: int, user: Annotated[User, Depends(bookkeeper)]) -> JSONResponse:
    return JSONResponse(
        {"success": False, "error": {"code": "never", "message": "Entries are for ever"}},
        status_code=405,
        headers={"Cache-Control": "no-store", "Allow": "GET"},
    )
