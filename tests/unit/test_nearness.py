"""The name that was probably meant, and what a run may spend on finding it."""

from __future__ import annotations

from difflib import get_close_matches

import pytest
from hypothesis import given
from hypothesis import strategies as st

from respgen.nearness import LONG, bounded, is_slip, nearest

WORDS = st.text("abAB_", max_size=8)


@given(
    WORDS,
    st.lists(WORDS, unique_by=str.lower, max_size=12),
    st.sampled_from([0.5, 0.6, 0.9]),
)
def test_difflib_agrees(word: str, known: list[str], cutoff: float) -> None:
    """The filters before the comparison change no answer, nor does a search that was done before."""
    by_lower = {name.lower(): name for name in known}
    close = get_close_matches(word.lower(), by_lower, 1, cutoff)
    expected = f"did you mean {by_lower[close[0]]!r}?" if close and close[0] else ""
    assert nearest(word, known, cutoff) == expected
    with bounded():
        assert [nearest(word, known, cutoff) for _ in range(2)] == [expected] * 2


def test_first_mistakes_get_help() -> None:
    """A run has so much effort; what is left out is the help of the last, and the next run starts anew."""
    known = [f"Response{number}" for number in range(2_000)]
    asked = 0

    def names() -> list[str]:
        nonlocal asked
        asked += 1
        return known

    def search(number: int) -> str:
        return nearest(f"Respnse{number}", (name for name in names()))

    for _ in range(2):
        asked = 0
        with bounded():
            found = [search(number) for number in range(2_000)]
        assert found[:20] == [f"did you mean 'Response{n}'?" for n in range(20)]
        assert found[-1] == ""
    assert nearest("Respnse7", known) == "did you mean 'Response7'?"


def test_one_mistake_everywhere_costs_once() -> None:
    """The same word among the same few names is searched once."""
    keys = [f"key_{number}" for number in range(50)]
    with bounded():
        assert {nearest("kye_7", keys) for _ in range(50_000)} == {
            "did you mean 'key_7'?"
        }


def test_long_words() -> None:
    """No name is as long."""
    assert nearest("a" * (LONG + 1), ["a" * LONG]) == ""


@pytest.mark.parametrize(
    ("word", "slip"),
    [
        ("store", False),
        ("sotre", True),
        ("stor", True),
        ("sttore", True),
        ("storr", True),
        ("ostre", False),
        ("stroe", True),
        ("tsoer", False),
        ("", False),
    ],
)
def test_slips(word: str, slip: bool) -> None:
    """One letter left out, added, replaced, or two neighbours swapped; the word itself is none."""
    assert is_slip(word, "store") is slip
    assert is_slip("store", word) is slip
