"""Accounts, entries and people."""

import datetime
from decimal import Decimal
from typing import Literal

from pydantic import BaseModel, Field

Role = Literal["owner", "bookkeeper", "auditor"]


class NewAccount(BaseModel):
    code: str = Field(pattern="^[0-9]{4}$")
    name: str


class NewEntry(BaseModel):
    day: datetime.date
    debit: str
    credit: str
    amount: Decimal
    text: str = ""


class Entry(NewEntry):
    number: int
    by: str


class User(BaseModel):
    name: str
    role: Role


class Credentials(BaseModel):
    name: str
    password: str
    remember: bool = False
