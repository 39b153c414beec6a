"""Family R5: structured fields, links and file names."""

from respgen.rules.row import error, warning

STRUCTURED_FIELD = error("R501", "text that is no structured field")
STRUCTURED_KEY = error("R502", "a key that no structured field has", fixable=True)
STRUCTURED_RANGE = error("R503", "a number that no structured field holds")
STRUCTURED_VALUE = error("R504", "a value that no structured field holds")
LINK = error("R505", "a link that says not where or how")
FILE_NAME = error("R506", "a file name that no Content-Disposition holds")
DEPRECATION = error(
    "R507",
    "a Deprecation that is no date of a structured field",
    ignorable=True,
    fixable=True,
)
SUNSET = error("R508", "a Sunset before the Deprecation", ignorable=True)
SERVER_TIMING = error(
    "R509", "a Server-Timing that browsers drop or misread", ignorable=True
)
TIMING_PARAMETER = warning(
    "R510", "a parameter of Server-Timing that browsers do not read"
)
RATE_LIMIT = error(
    "R511", "a RateLimit or RateLimit-Policy that clients cannot use", ignorable=True
)
DIGEST = error("R512", "a digest that no algorithm makes", ignorable=True)
DIGEST_ALGORITHM = warning("R513", "a digest by an algorithm that is not in use")
