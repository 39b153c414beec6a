"""Letters of other scripts that look like those of ASCII, such as a Cyrillic one in `content`.

Goes in: a word. Comes out: the word that it looks like, and which letters are others, in words.
"""

# ruff: noqa: RUF001 # what looks alike is what this is about

from __future__ import annotations

import unicodedata

# Unicode's confusables (UTS 39) of Cyrillic, Greek and Armenian, as far as they are ASCII letters
_LOOKS = {
    **dict(zip("асеорхуіјѕһԁԛԝѵкмтвнԍ", "aceopxyijshdqwvkmtbhg", strict=True)),
    **dict(zip("АВСЕНІЈКМОРЅТХУԌԚԜ", "ABCEHIJKMOPSTXYGQW", strict=True)),
    **dict(zip("αενικορτυχγω", "aevikoptuxyw", strict=True)),
    **dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ", "ABEZHIKMNOPTYX", strict=True)),
    **dict(zip("օոսհցզ", "onuhgq", strict=True)),
    **dict.fromkeys("‐‑‒–—―−﹣－", "-"),
}
_ORDINALS = ("first", "second", "third")


def looks_like(word: str) -> tuple[str, str]:
    """`content`, `the first letter is Cyrillic`; the word and nothing where it is what it looks like."""
    if word.isascii():
        return word, ""
    shown = "".join(_LOOKS.get(each) or _compatible(each) for each in word)
    strange = [place for place, each in enumerate(word) if not each.isascii()]
    if not shown.isascii():
        return word, ""
    return shown, _described(word, strange)


def _compatible(character: str) -> str:
    """The ASCII letter of a fullwidth or mathematical one."""
    plain = unicodedata.normalize("NFKC", character)
    return plain if len(plain) == 1 else character


def _described(word: str, places: list[int]) -> str:
    first = places[0]
    kind = _kind(word[first])
    if len(places) > 1:
        return f"{len(places)} of its characters are not ASCII, the {_ordinal(first)} is {kind}"
    noun = "letter" if word[first].isalpha() else "character"
    return f"the {_ordinal(first)} {noun} is {kind}"


def _ordinal(place: int) -> str:
    if place < len(_ORDINALS):
        return _ORDINALS[place]
    number = place + 1
    endings = {1: "st", 2: "nd", 3: "rd"} if number % 100 not in (11, 12, 13) else {}
    return f"{number}{endings.get(number % 10, 'th')}"


def _kind(character: str) -> str:
    """The script of a letter; the name of another character."""
    name = unicodedata.name(character, f"U+{ord(character):04X}")
    return name.split()[0].capitalize() if character.isalpha() else name
