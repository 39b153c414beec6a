"""What goes wrong, and how it is answered."""

from __future__ import annotations

from fastapi import HTTPException, Request
from fastapi.responses import JSONResponse

from .responses import LibraryJSON, NotFoundProblem

# Raised wherever a desk may not do what only the central desk may.
CENTRAL_ONLY = HTTPException(403, "Ask at the central desk.", headers={"X-Desk": "central"})


class CardExpired(HTTPException):
    """The desk catches it and renews the card."""

    def __init__(self, card: str) -> None:
        super().__init__(403, f"Card {card} has expired.", headers={"X-Renew": "/renewals"})


class OutOfCopies(Exception):
    def __init__(self, isbn: str, waiting: int) -> None:
        super().__init__(isbn)
        self.isbn = isbn
        self.waiting = waiting


async def out_of_copies(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, OutOfCopies)
    return JSONResponse(
        {"detail": f"All copies of {error.isbn} are lent."},
        status_code=409,
        headers={"Retry-After": "86400"},
    )


async def no_such_thing(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, LookupError)
    return NotFoundProblem(f"There is no {error.args[0]}.")


def is_ours(response: object) -> bool:
    """Whether our own classes made it; what the framework made is a JSONResponse at most."""
    return isinstance(response, LibraryJSON)
