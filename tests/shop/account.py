"""Signing in and out: a cookie is deleted in the scope in which it was set."""

from __future__ import annotations

from hmac import compare_digest
from secrets import token_urlsafe
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from pydantic import BaseModel, Field

from generated.account import (
    AccountJSON,
    SessionPage,
    SignedIn,
    SignedOut,
    TokenRefused,
    WelcomeBack,
    session_cookie,
)
from generated.openapi import CatalogueRoute, raises
from tests.demo.models import Account, ProblemDetails
from tests.shop.data import PASSWORDS

router = APIRouter(tags=["account"], route_class=CatalogueRoute)

FORM = """<!DOCTYPE html><html lang="en"><title>Sign in</title>
<form method="post" action="/session/form">
<input name="name"> <input name="password" type="password"> <button>Sign in</button></form>"""


class Credentials(BaseModel):
    name: str = Field(min_length=1, examples=["ada"])
    password: str = Field(min_length=1, examples=["bergamot"])


SESSIONS: dict[str, Account] = {}
Session = Annotated[str | None, Depends(session_cookie)]


def refused(detail: str) -> TokenRefused.Error:
    problem = ProblemDetails(title="Nobody is signed in", status=401, detail=detail)
    return TokenRefused.Error(problem)


def opened(given: Credentials) -> str:
    """A session begins, under a name that nobody can guess."""
    password = PASSWORDS.get(given.name, "")
    if not compare_digest(password.encode(), given.password.encode()):
        raise refused("Name or password is wrong.")
    session = token_urlsafe()
    SESSIONS[session] = Account(name=given.name, email=f"{given.name}@shop.example")
    return session


@raises(TokenRefused)
def customer(session: Session) -> Account:
    if session not in SESSIONS:
        raise refused("There is no session.")
    return SESSIONS[session]


@router.get("/account")
def account(known: Annotated[Account, Depends(customer)]) -> AccountJSON:
    return AccountJSON(known)


@router.get("/session")
def sign_in_page() -> SessionPage:
    return SessionPage(FORM)


@router.post("/session")
@raises(TokenRefused)
def sign_in(given: Credentials) -> SignedIn:
    session = opened(given)
    answer = SignedIn(SESSIONS[session])
    answer.set_session_cookie(session)
    answer.set_access_cookie("orders.read", client="web")
    return answer


@router.post("/session/form")
@raises(TokenRefused)
def sign_in_form(
    given: Annotated[Credentials, Form()], request: Request, onward: str = "/account"
) -> WelcomeBack:
    """A stranger's ?onward= leads home, as a browser would read it."""
    answer = WelcomeBack(onward, origin=request)
    answer.set_session_cookie(opened(given))
    return answer


@router.delete("/session")
def sign_out(session: Session) -> SignedOut:
    SESSIONS.pop(session or "", None)
    answer = SignedOut()
    answer.delete_session_cookie()
    answer.delete_access_cookie(client="web")
    return answer
