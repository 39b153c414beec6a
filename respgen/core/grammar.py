"""What several grammars share: the token (RFC 9110 5.6.2) and the wording of refusals.

A refusal names the field and the first offending character; it never quotes the value,
which may be a secret.
"""

import re
from functools import cache

# RFC 9110 5.6.2: tchar
TOKEN_CHARACTERS = r"!#$%&'*+\-.^_`|~0-9A-Za-z"
TOKEN = rf"[{TOKEN_CHARACTERS}]+"
# Python writes so many digits whatever its own limit is (sys.set_int_max_str_digits)
INTEGER_LIMIT = 10**640


class FieldError(ValueError):
    """A value that a field cannot have: the field, and apart from it the reason."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(field, reason)
        self.field = field
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.field}: {self.reason}"


# Compiled at the first use: at import it would cost more than importing all else.
@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression of a pattern."""
    return re.compile(pattern)


def wrong_type(name: str, expected: str, value: object) -> TypeError:
    """The error for a value of a wrong type; `expected` is a Python type as text."""
    return TypeError(f"{name}: {expected} expected, got {type(value).__name__}")


def outside(name: str, allowed: str, value: str, what: str) -> FieldError:
    """The error for the first character of `value` that `allowed` does not match."""
    for place, character in enumerate(value):
        if not re.fullmatch(allowed, character):
            return FieldError(
                name, f"{character!a} at {place + 1} is not allowed in {what}"
            )
    return FieldError(name, f"{what} expected")


def typed_text(name: str, value: object) -> str:
    """`value` if it is a str. Raises TypeError naming the field."""
    if isinstance(value, str):
        return value
    raise wrong_type(name, "str", value)


def typed_integer(name: str, value: object) -> int:
    """`value` if it is an int but no bool. Raises FieldError for too many digits, or TypeError."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise wrong_type(name, "int", value)
    if -INTEGER_LIMIT < value < INTEGER_LIMIT:
        return value
    raise FieldError(name, "an int of at most 640 digits expected")
