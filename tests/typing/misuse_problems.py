"""Misuse of problems and exceptions: every marked line is an error, and no other line is."""

from PACKAGE.problems import (
    Banned,
    Misunderstood,
    OutOfCredit,
    Overdrawn,
    Refused,
    install_error_handlers,
)

# missing and wrong extensions
OutOfCredit("Earn some.", accounts=[])  # error
OutOfCredit(balance="1", accounts=[])  # error
OutOfCredit(balance=1, accounts="a")  # error
OutOfCredit(balance=1, accounts=[], hint=7)  # error
OutOfCredit(balance=1, accounts=[], cost=2)  # error
OutOfCredit(balance=1, accounts=[], instance=7)  # error

# detail
OutOfCredit(7, balance=1, accounts=[])  # error
Overdrawn("Earn some.", balance=1)  # error
Overdrawn(detail="Earn some.", balance=1)  # error

# statuses
OutOfCredit(None, 404, balance=1, accounts=[])  # error
Misunderstood(None, 404)  # error

# the exceptions take the same
OutOfCredit.Error("Earn some.", accounts=[])  # error
OutOfCredit.Error(balance="1", accounts=[])  # error
OutOfCredit.Error(None, 404, balance=1, accounts=[])  # error
Overdrawn.Error("Earn some.", balance=1)  # error
Misunderstood.Error(None, 404)  # error
Refused.Error()  # error
Refused.Error(message=7)  # error
Banned.Error(message="No.")  # error
Banned.Error(400, message="No.", until="May")  # error

# and their responses have types
wrong: Banned = Refused.Error(message="No.").response()  # error
install_error_handlers(Banned)  # error
