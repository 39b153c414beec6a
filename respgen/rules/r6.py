"""Family R6: security headers."""

from respgen.rules.row import error, warning

TRANSPORT_SECURITY = error(
    "R601",
    "browsers ignore the Strict-Transport-Security header",
    ignorable=True,
    fixable=True,
)
PRELOAD = error(
    "R602", "preload is set without what the preload list requires", ignorable=True
)
SHORT_TRANSPORT_SECURITY = warning(
    "R603", "Strict-Transport-Security lasts less than six months"
)
CSP_DIRECTIVE = error(
    "R604",
    "the Content-Security-Policy directive is unknown",
    ignorable=True,
    fixable=True,
)
CSP_TWICE = error(
    "R605",
    "a Content-Security-Policy directive appears twice",
    ignorable=True,
    fixable=True,
)
CSP_UNQUOTED = error(
    "R606",
    "a Content-Security-Policy keyword is not in quotes",
    ignorable=True,
    fixable=True,
)
CSP_SOURCE = error(
    "R607",
    "the Content-Security-Policy directive does not accept this value",
    ignorable=True,
    fixable=True,
)
CSP_NONE = error("R608", "'none' appears next to other sources", ignorable=True)
CSP_NONCE = error("R609", "the nonce is the same in every response")
CSP_SEPARATOR = error(
    "R610", "the source contains a space, a semicolon or a comma", fixable=True
)
UNSAFE_INLINE = warning("R611", "the Content-Security-Policy allows 'unsafe-inline'")
UNSAFE_EVAL = warning("R612", "the Content-Security-Policy allows 'unsafe-eval'")
ANY_SCRIPT = warning("R613", "the policy allows scripts from anywhere")
STRICT_DYNAMIC = warning("R614", "'strict-dynamic' is used without a nonce or a hash")
CSP_OLD = warning("R615", "the Content-Security-Policy directive is out of date")
FEATURES = error(
    "R616",
    "browsers cannot read the Permissions-Policy",
    ignorable=True,
    fixable=True,
)
FEATURE = warning("R617", "the Permissions-Policy feature is unknown", fixable=True)
WORD = error(
    "R618",
    "the security header does not accept this word",
    ignorable=True,
    fixable=True,
)
ALLOW_FROM = error("R619", "X-Frame-Options uses ALLOW-FROM", ignorable=True)
UNSAFE_URL = warning("R620", "Referrer-Policy is unsafe-url")
FRAMES = warning("R621", "X-Frame-Options disagrees with frame-ancestors")
CREDENTIALS = error(
    "R622", "a CORS header is * although credentials are allowed", ignorable=True
)
SHARING = error(
    "R623", "the header for other origins matches nothing", ignorable=True, fixable=True
)
NULL_ORIGIN = warning("R624", "Access-Control-Allow-Origin allows the origin null")
REPORTING = error(
    "R625",
    "browsers cannot use the reporting header",
    ignorable=True,
    fixable=True,
)
ENDPOINT = warning("R626", "the class does not declare the endpoint that reports go to")
RETIRED = error(
    "R627", "browsers have retired this header", ignorable=True, fixable=True
)
OUTDATED = warning("R628", "the header is out of date", fixable=True)
WEAKER = warning("R629", "a security header is replaced by a weaker one")
REPORT_ONLY = warning(
    "R630", "the directive has no effect in a policy that only reports"
)
UNREPORTED = warning(
    "R631", "nobody receives the reports of a policy that only reports"
)
CSP_COMMA = warning(
    "R632", "a comma makes two policies, one of which forbids the other", fixable=True
)
CHALLENGE_WORD = warning("R640", "a word of the challenge looks misspelt")
