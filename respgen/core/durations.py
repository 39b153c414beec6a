"""Durations in whole seconds (delta-seconds, RFC 9111 1.2.2).

Goes in: a timedelta or seconds, with the field's name for messages, or a text of an
author's. Comes out: bytes on the wire, or the seconds.
"""

from datetime import timedelta
from math import ceil, floor, isfinite
from typing import Literal, cast

from respgen.core.fields import named
from respgen.core.grammar import FieldError, compiled, exact, typed_integer

DURATION = r"([0-9]{1,640})([smhdwy]?)"
SECONDS = {"": 1, "s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604800, "y": 31536000}


def duration_value(name: str, value: timedelta | int) -> bytes:
    """Whole seconds. Raises ValueError for a negative duration or a fraction, or TypeError."""
    return seconds_text(name, whole_seconds(name, value))


duration_field = named(duration_value)


def rounded_duration_value(
    name: str, value: timedelta | float, rounding: Literal["up", "down"]
) -> bytes:
    """Whole seconds, a fraction of which goes up or down.

    Raises ValueError for a negative duration and one that is not finite, or TypeError.
    """
    return seconds_text(name, rounded_seconds(name, value, rounding))


def rounded_duration_field(
    name: bytes, value: timedelta | float, rounding: Literal["up", "down"]
) -> tuple[bytes, bytes]:
    """A field of a rounded duration. Raises as `rounded_duration_value` does."""
    return name, rounded_duration_value(name.decode(), value, rounding)


def seconds_text(name: str, seconds: int) -> bytes:
    """The digits. Raises ValueError for a negative number."""
    if seconds < 0:
        raise FieldError(name, "a duration of 0 seconds or more expected")
    return b"%d" % seconds


def whole_seconds(name: str, value: timedelta | int) -> int:
    """The seconds of a duration. Raises ValueError for a fraction, or TypeError."""
    if type(value) is int:
        return typed_integer(name, value)
    seconds, fraction = split_seconds(name, value)
    if fraction:
        raise FieldError(name, "whole seconds expected")
    return seconds


def rounded_seconds(
    name: str, value: timedelta | float, rounding: Literal["up", "down"]
) -> int:
    """The seconds of a duration, rounded; a negative one stays negative."""
    if type(value) is int:
        return typed_integer(name, value)
    given = exact(value)
    if type(given) is not float:
        seconds, fraction = split_seconds(name, given)
        return seconds + (rounding == "up" and fraction and seconds >= 0)
    if not isfinite(given):
        raise FieldError(name, "a finite number of seconds expected")
    # up, a little less than none would be none
    return ceil(given) if rounding == "up" and given >= 0 else floor(given)


def split_seconds(name: str, value: object) -> tuple[int, bool]:
    """The whole seconds, and whether there is a fraction behind them. Raises TypeError."""
    given = exact(value)
    if not issubclass(type(given), timedelta):
        return typed_integer(name, given), False
    span = plain_span(given)
    return span.days * 86400 + span.seconds, span.microseconds > 0


def plain_span(value: object) -> timedelta:
    """A timedelta, of a subclass too, without that subclass's own methods."""
    return timedelta.__pos__(cast("timedelta", value))


def parse_duration(value: str | int) -> int:
    """The seconds of `90`, `90s`, `15m` (minutes), `12h`, `14d`, `2w`, `1y` (365 days).

    Raises ValueError for any other text and for a negative number, TypeError for a
    bool.
    """
    if not isinstance(value, str):
        if typed_integer("duration", value) < 0:
            raise ValueError("a duration of 0 seconds or more expected")
        return value
    match = compiled(DURATION).fullmatch(value)
    if match is None:
        raise ValueError("not a duration such as 90, 90s, 15m, 12h, 14d, 2w or 1y")
    return int(match[1]) * SECONDS[match[2]]
