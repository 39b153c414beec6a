"""Values spread over several cookies: each part fits, and only the whole reads back."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.core.cookie_chunks import CHUNKS, chunk_cookies, chunk_keys, joined_chunks

OCTETS = "".join(c for c in map(chr, range(0x21, 0x7F)) if c not in '",;\\')
KEYS = st.text(st.sampled_from("abcXYZ019_-!#$%&'*+.^`|~"), min_size=1, max_size=40)
LENGTHS = st.integers(0, 32_000) | st.sampled_from([0, 1, 4060, 4070, 4071, 4072])
SET, DELETION = b"; Path=/", b"; Max-Age=0; Path=/"


def value(length: int, seed: int = 0) -> str:
    return "".join(random.Random(seed).choices(OCTETS, k=length))


def jar(key: str, text: str, old: dict[str, str] | None = None) -> dict[str, str]:
    """What a browser keeps after the fields of a set."""
    kept = dict(old or {})
    for line in chunk_cookies(key, text.encode(), SET, DELETION):
        pair, _, attributes = line.decode().partition(";")
        name, _, part = pair.partition("=")
        if "Max-Age=0" in attributes:
            kept.pop(name, None)
        else:
            kept[name] = part
    return kept


@given(KEYS, LENGTHS)
def test_every_part_is_a_cookie(key: str, length: int) -> None:
    """Name and value have 4096 octets at most, the attributes are all the same."""
    sent = chunk_cookies(key, value(length).encode(), SET, DELETION)
    assert len(sent) == CHUNKS
    for line in sent:
        pair, _, attributes = line.partition(b";")
        assert len(pair) <= 4097
        assert b";" + attributes in (SET, DELETION)


@given(KEYS, LENGTHS)
def test_round_trip(key: str, length: int) -> None:
    """What was spread is read, whatever else is in the jar."""
    kept = jar(key, value(length)) | {"other": "1", f"{key}-": "2", f"{key}-8": "3"}
    assert joined_chunks(kept, key) == value(length)


@given(KEYS, LENGTHS, LENGTHS)
def test_a_later_value_replaces_an_earlier_one(
    key: str, before: int, after: int
) -> None:
    """Of a larger value nothing is left, neither for the reader nor in the jar."""
    kept = jar(key, value(after, 1), jar(key, value(before)))
    assert kept == jar(key, value(after, 1))
    assert joined_chunks(kept, key) == value(after, 1)


@given(KEYS, LENGTHS, LENGTHS)
def test_surplus_parts_are_harmless(key: str, before: int, after: int) -> None:
    """Where a browser kept parts of an earlier value, too, the count says what is to be read."""
    kept = jar(key, value(before)) | jar(key, value(after, 1))
    assert joined_chunks(kept, key) == value(after, 1)


@given(KEYS, st.integers(4071, 32_000), st.data())
def test_whatever_happens_to_the_jar(
    key: str, length: int, data: st.DataObject
) -> None:
    """Parts lost, cut, mixed up, or of another value of the same length: the value, or None."""
    kept, stale = jar(key, value(length)), jar(key, value(length, 1))
    names = st.sampled_from(sorted(kept))
    for _ in range(data.draw(st.integers(1, 4))):
        one, other = data.draw(names), data.draw(names)
        match data.draw(st.sampled_from(["lose", "cut", "swap", "stale", "change"])):
            case "lose":
                kept.pop(one, None)
            case "cut":
                kept[one] = kept.get(one, "")[: data.draw(st.integers(0, 4095))]
            case "swap":
                kept[one], kept[other] = kept.get(other, ""), kept.get(one, "")
            case "stale":
                # the count and the digest stand in the first part
                kept[one] = stale[one] if one != key else kept.get(one, "")
            case "change":
                kept[one] = data.draw(st.text(max_size=40)) + kept.get(one, "")[40:]
    assert joined_chunks(kept, key) in (None, value(length))


@given(KEYS, st.dictionaries(st.integers(0, 8), st.text()))
def test_reading_never_raises(key: str, parts: dict[int, str]) -> None:
    """Whatever a client sends: a text of cookie octets, or None."""
    names = [*chunk_keys(key), f"{key}-8"]
    found = joined_chunks({names[n]: part for n, part in parts.items()}, key)
    assert found is None


@pytest.mark.parametrize(("key", "most"), [("a", 8 * 4093 - 23), ("a" * 100, 31_929)])
def test_there_is_a_limit(key: str, most: int) -> None:
    """Eight cookies, no more; ValueError names the cookie."""
    assert joined_chunks(jar(key, value(most)), key) == value(most)
    with pytest.raises(ValueError, match=f"cookie '{key}': too large for 8 cookies"):
        chunk_cookies(key, value(most + 1).encode(), SET, DELETION)


@pytest.mark.parametrize("length", [4071, 4072, 4094, 4096, 5000])
def test_a_name_that_leaves_no_room(length: int) -> None:
    """A name as large as a cookie is a ValueError, no endless loop."""
    with pytest.raises(ValueError, match="too large for 8 cookies"):
        chunk_cookies("a" * length, b"abc", SET, DELETION)


def test_the_whole_is_deleted() -> None:
    """All names that a value may ever have been spread over."""
    assert chunk_keys("a") == ["a", *(f"a-{n}" for n in range(1, 8))]
