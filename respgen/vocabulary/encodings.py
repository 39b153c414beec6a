"""Cookie encodings: how a value becomes cookie-octets and comes back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from respgen.core.cookies import (
    base64url_cookie,
    json_cookie,
    percent_cookie,
    plain_cookie,
)


@dataclass(frozen=True, slots=True)
class CookieEncoding:
    """`encode(key, value)` gives `key=value`; the generated code calls it and `read_<its name>`."""

    encode: Callable[[str, str], bytes]


ENCODINGS: dict[str, CookieEncoding] = {
    "plain": CookieEncoding(plain_cookie),
    "percent": CookieEncoding(percent_cookie),
    "base64url": CookieEncoding(base64url_cookie),
    "json": CookieEncoding(json_cookie),
}
