"""Names of entries: a constant's, a helper's, or the phrase of a status.

Goes in: what the places of an entry call it. Come out: names that nothing else has; the same each time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from respgen.core.statuses import reason_phrase
from respgen.vocabulary.identifiers import mended

_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+")
_AROUND = {"cookie", "name", "key", "settings", "config"}
"""What says no more than that it names a cookie."""


@dataclass(slots=True)
class Names:
    """Gives each name once; the second one gets a number."""

    taken: set[str] = field(default_factory=set)

    def free(self, wanted: str) -> str:
        name, number = wanted, 2
        while name in self.taken:
            name, number = f"{wanted}{number}", number + 1
        self.taken.add(name)
        return name


def camel(text: str) -> str:
    """`not_found` -> `NotFound`."""
    words = _WORDS.findall(text)
    return mended("".join(word[:1].upper() + word[1:] for word in words))


def phrase(status: int) -> str:
    """`NotFound`, of RFC 9110, since Python's own differ by version; of others `Status299`."""
    return camel(reason_phrase(status).replace("'", "")) or f"Status{status}"


def preset_name(words: Iterable[str], otherwise: str) -> str:
    """`SESSION_COOKIE` -> `session`, `settings.cookie.name` -> what is said `otherwise`."""
    found = [part.lower() for word in words for part in _WORDS.findall(word)]
    kept = [part for part in found if part not in _AROUND]
    return mended("_".join(kept)) or mended(otherwise.lower()) or "cookie"


def key_name(key: str) -> str:
    """`__Host-sid` -> `sid`."""
    bare = re.sub(r"^__(?:Host|Secure)-", "", key, flags=re.IGNORECASE)
    return mended(re.sub(r"[^A-Za-z0-9]+", "_", bare).lower()) or "cookie"
