"""Correct use of problems and exceptions: the type checkers find nothing."""

from typing import assert_type

from PACKAGE.problems import (
    Banned,
    Misunderstood,
    OutOfCredit,
    Overdrawn,
    Refused,
    install_error_handlers,
)
from starlette.applications import Starlette
from starlette.exceptions import HTTPException

problem = OutOfCredit("Earn some.", balance=1, accounts=["a"], retry_after=60)
OutOfCredit(balance=1, accounts=[], hint=None, instance="/buy/7")
Overdrawn(403, {"X-Trace": "1"}, balance=1)
Misunderstood("What?", 422)
assert_type(OutOfCredit.type, str)
assert_type(problem.balance, int)
assert_type(problem.hint, str | None)

error = OutOfCredit.Error("Earn some.", balance=1, accounts=["a"], retry_after=60)
assert_type(error.response(), OutOfCredit)
assert_type(error.status_code, int)
exception: HTTPException = Overdrawn.Error(balance=1)
assert_type(Refused.Error(message="No.").response(), Refused)
assert_type(Banned.Error(message="No.", until="May").response(), Banned)


def caught() -> str:
    try:
        raise Banned.Error(message="No.", until="May", headers={"X-Trace": "1"})
    except Refused.Error as found:
        assert_type(found.response(), Refused)
        return found.response().message


install_error_handlers(Starlette())
