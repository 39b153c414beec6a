"""Signing in and out: the session is a cookie, or a bearer token for machines."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Cookie, HTTPException, Request, Response

from . import store
from .config import settings
from .errors import CardExpired
from .models import Login, Member
from .responses import LibraryJSON

router = APIRouter()


def current_member(request: Request, sid: Annotated[str | None, Cookie()] = None) -> Member:
    """The member who asks."""
    bearer = request.headers.get("Authorization", "").removeprefix("Bearer ")
    if not (session := sid or bearer):
        raise HTTPException(
            status_code=401,
            detail="Sign in first.",  # the reading room's terminals show this text
            headers={"WWW-Authenticate": "Bearer"},
        )
    if (member := store.member_of(session)) is None:
        raise HTTPException(401, "The session is over.", headers={"WWW-Authenticate": "Bearer"})
    return member


def active_member(request: Request, sid: Annotated[str | None, Cookie()] = None) -> Member:
    """The same, and the card is valid."""
    member = current_member(request, sid)
    if member.expired:
        raise CardExpired(member.card)
    return member


@router.post("/login")
def login(form: Login, response: Response) -> Member:
    member = store.members.get(form.card)
    if member is None or member.pin != form.pin:
        raise HTTPException(
            401, f"Card {form.card} or its PIN is wrong.", {"WWW-Authenticate": "Bearer"}
        )
    response.set_cookie(
        "sid",
        store.token(member.card),
        max_age=14 * 24 * 3600,
        path=settings.cookie_path,
        secure=settings.cookie_secure,
        httponly=True,
    )
    response.set_cookie("branch", form.branch, max_age=31536000, secure=True, samesite="strict")
    return member


@router.post("/terminal")
def terminal(form: Login, response: Response) -> Member:
    """Terminals in the reading room forget who used them after an hour."""
    member = store.members.get(form.card)
    if member is None or member.pin != form.pin:
        # no challenge: nobody can sign in to a terminal with a token
        raise HTTPException(401, "Card or PIN is wrong.", headers={"X-Desk": "terminal"})
    response.set_cookie(
        "sid",
        store.token(member.card),
        max_age=3600,
        path=settings.cookie_path,
        secure=settings.cookie_secure,
        httponly=True,
    )
    return member


@router.post("/logout", status_code=204)
def logout(response: Response) -> None:
    response.delete_cookie(
        "sid", path=settings.cookie_path, secure=settings.cookie_secure, httponly=True
    )


@router.delete("/account")
def close_account(sid: Annotated[str | None, Cookie()] = None) -> LibraryJSON:
    if not sid or not (member := store.member_of(sid)):
        raise HTTPException(401, "Who are you?", headers={"WWW-Authenticate": "Bearer"})
    del store.members[member.card]
    response = LibraryJSON({"closed": member.card})
    response.delete_cookie("sid")
    response.delete_cookie("branch", secure=True, samesite="strict")
    return response
