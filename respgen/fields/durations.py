"""Durations as other tools write them: `1h30m`, `1 day`, `P14D`.

Goes in: a text that is no duration of ours. Comes out: the duration that was meant, for help lines.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from respgen.core.durations import SECONDS, parse_duration
from respgen.core.grammar import compiled

_LONGEST = 40
_NUMBER = r"([0-9]{1,9}(?:\.[0-9]{1,6})?)"
_PART = rf"{_NUMBER} *([a-z]+)[ ,]*(?:and +)?"
_PARTS = rf"(?:{_PART})+"
# ISO 8601: M is months before the T, and minutes after it
_ISO = (
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(?:T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
# nginx: M is months; of three zeros behind a full stop nobody knows if they are thousands
_UNSURE = r"(?<![0-9HhPT.])(?<![Hh] )[0-9][0-9.]* *M(?![A-Za-z])|[0-9]\.000(?![0-9])"
_ISO_UNITS = ("y", "month", "w", "d", "h", "m", "s")
_WORDS = {
    "s": "s sec secs second seconds",
    "m": "m min mins minute minutes",
    "h": "h hr hrs hour hours",
    "d": "d day days",
    "w": "w wk wks week weeks",
    "month": "mo month months",
    "y": "y yr yrs year years",
}
_UNITS = {word: unit for unit, words in _WORDS.items() for word in words.split()}
_LENGTHS = {**SECONDS, "month": 30 * SECONDS["d"]}


def meant_duration(text: str) -> str:
    """What to write for it; nothing where it means no duration."""
    found = [*_parts(text.strip())] if len(text) <= _LONGEST else []
    total = sum(amount * _LENGTHS[unit] for amount, unit in found)
    if not found or total != int(total):
        return ""
    least = min(_LENGTHS[unit] for _, unit in found)
    units = ("y", "w", "d", "h", "m", "s")  # the longest first
    fits = (u for u in units if SECONDS[u] <= least and not total % SECONDS[u])
    unit = next(fits)
    return f"{int(total) // SECONDS[unit]}{unit}"


def meant_seconds(text: str) -> str:
    """The digits of the seconds of such a text, or of a duration of ours; nothing for others.

    Nor for months, which differ in length.
    """
    if has_months(text):
        return ""
    try:
        return str(parse_duration(meant_duration(text) or text))
    except ValueError:
        return ""


def is_unsure(text: str) -> bool:
    """Tells whether a number in it may be one of two: `1M` is minutes or months, `1.000` is 1 or 1000."""
    return compiled(_UNSURE).search(text) is not None


def has_months(text: str) -> bool:
    """Tells whether such a text counts months."""
    is_short = len(text) <= _LONGEST
    return is_short and any(unit == "month" for _, unit in _parts(text.strip()))


def _parts(text: str) -> Iterator[tuple[Decimal, str]]:
    if iso := compiled(_ISO).fullmatch(text.upper()):
        amounts = zip(iso.groups(), _ISO_UNITS, strict=True)
        yield from ((Decimal(amount), unit) for amount, unit in amounts if amount)
        return
    if is_unsure(text):
        return
    small = text.lower()
    parts = compiled(_PART).findall(small) if compiled(_PARTS).fullmatch(small) else []
    if all(word in _UNITS for _, word in parts):
        yield from ((Decimal(amount), _UNITS[word]) for amount, word in parts)
