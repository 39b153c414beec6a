"""The books, in memory."""

import base64
import binascii
import hashlib
import hmac
from decimal import Decimal

from .models import Entry, NewAccount, NewEntry, Role, User
from .settings import settings

PASSWORDS = {"olga": "o", "bea": "b", "art": "a"}
ROLES: dict[str, Role] = {"olga": "owner", "bea": "bookkeeper", "art": "auditor"}

accounts: dict[str, NewAccount] = {}
entries: list[Entry] = []
closed: set[int] = set()


def reset() -> None:
    accounts.clear()
    entries.clear()
    closed.clear()
    for code, name in (("1000", "Cash"), ("4000", "Sales"), ("6000", "Büro")):
        accounts[code] = NewAccount(code=code, name=name)


def post(new: NewEntry, by: str) -> Entry:
    entry = Entry(**new.model_dump(), number=len(entries) + 1, by=by)
    entries.append(entry)
    return entry


def balance(code: str) -> Decimal:
    debit = sum((one.amount for one in entries if one.debit == code), Decimal())
    return debit - sum((one.amount for one in entries if one.credit == code), Decimal())


def sign(name: str) -> str:
    mac = hmac.new(settings.key, name.encode(), hashlib.sha256).digest()[:12]
    return base64.b64encode(name.encode() + b":" + mac).decode()


def unsign(token: str) -> User | None:
    try:
        name = base64.b64decode(token, validate=True).partition(b":")[0].decode()
    except (binascii.Error, UnicodeDecodeError):
        return None
    if name not in ROLES or not hmac.compare_digest(sign(name), token):
        return None
    return User(name=name, role=ROLES[name])


reset()
