"""Family R3: cookies; scopes stand in `r3_scopes`, prefixes in `r3_prefixes`, the rest beside them."""

from respgen.rules import r3_prefixes, r3_run_time, r3_scopes
from respgen.rules.page import error, warning
from respgen.rules.r3_prefixes import (
    HOST_HTTP_PREFIX,
    HOST_PREFIX,
    HTTP_PREFIX,
    PREFIX_CASE,
    SECURE_PREFIX,
    VALUE_PREFIX,
)
from respgen.rules.r3_run_time import (
    ALWAYS_ARGUMENT,
    AMBIGUOUS_KEY,
    ENDLESS_SIGNATURE,
)
from respgen.rules.r3_scopes import (
    ATTRIBUTE_SIZE,
    COOKIE_ATTRIBUTE,
    COOKIE_DOMAIN,
    COOKIE_DOMAIN_DOT,
    COOKIE_PATH,
    OWN_SCOPE,
    PUBLIC_SUFFIX,
)

# A long text over several lines: in double quotes a backslash joins them.
_APPLES = "\\\n      ".join(["\N{RED APPLE}" * 35] * 10)

COOKIE_NAME = error(
    "R301",
    "a cookie name that is no token",
    "The name ends at the first `=`, the pair at the first `;`. A name with either, with a space"
    " or without a letter is read as another one, so the cookie that comes back is not the one"
    " that was set.",
    "RFC 6265 4.1.1; RFC 6265bis 4.1.1",
    """\
respgen: 1
cookies:
  basket: {key: my basket}
""",
    ("my basket", "my-basket"),
)

COOKIE_VALUE = error(
    "R302",
    "a constant value that a cookie cannot carry as it is",
    "Spaces, quotes, commas, semicolons, backslashes and everything outside ASCII are no"
    " cookie-octets. Some libraries quote them, most browsers keep the quotes as part of the"
    " value, and it comes back longer each time. The other encodings carry any text.",
    "RFC 6265 4.1.1",
    """\
respgen: 1
cookies:
  greeting: {max_age: 1d}
responses:
  Welcome:
    cookies: {greeting: {set: always, value: good morning}}
""",
    ("{max_age: 1d}", "{max_age: 1d, encoding: percent}"),
)

COOKIE_SIZE = error(
    "R308",
    "a cookie larger than browsers keep",
    "Name and value together may have 4096 octets; browsers drop what is larger, without an error"
    " on either side. Encodings count: percent-encoding makes three octets of one.",
    "RFC 6265bis 5.6",
    f"""\
respgen: 1
cookies:
  notice: {{encoding: percent}}
responses:
  Item:
    cookies: {{notice: {{set: always, value: "{_APPLES}"}}}}
""",
    (_APPLES, "\N{RED APPLE}"),
)


MAX_AGE = error(
    "R310",
    "a max_age that is negative or no duration",
    "max_age counts seconds, or is a duration such as 14d. A negative one deletes the cookie it"
    " sets, and a browser ignores what is no number: the cookie ends with the session.",
    "RFC 6265bis 4.1.2.2, 5.6.2",
    """\
respgen: 1
cookies:
  basket: {max_age: 2 weeks}
""",
    ("2 weeks", "2w"),
)

MAX_AGE_CAP = warning(
    "R311",
    "a Max-Age above 400 days",
    "Browsers keep a cookie for 400 days at most, however long it asks for. Code that relies on"
    " more finds its users signed out early.",
    "RFC 6265bis 5.6.2",
    """\
respgen: 1
cookies:
  basket: {max_age: 2y}
""",
    ("2y", "400d"),
    fixable=True,
)

SAMESITE_NONE = error(
    "R312",
    "SameSite=None without Secure",
    "A cookie that goes along with requests from other sites has to be Secure, or browsers drop"
    " it as it arrives. Nobody can sign in, and the server sees no reason.",
    "RFC 6265bis 5.7",
    """\
respgen: 1
cookies:
  widget: {samesite: none, secure: false}
""",
    (", secure: false", ""),
    ignorable=True,
    fixable=True,
)

PARTITIONED = error(
    "R313",
    "Partitioned without Secure",
    "A partitioned cookie is kept apart for every site that embeds its own. Browsers take one"
    " only if it is Secure, too.",
    "CHIPS (draft-cutler-httpbis-partitioned-cookies) 2.1",
    """\
respgen: 1
cookies:
  widget: {partitioned: true, secure: false}
""",
    (", secure: false", ""),
    ignorable=True,
    fixable=True,
)

COOKIE_TWICE = error(
    "R319",
    "two cookies that are one for a browser",
    "Name, domain and path make a cookie. Two presets of one class that agree in all three"
    " overwrite each other: whichever is set last is there, and deleting either deletes both.",
    "RFC 6265bis 4.1.1, 5.7",
    """\
respgen: 1
cookies:
  basket: {max_age: 1d}
  wishes: {key: basket}
responses:
  Item:
    cookies: [basket, wishes]
""",
    ("{key: basket}", "{key: wishes}"),
    ignorable=True,
)

PRIORITY = warning(
    "R321",
    "an attribute that Chrome alone reads",
    "Priority says which cookies go first when a site has too many of them. It never became a"
    " standard, so other browsers drop whichever they like: do not rely on it.",
    "draft-west-cookie-priority",
    """\
respgen: 1
cookies:
  basket: {max_age: 1d, priority: high}
""",
    (", priority: high", ""),
)

SESSION_HTTPONLY = warning(
    "R322",
    "a cookie that signs somebody in, and that scripts can read",
    "By its name the cookie is a credential. Without HttpOnly any script on the page can send it"
    " elsewhere, so one injected line takes over the accounts of all visitors. Names with `csrf`"
    " or `xsrf` draw no warning: scripts have to read those.",
    "RFC 6265bis 4.1.2.6, 8.4; OWASP Session Management Cheat Sheet",
    """\
respgen: 1
cookies:
  session: {max_age: 14d, httponly: false}
""",
    (", httponly: false", ""),
)

RULES = tuple(
    sorted(
        (
            COOKIE_NAME,
            COOKIE_VALUE,
            COOKIE_SIZE,
            MAX_AGE,
            MAX_AGE_CAP,
            SAMESITE_NONE,
            PARTITIONED,
            *r3_prefixes.RULES,
            *r3_scopes.RULES,
            *r3_run_time.RULES,
            COOKIE_TWICE,
            PRIORITY,
            SESSION_HTTPONLY,
        ),
        key=lambda rule: rule.code,
    )
)

__all__ = [
    "ALWAYS_ARGUMENT",
    "AMBIGUOUS_KEY",
    "ATTRIBUTE_SIZE",
    "COOKIE_ATTRIBUTE",
    "COOKIE_DOMAIN",
    "COOKIE_DOMAIN_DOT",
    "COOKIE_NAME",
    "COOKIE_PATH",
    "COOKIE_SIZE",
    "COOKIE_TWICE",
    "COOKIE_VALUE",
    "ENDLESS_SIGNATURE",
    "HOST_HTTP_PREFIX",
    "HOST_PREFIX",
    "HTTP_PREFIX",
    "MAX_AGE",
    "MAX_AGE_CAP",
    "OWN_SCOPE",
    "PARTITIONED",
    "PREFIX_CASE",
    "PRIORITY",
    "PUBLIC_SUFFIX",
    "RULES",
    "SAMESITE_NONE",
    "SECURE_PREFIX",
    "SESSION_HTTPONLY",
    "VALUE_PREFIX",
]
