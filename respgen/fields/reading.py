"""Reads plain values, as a schema writes them, into typed ones.

Goes in: the plain value. Comes out: the typed one. TypeError: another kind of value is expected;
ValueError: it is malformed. A Kind makes `Malformed` of both, which says where inside of the value.
"""

from __future__ import annotations

from base64 import b64decode
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TypeVar

from respgen.core import dates, durations
from respgen.core.bodies import JsonValue
from respgen.core.grammar import FieldError
from respgen.diagnostics import Finding, Malformed
from respgen.located import Plain
from respgen.rules import r0

Made = TypeVar("Made")


def expected(what: str, advice: str) -> Malformed:
    """Another kind of value is expected here."""
    return Malformed(Finding(r0.WRONG_TYPE, f"expected {what}", advice))


def reason(error: ValueError) -> str:
    """Says what is wrong, without the name of the header."""
    return error.reason if isinstance(error, FieldError) else str(error)


@contextmanager
def below(step: str | int) -> Iterator[None]:
    """Moves the place of whatever is wrong in this block below that step."""
    try:
        yield
    except Malformed as wrong:
        wrong.below(step)
        raise


def each(value: Plain, read: Callable[[Plain], Made]) -> tuple[Made, ...]:
    """The members of a list."""
    if not isinstance(value, list):
        raise TypeError
    return tuple(_member(place, member, read) for place, member in enumerate(value))


def _member(place: int, value: Plain, read: Callable[[Plain], Made]) -> Made:
    with below(place):
        return read(value)


def text(value: Plain) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def digits(value: Plain) -> str:
    """The text of a whole number."""
    return str(integer(value))


def is_count(value: object) -> bool:
    """Tells whether it is a whole number that counts something, 0 or more."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def integer(value: Plain) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError
    return value


def number(value: Plain) -> float:
    if not isinstance(value, int | float) or isinstance(value, bool):
        raise TypeError
    try:
        return float(value)
    except OverflowError:
        raise ValueError("too large for a float") from None


def truth(value: Plain) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def date(value: Plain) -> datetime:
    """RFC 3339 or IMF-fixdate; UTC where no zone is given."""
    written = text(value)
    try:
        # RFC 3339 5.6: the letters may be small
        found = datetime.fromisoformat(written.upper())
    except ValueError:
        return _imf_fixdate(written)
    try:
        aware = found if found.tzinfo else found.replace(tzinfo=UTC)
        return aware.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise ValueError("outside the years 1 to 9999") from None


def _imf_fixdate(written: str) -> datetime:
    try:
        return dates.parse_date(written)
    except ValueError:
        raise ValueError("neither an RFC 3339 date nor an IMF-fixdate") from None


def seconds(value: Plain) -> int:
    return durations.parse_duration(value if isinstance(value, str) else integer(value))


def octets(value: Plain) -> bytes:
    """Bytes, written in base64."""
    try:
        return b64decode(text(value), validate=True)
    except ValueError:
        raise ValueError("not base64 (RFC 4648 4)") from None


def document(value: Plain) -> JsonValue:
    """A JSON value; null alone says nothing."""
    if value is None:
        raise TypeError
    return _frozen(value)


def _frozen(value: Plain) -> JsonValue:
    if isinstance(value, list):
        return tuple(map(_frozen, value))
    if isinstance(value, dict):
        return {key: _frozen(inside) for key, inside in value.items()}
    return value


def checked(
    read: Callable[[Plain], Made], encode: Callable[[str, Made], bytes]
) -> Callable[[Plain], Made]:
    """A reader of what can be sent."""

    def made(value: Plain) -> Made:
        found = read(value)
        encode("", found)
        return found

    return made
