"""Cookie encodings: how a value becomes cookie-octets and comes back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from respgen.core.cookies import (
    base64url_octets,
    json_octets,
    percent_octets,
    plain_octets,
)
from respgen.core.quoting import quoted_octets
from respgen.specs.types import TypeExpression, TypeName


@dataclass(frozen=True, slots=True)
class CookieEncoding:
    """`octets(key, value)` is the encoded value, `type` what callers give and read.

    The generated code calls it, `<name>_cookie` for `key=value`, and `read_<name>_cookie`.
    """

    octets: Callable[[str, str], bytes]
    type: TypeExpression


_TEXT = TypeName("builtins", "str")

ENCODINGS: Mapping[str, CookieEncoding] = MappingProxyType(
    {
        "plain": CookieEncoding(plain_octets, _TEXT),
        "percent": CookieEncoding(percent_octets, _TEXT),
        "base64url": CookieEncoding(base64url_octets, _TEXT),
        "json": CookieEncoding(json_octets, TypeName("respgen", "JsonValue")),
        "quoted": CookieEncoding(quoted_octets, _TEXT),
    }
)
