"""What the desks in the branches do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from fastapi import APIRouter, Header, HTTPException, Request, Response
from fastapi.responses import RedirectResponse

from .. import store
from ..auth import active_member
from ..config import settings
from ..errors import CENTRAL_ONLY, CardExpired
from ..responses import Closing, LibraryJSON, Slow

if TYPE_CHECKING:
    from ..models import Branch

router = APIRouter(prefix="/desk")


def desk(branch: "Branch | None") -> None:  # noqa: UP037  # Branch is for type checkers
    if branch != "central":
        raise CENTRAL_ONLY


@router.post("/stocktaking")
def stocktaking(x_branch: Annotated[str | None, Header()] = None) -> LibraryJSON:
    if x_branch not in (None, "central"):
        raise CENTRAL_ONLY
    return LibraryJSON({"books": len(store.books)}, status_code=202)


@router.post("/renewals")
def renew(request: Request, sid: str = "") -> LibraryJSON:
    try:
        member = active_member(request, sid)
    except CardExpired as expired:
        return LibraryJSON({"renewed": True}, headers=expired.headers)
    return LibraryJSON({"renewed": False, "name": member.name})


@router.get("/queue")
def queue(length: int = 0) -> LibraryJSON:
    if length > 9:
        return Slow({"detail": "The queue is full."})
    return LibraryJSON({"length": length})


@router.get("/ticket")
def ticket(response: Response, x_key: Annotated[str | None, Header()] = None) -> dict[str, str]:
    if x_key is None:
        raise HTTPException(
            401, "A key, please.", headers={"WWW-Authenticate": f'Bearer realm="{settings.realm}"'}
        )
    response.headers["Cache-Control"] = "no-store"
    return {"ticket": x_key.upper()}


@router.post("/close")
def close() -> Closing:
    return Closing(status_code=204)


@router.post("/return")
def return_box() -> RedirectResponse:
    return RedirectResponse("/books", status_code=303)
