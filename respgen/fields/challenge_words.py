"""Words of challenges: the schemes of IANA's registry, and the parameters of the common ones.

Goes in: a word. Comes out: the known one that it is a slip of the fingers away from, or nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from respgen.nearness import is_slip

SCHEMES = frozenset(
    (
        *("basic", "bearer", "concealed", "digest", "dpop", "gnap", "hoba", "mutual"),
        *(
            "negotiate",
            "oauth",
            "privatetoken",
            "scram-sha-1",
            "scram-sha-256",
            "vapid",
        ),
    )
)
PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "basic": ("realm", "charset"),  # RFC 7617
    "bearer": (
        *("realm", "scope", "error", "error_description", "error_uri"),  # RFC 6750 3
        *("resource_metadata", "acr_values", "max_age"),  # RFC 9728, RFC 9470
    ),
    "digest": (  # RFC 7616 3.3
        *("realm", "domain", "nonce", "opaque", "stale", "algorithm", "qop"),
        *("charset", "userhash"),
    ),
    "dpop": ("realm", "scope", "error", "error_description", "algs"),  # RFC 9449 7.1
}
EVERY_PARAMETER = frozenset(name for names in PARAMETERS.values() for name in names)


def near_word(word: str, known: Iterable[str]) -> str:
    """A word that is itself known is near to none."""
    words = {*known}
    near = [each for each in words if is_slip(word, each)] if len(word) > 3 else []
    return near[0] if len(near) == 1 and word not in words else ""
