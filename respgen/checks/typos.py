"""Finds the registered name that an author probably meant.

Goes in: a field name or a media type. Comes out: the known one it is a slip of the fingers away
from, or None. Stricter than `diagnostics.nearest`, which explains an error that is there anyway:
here the similarity itself is the finding, and a false one would be noise.
"""

from collections.abc import Iterator
from functools import cache

from respgen.specs import ResponseSpec
from respgen.vocabulary import fields, media_types


def distance(word: str, other: str) -> int:
    """Counts letters left out, added, replaced or swapped (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(word, 1):
        earlier, before, row = before, row, [i]
        for j, wanted in enumerate(other, 1):
            steps = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != wanted))
            if i > 1 and j > 1 and letter == other[j - 2] and word[i - 2] == wanted:
                steps = min(steps, earlier[j - 2] + 1)
            row.append(steps)
    return row[-1]


@cache  # a profile of a thousand names of an author's own may stand on a thousand classes
def meant_field(name: str) -> str | None:
    """Finds the response header that `name` misspells, as registered: `ETag` for `E-Tag`."""
    if name.lower() in fields.KNOWN:
        return None
    word = _letters(name)
    slips = (len(word) > 5) + (len(word) > 9)
    distances = (
        (distance(word, letters), field)
        for field, letters in _comparable(name, word)
        if _may_be_near(word, letters, slips)
    )
    nearest = min((found for found in distances if found[0] <= slips), default=None)
    return nearest and fields.KNOWN[nearest[1]]


def misspelt(response: ResponseSpec) -> Iterator[str]:
    """Yields the fields that its headers mean by names that are none, in lower case."""
    names = {*response.unread, *(header.name for header in response.headers)}
    yield from (meant.lower() for name in names if (meant := meant_field(name)))


def same_letters(name: str, meant: str) -> bool:
    """Tells whether two names differ only in hyphens, underscores or a final `s`."""
    return _letters(name).removesuffix("s") == _letters(meant).removesuffix("s")


def _letters(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


_LETTERS = {field: _letters(field) for field in sorted(fields.SINGLETON | fields.LIST)}


def _comparable(name: str, word: str) -> Iterator[tuple[str, str]]:
    """Response fields of as many words, or of the same letters in all, with their letters.

    A word more makes another name of it (`HX-Location`), and so does `X-` before it.
    """
    private = name.lower().startswith("x-")
    words = name.replace("_", "-").count("-")
    for field, letters in _LETTERS.items():
        alike = field.count("-") == words or letters == word
        if alike and field.startswith("x-") >= private:
            yield field, letters


def _may_be_near(word: str, other: str, slips: int) -> bool:
    """A slip changes the length by one at most, and two of the letters that occur."""
    close = abs(len(word) - len(other)) <= slips
    return close and len({*word} ^ {*other}) <= 2 * slips


def meant_media_type(essence: str) -> str | None:
    """The registered type that `essence` (lower-cased `type/subtype`) misspells.

    A vendor's or private subtype and one with a structured suffix (RFC 6839) misspell nothing.
    """
    subtype = essence.partition("/")[2]
    private = subtype.startswith(media_types.PRIVATE_TREES) or "+" in subtype
    if private or essence in media_types.KNOWN:
        return None
    near = [k for k in media_types.KNOWN if _near(essence, k)]
    return min(near, key=lambda known: (distance(essence, known), known), default=None)


def _near(essence: str, known: str) -> bool:
    """One side misspelt and the other right; a top-level type that exists is meant."""
    (top, _, subtype), (other_top, _, other) = essence.partition("/"), known.partition(
        "/"
    )
    if subtype == other:
        return top not in media_types.TOP_LEVEL and distance(top, other_top) <= 2
    longer = max(len(subtype), len(other))
    slips = (longer > 3) + (longer > 9)
    close = abs(len(subtype) - len(other)) <= slips
    return top == other_top and close and distance(subtype, other) <= slips
