"""Server-Timing (W3C): how long each step took on the server, as browsers show it.

Goes in: measured steps, with the field's name for messages. Comes out: the value on the
wire.
"""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta
from math import inf

from respgen.core.dispositions import quoted_text
from respgen.core.durations import plain_span
from respgen.core.fields import FIELD_CHARACTER, listed
from respgen.core.grammar import (
    FieldError,
    compiled,
    exact,
    outside,
    typed_integer,
    typed_number,
    typed_text,
    wrong_type,
)
from respgen.core.values import check_sequence, token_value


@dataclasses.dataclass(frozen=True, slots=True)
class ServerTiming:
    """A step: its name, how long it took, and what it is; a number is milliseconds."""

    name: str
    duration: timedelta | float | None = None
    description: str | None = None


def server_timing_value(name: str, values: Sequence[ServerTiming]) -> bytes:
    """`db;dur=53.2;desc="Database", miss`; none is b"".

    Raises ValueError for a name that is no token, for a duration that is negative or not
    finite and for controls in a description, TypeError for other types.
    """
    check_sequence(name, values)
    return b", ".join(one_timing(name, value) for value in values)


server_timing_fields = listed(server_timing_value)


def one_timing(name: str, value: object) -> bytes:
    """`name;dur=milliseconds;desc="description"`, without what is None."""
    if not isinstance(value, ServerTiming):
        raise wrong_type(name, "ServerTiming", value)
    sent = token_value(name, value.name).decode("ascii")
    if value.duration is not None:
        sent += f";dur={step_duration(name, value.duration)}"
    if value.description is not None:
        sent += f";desc={quoted_text(step_description(name, value.description))}"
    return sent.encode("latin-1")


def step_duration(name: str, value: timedelta | float) -> str:
    """Decimal digits, to the nanosecond. Raises ValueError, or TypeError."""
    given = exact(value)
    if issubclass(type(given), timedelta):
        number = plain_span(given).total_seconds() * 1000
    else:
        number = typed_number(name, given)
    if not 0 <= number < inf:
        raise FieldError(name, "a duration of 0 milliseconds or more expected")
    if type(number) is int:
        return str(typed_integer(name, number))
    # `repr` may have an exponent, which no reader has to know
    return f"{abs(number):.6f}".rstrip("0").rstrip(".")


def step_description(name: str, value: str) -> str:
    """Text without controls. Raises ValueError, or TypeError for no text."""
    text = typed_text(name, value)
    if compiled(f"{FIELD_CHARACTER}*").fullmatch(text):
        return text
    raise outside(name, FIELD_CHARACTER, text, "a description (RFC 9110 5.6.4)")
