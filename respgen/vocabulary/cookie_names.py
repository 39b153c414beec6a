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


def pattern(key: str) -> str:
    """The name with its places alike: two names of one pattern can be one cookie's."""
    return _PLACE.sub("{}", key)
