"""Names of cookies with places that callers fill: `access-{client}`.

Neither brace can stand in a token, so nothing has to be escaped.
"""

from __future__ import annotations

import re

_PLACE = re.compile(r"\{([^{}]*)\}")


def split(key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The literal parts and, between them, the places: one part more than places."""
    parts = _PLACE.split(key)
    return tuple(parts[::2]), tuple(parts[1::2])


def places(key: str) -> tuple[str, ...]:
    """The places of a name, each once, in the order in which they stand."""
    return tuple(dict.fromkeys(split(key)[1]))


def is_given(key: str) -> bool:
    """Whether callers decide the whole name."""
    return bool(key) and not any(split(key)[0])


def adjacent(key: str) -> tuple[str, str] | None:
    """The first two places with nothing between them: no reader tells where one ends."""
    texts, inside = split(key)
    for text, *pair in zip(texts[1:], inside, inside[1:], strict=False):
        if not text and pair[0] != pair[1]:
            return pair[0], pair[1]
    return None


def filled(key: str, ending: str) -> re.Pattern[str]:
    """What a name with places matches whatever they hold, with a pattern behind it."""
    first, *texts, last = map(re.escape, split(key)[0])
    # atomic: the first find of a text is as good as any later one, as in a shell's patterns
    inside = "".join(f"(?>.*?{text})" for text in texts)
    return re.compile(f"{first}{inside}.*{last}{ending}")


def pattern(key: str) -> str:
    """The name with its places alike: two names of one pattern can be one cookie's."""
    return _PLACE.sub("{}", key)
