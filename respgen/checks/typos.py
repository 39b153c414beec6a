"""Which registered name an author probably meant.

Goes in: a field name or a media type. Comes out: the known one it is a slip of the fingers away
from, or None. Stricter than `diagnostics.nearest`, which explains an error that is there anyway:
here the likeness itself is the finding, and a false one would be noise.
"""

from respgen.vocabulary import fields, media_types


def distance(word: str, other: str) -> int:
    """Letters left out, added, replaced or swapped with their neighbour (optimal string alignment)."""
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


def meant_field(name: str) -> str | None:
    """The response field that `name` misspells, as registered: `ETag` for `E-Tag`."""
    known = fields.REGISTERED | fields.UNREGISTERED
    if name.lower() in known:
        return None
    word = _letters(name)
    slips = (len(word) > 5) + (len(word) > 9)
    distances = (
        (distance(word, _letters(field)), field) for field in _comparable(name)
    )
    nearest = min((found for found in distances if found[0] <= slips), default=None)
    return nearest and known[nearest[1]]


def same_letters(name: str, meant: str) -> bool:
    """Whether two names differ in hyphens, underscores or a last `s` alone."""
    return _letters(name).removesuffix("s") == _letters(meant).removesuffix("s")


def _letters(name: str) -> str:
    return name.lower().replace("-", "").replace("_", "")


def _comparable(name: str) -> list[str]:
    """Response fields of as many words, or of the same letters in all.

    A word more makes another name of it (`HX-Location`), and so does `X-` before it.
    """
    word, private = _letters(name), name.lower().startswith("x-")
    words = name.replace("_", "-").count("-")
    return [
        field
        for field in fields.SINGLETON | fields.LIST
        if field.startswith("x-") >= private
        and (field.count("-") == words or _letters(field) == word)
    ]


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
