"""Signing in and out: a cookie is deleted in the scope in which it was set."""

from __future__ import annotations

from hmac import compare_digest
from typing import Annotated

from fastapi import APIRouter, Depends, Form, Request
from pydantic import BaseModel, Field

from generated import answers
from generated.account import (
    AccountJSON,
    PreferencesSaved,
    SessionPage,
    SignedIn,
    SignedOut,
    TokenRefused,
    WelcomeBack,
    session_cookie,
)
from tests.demo.models import Account, ProblemDetails
from tests.shop.data import CUSTOMERS, PRODUCTS

router = APIRouter(tags=["account"])

FORM = """<!DOCTYPE html>
<html lang="en">
<title>Sign in</title>
<form method="post" action="/session/form">
  <input name="name"> <input name="password" type="password"> <button>Sign in</button>
</form>
"""


class Credentials(BaseModel):
    name: str = Field(min_length=1)
    password: str = Field(min_length=1)


def session_of(given: Credentials) -> str:
    """What the cookie holds; the name stands for what a store of sessions would give."""
    password = CUSTOMERS.get(given.name, "")
    if not compare_digest(password.encode(), given.password.encode()):
        raise refused("Name or password is wrong.")
    return given.name


def refused(detail: str) -> TokenRefused.Error:
    problem = ProblemDetails(title="Nobody is signed in", status=401, detail=detail)
    return TokenRefused.Error(problem)


def customer(name: str) -> Account:
    return Account(name=name.title(), email=f"{name}@shop.example")


@router.get("/account", response_class=AccountJSON)
def account(name: Annotated[str | None, Depends(session_cookie)]) -> AccountJSON:
    if name not in CUSTOMERS:
        raise refused("There is no session.")
    return AccountJSON(customer(name))


@router.get("/session", response_class=SessionPage)
def sign_in_page() -> SessionPage:
    return SessionPage(FORM)


@router.post("/session", response_class=SignedIn)
def sign_in(given: Credentials) -> SignedIn:
    answer = SignedIn(customer(given.name))
    answer.set_session_cookie(session_of(given))
    answer.set_access_cookie("orders.read", client="web")
    return answer


@router.post("/session/form", status_code=303, response_class=WelcomeBack)
def sign_in_form(
    given: Annotated[Credentials, Form()], request: Request, onward: str = "/account"
) -> WelcomeBack:
    """A stranger's ?onward= leads home, as a browser would read it."""
    answer = WelcomeBack(onward, origin=request)
    answer.set_session_cookie(session_of(given))
    return answer


@router.delete("/session", status_code=204)
def sign_out() -> SignedOut:
    answer = SignedOut()
    answer.delete_session_cookie()
    answer.delete_access_cookie(client="web")
    return answer


@router.put("/preferences", status_code=205)
def preferences(layout: dict[str, str]) -> PreferencesSaved:
    answer = PreferencesSaved()
    answer.set_preferences_cookie(layout)
    return answer


@router.put("/watched/{sku}", response_model=None, response_class=answers.Done)
def watch(sku: str) -> answers.Done | answers.Refused:
    """Envelopes, as the first version of the API had them."""
    if sku not in PRODUCTS:
        return answers.Refused(message=f"There is no product {sku}.", code=1404)
    return answers.Done(message="We will tell you.", undo=f"/watched/{sku}")
