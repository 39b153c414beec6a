"""Names of fields as authors write them: `cache-control` -> `Cache-Control`."""

from __future__ import annotations

_SPELT = {
    "etag": "ETag",
    "www-authenticate": "WWW-Authenticate",
    "te": "TE",
    "dnt": "DNT",
}


def spelt(name: str) -> str:
    """A name that is known in lower case alone."""
    return _SPELT.get(name, "-".join(word.capitalize() for word in name.split("-")))
