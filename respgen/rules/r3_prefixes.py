"""Family R3, the part about prefixes of cookie names: what browsers hold a cookie to."""

from respgen.rules.page import error, warning

SECURE_PREFIX = error(
    "R314",
    "a __Secure- cookie that is not Secure",
    "The prefix tells the server that the cookie was set over TLS. Browsers keep that promise by"
    " dropping every cookie of such a name that is not Secure.",
    "RFC 6265bis 4.1.3.1",
    """\
respgen: 1
cookies:
  basket: {key: __Secure-basket, secure: false}
""",
    (", secure: false", ""),
    ignorable=True,
    fixable=True,
)

HOST_PREFIX = error(
    "R315",
    "a __Host- cookie that is not bound to its host",
    "The prefix tells the server that no other host set the cookie. Browsers drop one that is not"
    " Secure, that has a Domain, or whose Path is not `/`.",
    "RFC 6265bis 4.1.3.2",
    """\
respgen: 1
cookies:
  basket: {key: __Host-basket, path: /shop}
""",
    (", path: /shop", ""),
    ignorable=True,
    fixable=True,
)

HTTP_PREFIX = error(
    "R316",
    "a __Http- cookie that scripts can read",
    "The prefix tells the server that no script set the cookie. Browsers drop one that is not"
    " both Secure and HttpOnly.",
    "RFC 6265bis (cookies with the __Http- prefix)",
    """\
respgen: 1
cookies:
  basket: {key: __Http-basket, httponly: false}
""",
    (", httponly: false", ""),
    ignorable=True,
    fixable=True,
)

HOST_HTTP_PREFIX = error(
    "R317",
    "a __Host-Http- cookie that breaks one of its promises",
    "The prefix makes the promises of `__Host-` and of `__Http-`: Secure, HttpOnly, Path `/` and"
    " no Domain. Browsers drop a cookie that lacks one of them.",
    "RFC 6265bis (cookies with the __Host-Http- prefix)",
    """\
respgen: 1
cookies:
  basket: {key: __Host-Http-basket, path: /shop}
""",
    (", path: /shop", ""),
    ignorable=True,
    fixable=True,
)

PREFIX_CASE = warning(
    "R318",
    "a prefix in other letters",
    "Current browsers compare prefixes without case and older ones exactly: the same cookie is"
    " held to its promises by some and to nothing by others. Servers that look for the exact"
    " prefix do not find it.",
    "RFC 6265bis 4.1.3, 5.7",
    """\
respgen: 1
cookies:
  basket: {key: __host-basket}
""",
    ("__host-basket", "__Host-basket"),
)

VALUE_PREFIX = warning(
    "R320",
    "a value that begins like a prefixed name",
    "A cookie without a name is sent as its value alone, so `__Host-x` as a value could pass for a"
    " name on the way back. Browsers drop such cookies where the name is empty, and intermediaries"
    " that split pairs carelessly mistake the rest.",
    "RFC 6265bis 5.7",
    """\
respgen: 1
cookies:
  choice: {max_age: 1d}
responses:
  Chosen:
    cookies: {choice: {set: always, value: __Host-basket}}
""",
    ("value: __Host-basket", "value: basket"),
)

RULES = (
    SECURE_PREFIX,
    HOST_PREFIX,
    HTTP_PREFIX,
    HOST_HTTP_PREFIX,
    PREFIX_CASE,
    VALUE_PREFIX,
)
