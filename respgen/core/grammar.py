"""What several grammars share: the token (RFC 9110 5.6.2) and the wording of refusals.

A refusal names the field and the first offending character; it never quotes the value,
which may be a secret.
"""

import re
from functools import cache

# RFC 9110 5.6.2: tchar
TOKEN_CHARACTERS = r"!#$%&'*+\-.^_`|~0-9A-Za-z"
TOKEN = rf"[{TOKEN_CHARACTERS}]+"


# Compiled at the first use: at import it would cost more than importing all else.
@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """The expression of a pattern."""
    return re.compile(pattern)


def wrong_type(name: str, expected: str, value: object) -> TypeError:
    """The error for a value of a wrong type; `expected` is a Python type as text."""
    return TypeError(f"{name}: {expected} expected, got {type(value).__name__}")


def outside(name: str, allowed: str, value: str, what: str) -> ValueError:
    """The error for the first character of `value` that `allowed` does not match."""
    for place, character in enumerate(value):
        if not re.fullmatch(allowed, character):
            return ValueError(
                f"{name}: {character!a} at {place + 1} is not allowed in {what}"
            )
    return ValueError(f"{name}: {what} expected")


def typed_text(name: str, value: object) -> str:
    """`value` if it is a str. Raises TypeError naming the field."""
    if isinstance(value, str):
        return value
    raise wrong_type(name, "str", value)
