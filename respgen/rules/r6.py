"""Family R6: security headers."""

from respgen.rules.row import error, warning

TRANSPORT_SECURITY = error(
    "R601", "a Strict-Transport-Security that browsers ignore", ignorable=True
)
PRELOAD = error("R602", "preload without what the preload list asks", ignorable=True)
SHORT_TRANSPORT_SECURITY = warning(
    "R603", "a Strict-Transport-Security for less than six months"
)
CSP_DIRECTIVE = error(
    "R604", "an unknown directive in a Content-Security-Policy", ignorable=True
)
CSP_TWICE = error(
    "R605",
    "a directive twice in a Content-Security-Policy",
    ignorable=True,
    fixable=True,
)
CSP_UNQUOTED = error(
    "R606",
    "a keyword of a Content-Security-Policy without its quotes",
    ignorable=True,
    fixable=True,
)
CSP_SOURCE = error(
    "R607",
    "what a directive of a Content-Security-Policy does not take",
    ignorable=True,
)
CSP_NONE = error("R608", "'none' beside other sources", ignorable=True)
CSP_NONCE = error("R609", "a nonce that is the same in every response")
CSP_SEPARATOR = error("R610", "a source with a blank, a semicolon or a comma in it")
UNSAFE_INLINE = warning("R611", "'unsafe-inline' in a Content-Security-Policy")
UNSAFE_EVAL = warning("R612", "'unsafe-eval' in a Content-Security-Policy")
ANY_SCRIPT = warning("R613", "scripts from anywhere")
STRICT_DYNAMIC = warning("R614", "'strict-dynamic' without a nonce or a hash")
CSP_OLD = warning("R615", "a directive of Content-Security-Policy that is out of date")
FEATURES = error(
    "R616",
    "a Permissions-Policy that browsers cannot read",
    ignorable=True,
    fixable=True,
)
FEATURE = warning("R617", "an unknown feature in a Permissions-Policy")
WORD = error("R618", "a word that the security header does not have", ignorable=True)
ALLOW_FROM = error("R619", "ALLOW-FROM in X-Frame-Options", ignorable=True)
UNSAFE_URL = warning("R620", "unsafe-url in Referrer-Policy")
FRAMES = warning("R621", "an X-Frame-Options that disagrees with frame-ancestors")
CREDENTIALS = error(
    "R622", "* in a CORS field beside Access-Control-Allow-Credentials", ignorable=True
)
SHARING = error(
    "R623", "a CORS field that matches nothing", ignorable=True, fixable=True
)
NULL_ORIGIN = warning("R624", "the origin null in Access-Control-Allow-Origin")
REPORTING = error("R625", "a reporting header that browsers cannot use", ignorable=True)
ENDPOINT = warning("R626", "reports to an endpoint that the class does not declare")
RETIRED = error(
    "R627", "a header that browsers have retired", ignorable=True, fixable=True
)
OUTDATED = warning("R628", "a header that is out of date", fixable=True)
