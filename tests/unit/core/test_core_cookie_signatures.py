"""Signed values: nothing but what was signed, for that name, by that secret, of late."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from itsdangerous import TimestampSigner

from respgen.core.cookie_signatures import (
    Secret,
    cookie_signer,
    signing_keys,
    unsigned_value,
)

OCTETS = [c for c in map(chr, range(0x21, 0x7F)) if c not in '",;\\']
VALUES = st.text(st.sampled_from(OCTETS), max_size=60)
NOW = 1_900_000_000
DAY = 86_400
SECRET = "of the tests, and 32 bytes long."
OTHER = SECRET.upper()


class Clock(TimestampSigner):
    """A signer at another time."""

    now = NOW

    def get_timestamp(self) -> int:
        return self.now


class Later(Clock):
    now = NOW + DAY + 1


class Before(Clock):
    now = NOW - 1


def signed(value: str, key: str = "a", secret: Secret = SECRET) -> str:
    return cookie_signer(Clock, key, secret).sign(value.encode()).decode()


def read(
    value: str | None,
    key: str = "a",
    secret: Secret = SECRET,
    clock: type[Clock] = Clock,
) -> str | None:
    return unsigned_value(cookie_signer(clock, key, secret), value, DAY)


@given(VALUES)
def test_round_trip(value: str) -> None:
    """What was signed is read, dots and all; it stays cookie octets."""
    assert read(signed(value)) == value
    assert set(signed(value)) <= set(OCTETS)


@given(VALUES, st.data())
def test_whatever_is_done_to_it(value: str, data: st.DataObject) -> None:
    """Cut, extended, with another character anywhere: the value that was signed, or None."""
    text = signed(value)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    put = data.draw(st.text(st.sampled_from(OCTETS), max_size=5) | st.text(max_size=5))
    assert read(text[:start] + put + text[end:]) in (None, value)


@given(VALUES, VALUES)
def test_parts_of_two_values(one: str, other: str) -> None:
    """The signature of one value is none of another."""
    first, second = signed(one).rsplit(".", 2), signed(other).rsplit(".", 2)
    assert read(".".join([first[0], *second[1:]])) in (None, other)
    assert read(".".join([*first[:2], second[2]])) in (None, one)


@given(st.none() | st.text())
def test_reading_never_raises(value: str | None) -> None:
    """Whatever a client sends that nobody signed is None."""
    assert read(value) is None


@pytest.mark.parametrize(
    "value", ["", "a", ".", "..", "a.b", "a.b.c", "\xe9", "\ud800"]
)
def test_what_is_not_signed(value: str) -> None:
    """Values of no signature's form, of bytes beyond ASCII, of no characters."""
    assert read(value) is None


def test_another_name() -> None:
    """A value that was signed for one cookie is none for another."""
    assert read(signed("1", "a-b"), "a") is None
    assert read(signed("1", "a-b"), "a-b") == "1"


def test_age() -> None:
    """What is older than it may be is None, and so is what comes from the future."""
    assert read(signed("1"), clock=Later) is None
    assert read(signed("1"), clock=Before) is None
    signer = cookie_signer(Later, "a", SECRET)
    assert unsigned_value(signer, signed("1"), None) == "1"


SECRETS: dict[str, tuple[Secret, Secret, bool]] = {
    "the same": (SECRET, SECRET, True),
    "another": (SECRET, OTHER, False),
    "bytes": (SECRET, SECRET.encode(), True),
    "beyond ASCII": ("\xe9" * 16, "\xe9".encode() * 16, True),
    "of an environment's bytes": ("\udcff" * 32, "\udcff" * 32, True),
    "rotated": (SECRET, [SECRET, OTHER], True),
    "rotated back": (OTHER, [SECRET, OTHER], True),
    "rotated out": (SECRET + "er", [SECRET, OTHER], False),
    "the newest signs": ([SECRET, OTHER], OTHER, True),
    "the others do not": ([SECRET, OTHER], SECRET, False),
    "tuple of bytes": (SECRET, (SECRET.encode(), OTHER.encode()), True),
}


@pytest.mark.parametrize(("signing", "reading", "known"), SECRETS.values(), ids=SECRETS)
def test_secrets(signing: Secret, reading: Secret, known: bool) -> None:
    """Text, bytes, or several of which the last one signs and all are believed."""
    found = read(signed("1", secret=signing), secret=reading)
    assert found == ("1" if known else None)


@pytest.mark.parametrize(
    "secret", ["", b"", SECRET[1:], [], [""], [SECRET, "short"], (b"",)]
)
def test_short_secrets(secret: Secret) -> None:
    """Anybody could sign with them: a ValueError, for the set and for the reading."""
    with pytest.raises(ValueError, match="cookie secret: "):
        signing_keys(secret)


@pytest.mark.parametrize(
    "secret", [None, 5, {"a"}, {"a": "b"}, [5], [None], bytearray(40)]
)
def test_wrong_secrets(secret: Any) -> None:
    """A secret of another type is a TypeError."""
    with pytest.raises(TypeError, match="cookie secret: "):
        signing_keys(secret)


def test_messages_keep_the_secret() -> None:
    """No error quotes it."""
    with pytest.raises(TypeError) as error:
        signing_keys([SECRET, 5])  # type: ignore[list-item]  # the mistake in question
    assert SECRET not in str(error.value)
