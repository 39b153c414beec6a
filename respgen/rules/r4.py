"""Family R4: caching."""

from respgen.rules.page import error, warning

DIRECTIVE_SYNTAX = error(
    "R401",
    "a Cache-Control that is no list of directives",
    "Directives stand between commas; a semicolon makes of two directives one that no cache knows."
    " Written as a mapping, the field cannot be malformed.",
    "RFC 9111 5.2; RFC 9110 5.6.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: "public; max-age=60"
""",
    ("public; max-age", "public, max-age"),
    ignorable=True,
    fixable=True,
)

DIRECTIVE = error(
    "R402",
    "an unknown cache directive",
    "Caches ignore directives that they do not know. Nobody is told that the response keeps longer,"
    " or shorter, than meant.",
    "RFC 9111 5.2.2, 5.2.3; RFC 5861; RFC 8246",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: no-cache, max-stale
""",
    (", max-stale", ""),
    ignorable=True,
)

DIRECTIVE_TWICE = error(
    "R403",
    "a cache directive twice",
    "One cache takes the first, another the last or treats the response as stale. How long it keeps"
    " depends on who keeps it.",
    "RFC 9111 4.2.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: max-age=60, public, max-age=3600
""",
    ("max-age=60, public, max-age=3600", "public, max-age=3600"),
    ignorable=True,
)

DIRECTIVE_ARGUMENT = error(
    "R404",
    "a cache directive with a wrong argument",
    "Lifetimes have whole seconds, no-cache and private may name fields, the others have no"
    " argument. A cache that cannot read a lifetime treats the response as stale, or guesses.",
    "RFC 9111 1.2.2, 5.2.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: max-age=-1
""",
    ("max-age=-1", "max-age=0"),
    ignorable=True,
)

PUBLIC_PRIVATE = error(
    "R405",
    "public and private at once",
    "One lets every cache on the way keep the response, the other keeps shared caches out. Which"
    " of the two wins depends on the cache.",
    "RFC 9111 5.2.2.7, 5.2.2.9",
    """\
respgen: 1
responses:
  Account:
    headers:
      Cache-Control: {public: true, private: true, max_age: 1m}
""",
    ("public: true, private: true", "private: true"),
    ignorable=True,
)

NO_STORE = error(
    "R406",
    "no-store with a lifetime",
    "What no cache stores has no age. Somebody wanted the response kept, somebody else did not, and"
    " caches that know no no-store keep it.",
    "RFC 9111 5.2.2.5; RFC 5861; RFC 8246",
    """\
respgen: 1
responses:
  Account:
    headers:
      Cache-Control: {no_store: true, max_age: 1h}
""",
    ("no_store: true, max_age: 1h", "no_store: true"),
    ignorable=True,
)

PUBLIC_COOKIE = error(
    "R407",
    "a public response that sets a cookie",
    "A shared cache hands the stored response with its Set-Cookie to everybody. All visitors get the"
    " same cookie.",
    "RFC 9111 7.3; RFC 6265 3",
    """\
respgen: 1
cookies:
  consent: {httponly: false}
responses:
  Page:
    headers:
      Cache-Control: {public: true, max_age: 1m}
    cookies:
      consent: {set: always, value: shown}
""",
    ("public: true", "private: true"),
    ignorable=True,
)

SHARED_AGE = warning(
    "R408",
    "s-maxage on a private response",
    "s-maxage is for shared caches alone, and private keeps those out. Browsers do not read it: the"
    " response keeps for no time that anybody said.",
    "RFC 9111 5.2.2.7, 5.2.2.10",
    """\
respgen: 1
responses:
  Account:
    headers:
      Cache-Control: private, s-maxage=60
""",
    ("s-maxage", "max-age"),
)

IMMUTABLE = warning(
    "R409",
    "immutable without max-age",
    "immutable lets a browser keep its copy without asking, for as long as the copy is fresh. Without"
    " a lifetime that is no time.",
    "RFC 8246 2",
    """\
respgen: 1
responses:
  Script:
    headers:
      Cache-Control: immutable
""",
    ("immutable", "max-age=31536000, immutable"),
)

MUST_UNDERSTAND = warning(
    "R410",
    "must-understand without no-store",
    "must-understand lets caches that know the status code ignore a no-store beside it; caches that"
    " know no must-understand obey the no-store. Alone, those store a response they do not"
    " understand.",
    "RFC 9111 5.2.2.3",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: must-understand, max-age=60
""",
    ("must-understand, max-age=60", "must-understand, no-store"),
)

EXPIRES = warning(
    "R411",
    "an Expires that disagrees with max-age",
    "Where both are sent, caches of today obey max-age and those of HTTP/1.0 obey Expires. A date in"
    " a schema cannot agree with a time that begins with each response.",
    "RFC 9111 5.3",
    """\
respgen: 1
responses:
  Item:
    headers:
      Cache-Control: no-store
      Expires: Thu, 31 Dec 2099 23:59:59 GMT
""",
    ("Thu, 31 Dec 2099 23:59:59 GMT", '"0"'),
)

RULES = (
    DIRECTIVE_SYNTAX,
    DIRECTIVE,
    DIRECTIVE_TWICE,
    DIRECTIVE_ARGUMENT,
    PUBLIC_PRIVATE,
    NO_STORE,
    PUBLIC_COOKIE,
    SHARED_AGE,
    IMMUTABLE,
    MUST_UNDERSTAND,
    EXPIRES,
)
