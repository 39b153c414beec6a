"""What the library holds, and what clients send."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

Branch = Literal["central", "harbour"]


class NewBook(BaseModel):
    isbn: str
    title: str
    author: str
    copies: int = 1


class Book(NewBook):
    withdrawn: bool = False


class Login(BaseModel):
    card: str
    pin: str
    branch: Branch = "central"


class Member(BaseModel):
    card: str
    name: str
    pin: str = Field(exclude=True)
    expired: bool = False


class NewLoan(BaseModel):
    isbn: str


class Loan(BaseModel):
    number: int
    isbn: str
    card: str
    returned: bool = False
