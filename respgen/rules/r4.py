"""Family R4: caching."""

from respgen.rules.row import error, warning

DIRECTIVE_SYNTAX = error(
    "R401",
    "a Cache-Control that is no list of directives",
    ignorable=True,
    fixable=True,
)
DIRECTIVE = error("R402", "an unknown cache directive", ignorable=True)
DIRECTIVE_TWICE = error("R403", "a cache directive twice", ignorable=True)
DIRECTIVE_ARGUMENT = error(
    "R404", "a cache directive with a wrong argument", ignorable=True
)
PUBLIC_PRIVATE = error("R405", "public and private at once", ignorable=True)
NO_STORE = error("R406", "no-store with a lifetime", ignorable=True)
PUBLIC_COOKIE = error("R407", "a public response that sets a cookie", ignorable=True)
SHARED_AGE = warning("R408", "s-maxage on a private response")
IMMUTABLE = warning("R409", "immutable without max-age")
MUST_UNDERSTAND = warning("R410", "must-understand without no-store")
EXPIRES = warning("R411", "an Expires that disagrees with max-age")
