"""Lending and returning."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Depends, HTTPException, Response

from .. import store
from ..auth import active_member, current_member
from ..errors import OutOfCopies
from ..models import Loan, Member, NewLoan
from ..responses import Created, LibraryJSON

if TYPE_CHECKING:
    from ..responses import NotFoundProblem

router = APIRouter(prefix="/loans")


def owned(number: int, member: Member) -> Loan:
    loan = store.loans.get(number)
    if loan is None:
        raise LookupError(f"loan {number}")
    if loan.card != member.card:
        raise HTTPException(403, "It is not yours.", headers={"Cache-Control": "no-store"})
    return loan


@router.post("")
def lend(new: NewLoan, member: Annotated[Member, Depends(active_member)]) -> Created:
    book = store.books.get(new.isbn)
    if book is None:
        raise LookupError(f"book {new.isbn}")
    taken = sum(not one.returned for one in store.loans.values() if one.isbn == new.isbn)
    if taken >= book.copies:
        raise OutOfCopies(new.isbn, taken)
    loan = store.lend(new.isbn, member.card)
    return Created(loan.model_dump(), location=f"/loans/{loan.number}")


@router.get("")
def mine(member: Annotated[Member, Depends(current_member)]) -> LibraryJSON:
    own = [loan.model_dump() for loan in store.loans.values() if loan.card == member.card]
    response = LibraryJSON(own)
    response.headers["X-Total-Count"] = str(len(own))
    return response


@router.get("/{number}")
def one_loan(number: int, member: Annotated[Member, Depends(current_member)]) -> LibraryJSON:
    return LibraryJSON(owned(number, member).model_dump())


@router.delete("/{number}")
def give_back(number: int, member: Annotated[Member, Depends(current_member)]) -> Response:
    loan = owned(number, member)
    if loan.returned:
        return already(loan) or Response(status_code=204)
    store.loans[number] = loan.model_copy(update={"returned": True})
    return Response(status_code=204)


def already(loan: Loan) -> NotFoundProblem | None:
    """Loans of books that are gone are gone themselves."""
    from ..responses import NotFoundProblem

    if loan.isbn in store.books:
        return None
    return NotFoundProblem(f"Loan {loan.number} is over.")
