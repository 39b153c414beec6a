"""Values of single fields -> what the observatory finds in them.

Reference: see `respgen.grade.results` (src/analyzer/tests/*.js). Each function takes a field's
value, None where it is not sent.
"""

from __future__ import annotations

import re

from respgen.core.structured import Item, Token
from respgen.core.structured_text import parse_sf_item
from respgen.grade import results
from respgen.grade.results import Result

# Half a year less three days: many sites count months of thirty days
_HALF_A_YEAR = 15_552_000

_EMBEDDER = {
    "require-corp": results.COEP_REQUIRE,
    "credentialless": results.COEP_CREDENTIALLESS,
    "unsafe-none": results.COEP_UNSAFE,
}
_OPENER = {
    "same-origin": results.COOP_SAME,
    "same-origin-allow-popups": results.COOP_POPUPS,
    "noopener-allow-popups": results.COOP_NO_OPENER,
    "unsafe-none": results.COOP_UNSAFE,
}
_RESOURCE = {
    "same-origin": results.CORP_SAME_ORIGIN,
    "same-site": results.CORP_SAME_SITE,
    "cross-origin": results.CORP_CROSS_ORIGIN,
}
_REFERRER = {
    "no-referrer": results.REFERRER_PRIVATE,
    "same-origin": results.REFERRER_PRIVATE,
    "strict-origin": results.REFERRER_PRIVATE,
    "strict-origin-when-cross-origin": results.REFERRER_PRIVATE,
    "origin": results.REFERRER_UNSAFE,
    "origin-when-cross-origin": results.REFERRER_UNSAFE,
    "unsafe-url": results.REFERRER_UNSAFE,
    "no-referrer-when-downgrade": results.REFERRER_UNSAFE,
}


def transport_security(value: str | None) -> Result:
    """Strict-Transport-Security; whether a host is on the preload list no response shows."""
    if value is None:
        return results.HSTS_ABSENT
    parts = [part.strip().lower() for part in value.split(";")]
    ages = [part[8:] for part in parts if part.startswith("max-age=")]
    if "," in value or not ages:
        return results.HSTS_INVALID
    # more digits than twenty are no shorter time, and more than Python reads as a number
    digits = re.match(r"\s*([+-]?[0-9]{1,20})", ages[-1])
    # what is no number is to the observatory no short time either
    long = digits is None or int(digits[1]) >= _HALF_A_YEAR
    return results.HSTS_LONG if long else results.HSTS_SHORT


def referrer(value: str | None) -> Result:
    """Referrer-Policy: the last word that is known counts."""
    if value is None:
        return results.REFERRER_ABSENT
    words = [word.strip().lower() for word in value.split(",")]
    known = [_REFERRER[word] for word in words if word in _REFERRER]
    return known[-1] if known else results.REFERRER_INVALID


def sniffing(value: str | None) -> Result:
    """X-Content-Type-Options."""
    if not value:
        return results.NOSNIFF_ABSENT
    nosniff = value.strip().lower() == "nosniff"
    return results.NOSNIFF if nosniff else results.NOSNIFF_INVALID


def frames(value: str | None) -> Result:
    """X-Frame-Options, where no policy has frame-ancestors."""
    if not value:
        return results.FRAMES_ABSENT
    word = value.strip().lower()
    if word in ("deny", "sameorigin"):
        return results.FRAMES_REFUSED
    old = word.startswith("allow-from")
    return results.FRAMES_FROM if old else results.FRAMES_INVALID


def resource(value: str | None) -> Result:
    """Cross-Origin-Resource-Policy."""
    if not value:
        return results.CORP_ABSENT
    return _RESOURCE.get(value.strip().lower(), results.CORP_INVALID)


def embedder(value: str | None) -> Result:
    """Cross-Origin-Embedder-Policy: a token, in lower case (RFC 9651 4.2)."""
    if not value:
        return results.COEP_ABSENT
    return _EMBEDDER.get(_token(value), results.COEP_INVALID)


def opener(value: str | None) -> Result:
    """Cross-Origin-Opener-Policy: a token, in lower case (RFC 9651 4.2)."""
    if not value:
        return results.COOP_ABSENT
    return _OPENER.get(_token(value), results.COOP_INVALID)


def sharing(value: str | None) -> Result:
    """Access-Control-Allow-Origin, as if the response answered a preflight.

    A constant cannot let every origin in with credentials, which alone costs points.
    """
    if not value:
        return results.CORS_ABSENT
    return results.CORS_PUBLIC if value.strip() == "*" else results.CORS_RESTRICTED


def _token(value: str) -> str:
    try:
        item = parse_sf_item(value)
    except ValueError:
        return ""
    bare = item.value if isinstance(item, Item) else item
    return bare.value if isinstance(bare, Token) else ""
