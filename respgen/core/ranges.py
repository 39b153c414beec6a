"""Content-Range (RFC 9110 14.4): which part of a representation a response has.

Goes in: a range, with the field's name for messages. Comes out: the value on the wire.
"""

import dataclasses

from respgen.core.fields import named
from respgen.core.grammar import FieldError, typed_integer, wrong_type
from respgen.core.values import token_value


@dataclasses.dataclass(frozen=True, slots=True)
class ContentRange:
    """From `first` to `last`, both included, of `complete` in all; None: unknown."""

    first: int
    last: int
    complete: int | None = None
    unit: str = "bytes"


@dataclasses.dataclass(frozen=True, slots=True)
class UnsatisfiedRange:
    """None of `complete`: what was asked for lies outside (416, RFC 9110 15.5.17)."""

    complete: int
    unit: str = "bytes"


def content_range_value(name: str, value: ContentRange | UnsatisfiedRange) -> bytes:
    """`bytes 0-99/1234`, `bytes 0-99/*` or `bytes */1234`.

    Raises ValueError for negative numbers, for a last one before the first or outside
    of all, and for a unit that is no token, TypeError for other types.
    """
    sent = range_text(name, value)
    if isinstance(value, ContentRange):
        check_range(name, value.first, value.last, value.complete)
    return sent


content_range_field = named(content_range_value)


def range_text(name: str, value: object) -> bytes:
    """A range, whether or not its positions lie in their order. Otherwise as above."""
    if isinstance(value, UnsatisfiedRange):
        positions = b"*/%b" % position(name, value.complete)
    elif isinstance(value, ContentRange):
        first = position(name, value.first)
        last = position(name, value.last)
        complete = b"*" if value.complete is None else position(name, value.complete)
        positions = b"%b-%b/%b" % (first, last, complete)
    else:
        raise wrong_type(name, "ContentRange or UnsatisfiedRange", value)
    return token_value(name, value.unit) + b" " + positions


def position(name: str, value: int) -> bytes:
    """Digits. Raises ValueError for a negative number, TypeError for no int."""
    number = typed_integer(name, value)
    if number < 0:
        raise FieldError(name, "positions start at 0 (RFC 9110 14.1.2)")
    return b"%d" % number


def check_range(name: str, first: int, last: int, complete: int | None) -> None:
    """Raises ValueError for a range that is none, or not of that length."""
    if last < first:
        raise FieldError(name, "the last position is before the first (RFC 9110 14.4)")
    if complete is not None and complete <= last:
        raise FieldError(name, "a position is beyond the length (RFC 9110 14.4)")
