"""What several grammars share: the token (RFC 9110 5.6.2) and the wording of refusals.

A refusal names the field and the first offending character; it never quotes the value,
which may be a secret.
"""

import re
from collections.abc import Callable
from enum import Enum
from functools import cache
from typing import Any, cast

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
    allowed_start = compiled(f"(?:{allowed})*").match(value)
    place = allowed_start.end() if allowed_start else 0
    if place == len(value):
        return FieldError(name, f"{what} expected")
    return FieldError(name, f"{value[place]!a} at {place + 1} is not allowed in {what}")


def too_many_digits(name: str) -> FieldError:
    """The error for an int that Python does not write (sys.set_int_max_str_digits)."""
    return FieldError(name, "an int has more digits than Python writes")


# What makes an object of exactly this type of an instance of a subclass, without a call of
# what the subclass defines. bool has no subclasses; bytes are copied out of their memory.
EXACT: dict[type, Callable[[Any], object]] = {
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    bytes: lambda value: memoryview(value).tobytes(),
}


def exact(value: object) -> object:
    """The built-in value that `value` is: a member of an Enum is its value.

    An instance of a subclass of str, int, float or bytes may say of itself what it likes:
    what is checked and sent is what it holds. Any other value is returned as it is.
    """
    while issubclass(type(value), Enum):
        value = cast("Enum", value)._value_
    if type(value) is bool:
        return value
    for kind, copied in EXACT.items():
        # isinstance() would ask the value.
        if issubclass(type(value), kind):
            return copied(value)
    return value


def typed_text(name: str, value: object) -> str:
    """The str that `value` is. Raises TypeError naming the field."""
    if type(value) is str:
        return value
    text = exact(value)
    if type(text) is str:
        return text
    raise wrong_type(name, "str", value)


def typed_integer(name: str, value: object) -> int:
    """The int that `value` is, and no bool.

    Raises FieldError for too many digits, or TypeError.
    """
    number = value if type(value) is int else exact(value)
    if type(number) is not int:
        raise wrong_type(name, "int", value)
    if -INTEGER_LIMIT < number < INTEGER_LIMIT:
        return number
    raise FieldError(name, "an int of at most 640 digits expected")


def typed_number(name: str, value: object) -> float:
    """The float that `value` is, or the int but no bool. Raises TypeError."""
    number = exact(value)
    if type(number) is int or type(number) is float:
        return number
    raise wrong_type(name, "float", value)


def typed_bytes(name: str, value: object) -> bytes:
    """The bytes that `value` is. Raises TypeError naming the field."""
    octets = exact(value)
    if type(octets) is bytes:
        return octets
    raise wrong_type(name, "bytes", value)
