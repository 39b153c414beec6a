"""Closing a year, and its report."""

from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Response, status
from fastapi.responses import JSONResponse, RedirectResponse

from .. import books
from ..models import User
from ..security import Current, owner

router = APIRouter(prefix="/years", tags=["years"])


@router.post("/{year}/close")
def close(year: int, user: Annotated[User, Depends(owner)]) -> Response:
    if year in books.closed:
        return JSONResponse(
            {"success": False, "error": {"code": "closed", "message": "The year is closed"}},
            409,
            {"Cache-Control": "no-store"},
        )
    if not 1990 < year < 2100:
        raise HTTPException(status.HTTP_400_BAD_REQUEST, "Not a year", headers={"X-Year": f"{year}"})
    books.closed.add(year)
    return Response(status_code=204)


@router.get("/{year}.csv")
def report(year: int, user: Current) -> Response:
    lines = [f"{one.number};{one.amount}\r\n" for one in books.entries if one.day.year == year]
    return Response(
        "number;amount\r\n" + "".join(lines),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="ledger-{year}.csv"'},
    )


@router.get("/{year}")
def summary(year: int, user: Current) -> JSONResponse:
    own = [one for one in books.entries if one.day.year == year]
    response = JSONResponse(
        {"success": True, "data": {"year": year, "entries": len(own), "closed": year in books.closed}}
    )
    response.headers["Cache-Control"] = "no-store"
    return response


@router.get("")
def latest(user: Current) -> RedirectResponse:
    years = sorted({one.day.year for one in books.entries})
    if not years:
        raise HTTPException(404, detail="There are no entries", headers={"Cache-Control": "max-age=60"})
    return RedirectResponse(f"/years/{years[-1]}", status.HTTP_302_FOUND)
