"""What browsers hold a cookie to (RFC 6265bis 4.1.3, 5.7; CHIPS 2.1).

Goes in: a name and its attributes. Comes out: nothing, or ValueError naming the attribute
for which browsers would drop the cookie, or keep another one.
"""

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


def check_cookie(
    key: str,
    max_age: int | None,
    path: str,
    domain: str | None,
    secure: bool,
    httponly: bool,
    samesite: str | None,
    partitioned: bool,
) -> None:
    """Raises ValueError or TypeError for a cookie that browsers would not keep as it is."""
    if max_age is not None and typed_integer("cookie Max-Age", max_age) < 0:
        raise FieldError("cookie Max-Age", "must not be negative (RFC 6265bis 4.1.2.2)")
    check_truth("Secure", secure)
    check_truth("HttpOnly", httponly)
    check_truth("Partitioned", partitioned)
    if not typed_text("cookie Path", path).startswith("/"):
        raise FieldError("cookie Path", "must start with / (RFC 6265bis 5.6.4)")
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
            reason = f"breaks the rule of the prefix of {key!a} (RFC 6265bis 4.1.3)"
            raise FieldError(f"cookie {attribute}", reason)


def promises(key: str) -> tuple[str, ...]:
    """The attributes that the prefix of a name is about; browsers compare without case."""
    if not key.startswith("__"):
        return ()
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
        reason = "a host name without scheme and port expected"
        raise FieldError("cookie Domain", f"{reason} (RFC 6265bis 4.1.2.3)")


def check_secure(what: str, secure: bool) -> None:
    """Raises ValueError for a cookie that browsers keep only if it is Secure."""
    if not secure:
        raise FieldError(
            f"cookie {what}", "browsers reject it without Secure (6265bis 5.7)"
        )
