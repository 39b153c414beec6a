"""The chart of accounts."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response
from fastapi.responses import JSONResponse

from .. import books
from ..envelope import created, fail, merged, ok, paged
from ..models import NewAccount, User
from ..security import Current, owner

router = APIRouter(prefix="/accounts", tags=["accounts"])


@router.get("")
def list_accounts(user: Current, page: int = 1, size: int = 2) -> JSONResponse:
    codes = sorted(books.accounts)
    shown = [books.accounts[code].model_dump() for code in codes[(page - 1) * size : page * size]]
    more = page * size < len(codes)
    return paged(shown, len(codes), f"/accounts?page={page + 1}" if more else None)


@router.post("")
def add_account(new: NewAccount, user: Annotated[User, Depends(owner)]) -> JSONResponse:
    if new.code in books.accounts:
        return JSONResponse(
            {"success": False, "error": {"code": "exists", "message": f"{new.code} is there already"}},
            status_code=409,
            headers={"Cache-Control": "no-store"},
        )
    books.accounts[new.code] = new
    return created(new.model_dump(), f"/accounts/{new.code}")


@router.get("/compare")
def compare(user: Current, first: str, second: str) -> JSONResponse:
    return merged(
        JSONResponse({"success": True, "data": first}, headers={"Cache-Control": "no-store"}),
        JSONResponse(
            {"success": True, "data": str(books.balance(second))},
            headers={"Cache-Control": "no-store"},  # a balance is never kept
        ),
    )


@router.get("/{code}")
def one_account(code: str, user: Current) -> JSONResponse:
    if (account := books.accounts.get(code)) is None:
        return fail("unknown", f"There is no account {code}", status_code=404)
    return ok({**account.model_dump(), "balance": str(books.balance(code))})


@router.delete("/{code}")
def remove_account(code: str, user: Annotated[User, Depends(owner)]) -> Response:
    if code not in books.accounts:
        return JSONResponse(
            content={
                "success": False,
                "error": {"code": "unknown", "message": f"There is no account {code}"},
            },
            status_code=404,
            headers={"Cache-Control": "no-store"},
        )
    if any(code in (one.debit, one.credit) for one in books.entries):
        raise HTTPException(409, "The account has entries", headers={"X-Entries": code})
    del books.accounts[code]
    return Response(status_code=204)
