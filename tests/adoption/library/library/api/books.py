"""The catalogue of books."""

from __future__ import annotations

from typing import Any

from fastapi import APIRouter, Response
from fastapi.responses import JSONResponse

from .. import store
from ..config import settings
from ..models import Book, NewBook
from ..responses import Counted, Created, LibraryJSON, NotFoundProblem, Problem

router = APIRouter(prefix="/books")


@router.get("")
def list_books(author: str | None = None, page: int = 1) -> LibraryJSON:
    found = store.search(author)
    first = (page - 1) * settings.page_size
    shown = [book.model_dump() for book in found[first : first + settings.page_size]]
    return Counted(shown, len(found))


@router.post("")
def add_book(new: NewBook) -> Response:
    if new.isbn in store.books:
        return JSONResponse({"detail": "We have that book."}, status_code=409)
    if not new.isbn.isdigit():
        return Problem(422, "Not an ISBN", f"{new.isbn!r} has other characters than digits.")
    book = store.add(new)
    return Created(book.model_dump(), f"/books/{book.isbn}")


def part(response: Response) -> dict[str, Any]:
    """One answer inside of another."""
    return {"status": response.status_code, "location": response.headers.get("location")}


@router.post("/batch")
def add_books(new: list[NewBook]) -> Created:
    books = [store.add(one) for one in new]
    return Created(
        [
            part(Created(book.model_dump(), f"/books/{book.isbn}"))
            for book in books  # in the order in which they came
        ],
        "/books?page=1",
    )


@router.get("/{isbn}")
def one_book(isbn: str) -> Response:
    match store.books.get(isbn):
        case None:
            return NotFoundProblem(f"There is no book {isbn}.")
        case Book(withdrawn=True):
            return JSONResponse({"detail": "The book was withdrawn."}, status_code=410)
        case book:
            response = LibraryJSON(book.model_dump())
            response.headers["Cache-Control"] = "public, max-age=60"
            response.headers["ETag"] = f'"{book.isbn}-{book.copies}"'
            return response


@router.delete("/{isbn}")
def withdraw(isbn: str) -> Response:
    if (book := store.books.get(isbn)) is None:
        return NotFoundProblem(detail=f"There is no book {isbn}.")
    if book.withdrawn:
        return JSONResponse({"detail": "It was withdrawn before."}, status_code=409)
    store.books[isbn] = book.model_copy(update={"withdrawn": True})
    return Response(status_code=204)
