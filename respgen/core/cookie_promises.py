"""Attributes that only run time knows, held to what browsers hold a cookie to.

Goes in: a name and its attributes. Comes out: their bytes, or ValueError naming the one
for which browsers would drop the cookie, or keep another one (RFC 6265bis 4.1.3, 5.7;
CHIPS 2.1).
"""

from collections.abc import Iterable, Sequence
from typing import Literal

from respgen.core.cookie_attributes import cookie_attributes, deletion_attributes
from respgen.core.cookies import cookie_prefix
from respgen.core.grammar import (
    FieldError,
    compiled,
    typed_integer,
    typed_text,
    wrong_type,
)

# RFC 6265bis 4.1.3 and layered cookies: what the prefix of a name promises. The longest
# first: `__Host-Http-` begins with `__Host-`.
PREFIX_PROMISES = {
    "__Host-Http-": ("Secure", "HttpOnly", "Path", "Domain"),
    "__Host-": ("Secure", "Path", "Domain"),
    "__Secure-": ("Secure",),
    "__Http-": ("Secure", "HttpOnly"),
}
# Letters, digits and hyphens (RFC 1034 3.5), and the underscores that hosts in the wild
# have
HOST_NAME = r"\.?[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]+)*"


def late_attributes(
    key: str,
    *,
    max_age: int | None = None,
    path: str = "/",
    domain: str | None = None,
    secure: bool = False,
    httponly: bool = False,
    samesite: Literal["lax", "strict", "none"] | None = None,
    partitioned: bool = False,
    priority: Literal["Low", "Medium", "High"] | None = None,
) -> bytes:
    """The attributes of a set, checked as a schema's are.

    `max_age` in seconds, not negative; an empty `domain` is none, as in the reference.
    Raises ValueError or TypeError naming the attribute.
    """
    if max_age is not None and typed_integer("cookie Max-Age", max_age) < 0:
        raise FieldError("cookie Max-Age", "negative (RFC 6265bis 4.1.2.2)")
    check_cookie(key, path, domain, secure, httponly, samesite, partitioned)
    return cookie_attributes(
        max_age=max_age,
        path=path,
        domain=domain,
        secure=secure,
        httponly=httponly,
        samesite=samesite,
        partitioned=partitioned,
        priority=priority,
    )


def deletion_fields(
    keys: Sequence[str],
    scopes: Iterable[tuple[str, str | None]],
    *,
    secure: bool = False,
    httponly: bool = False,
    samesite: Literal["lax", "strict", "none"] | None = None,
    partitioned: bool = False,
) -> list[tuple[bytes, bytes]]:
    """The Set-Cookie fields that delete a cookie, or its parts, in each scope: path, domain.

    Raises ValueError or TypeError naming the attribute.
    """
    fields: list[tuple[bytes, bytes]] = []
    for path, domain in scopes:
        check_cookie(keys[0], path, domain, secure, httponly, samesite, partitioned)
        deletion = deletion_attributes(
            path=path,
            domain=domain,
            secure=secure,
            httponly=httponly,
            samesite=samesite,
            partitioned=partitioned,
        )
        fields += [(b"set-cookie", cookie_prefix(key) + deletion) for key in keys]
    return fields


def check_cookie(
    key: str,
    path: str,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> None:
    """Raises ValueError or TypeError for a cookie that browsers would not keep as it is."""
    check_truth("Secure", secure)
    check_truth("Partitioned", partitioned)
    if not typed_text("cookie Path", path).startswith("/"):
        raise FieldError("cookie Path", "does not begin with / (RFC 6265bis 5.6.4)")
    if domain is not None:
        check_host(domain)
    if (
        samesite is not None
        and typed_text("cookie SameSite", samesite).lower() == "none"
    ):
        check_secure("SameSite=None", secure)
    if partitioned:
        check_secure("Partitioned", secure)
    kept = {
        "Secure": secure,
        "HttpOnly": httponly,
        "Path": path == "/",
        "Domain": not domain,
    }
    for attribute in promises(key):
        if not kept[attribute]:
            reason = f"not what the prefix of {key!a} promises (RFC 6265bis 4.1.3)"
            raise FieldError(f"cookie {attribute}", reason)


def promises(key: str) -> tuple[str, ...]:
    """The attributes that the prefix of a name is about; browsers compare without case."""
    name = key.lower()
    for prefix, attributes in PREFIX_PROMISES.items():
        if name.startswith(prefix.lower()):
            return attributes
    return ()


def check_truth(name: str, value: object) -> None:
    """Raises TypeError naming the attribute for what is neither True nor False."""
    if not isinstance(value, bool):
        raise wrong_type(f"cookie {name}", "bool", value)


def check_host(domain: str) -> None:
    """Raises ValueError for what is no host name, TypeError for no text; empty is none."""
    text = typed_text("cookie Domain", domain)
    if text and not compiled(HOST_NAME).fullmatch(text):
        reason = "a host name expected, without scheme and port"
        raise FieldError("cookie Domain", f"{reason} (RFC 6265bis 4.1.2.3)")


def check_secure(what: str, secure: bool) -> None:
    """Raises ValueError for a cookie that browsers keep only if it is Secure."""
    if not secure:
        raise FieldError(
            f"cookie {what}", "browsers drop it without Secure (6265bis 5.7)"
        )
