"""Family R4: caching."""

from respgen.rules.row import error, warning

DIRECTIVE_SYNTAX = error(
    "R401",
    "Cache-Control is not a list of directives",
    ignorable=True,
    fixable=True,
)
DIRECTIVE = error(
    "R402", "the cache directive is unknown", ignorable=True, fixable=True
)
DIRECTIVE_TWICE = error(
    "R403", "a cache directive appears twice", ignorable=True, fixable=True
)
DIRECTIVE_ARGUMENT = error(
    "R404", "the argument of a cache directive is wrong", ignorable=True, fixable=True
)
PUBLIC_PRIVATE = error(
    "R405", "Cache-Control is both public and private", ignorable=True
)
NO_STORE = error("R406", "no-store is combined with a lifetime", ignorable=True)
PUBLIC_COOKIE = error("R407", "a public response sets a cookie", ignorable=True)
SHARED_AGE = warning("R408", "a private response has s-maxage", fixable=True)
IMMUTABLE = warning("R409", "immutable is used without max-age")
MUST_UNDERSTAND = warning("R410", "must-understand is used without no-store")
EXPIRES = warning("R411", "Expires disagrees with max-age")
PUBLIC_COOKIES = warning("R412", "a public response may set a cookie")
VARY_NAME = warning("R413", "Vary names a header that looks misspelt", fixable=True)
