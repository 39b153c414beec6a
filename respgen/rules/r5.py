"""Family R5: structured fields, links and file names."""

from respgen.rules.row import error, warning

STRUCTURED_FIELD = error(
    "R501", "the text is not a valid structured field", fixable=True
)
STRUCTURED_KEY = error(
    "R502", "the key is not allowed in a structured field", fixable=True
)
STRUCTURED_RANGE = error("R503", "the number is too long for a structured field")
STRUCTURED_VALUE = error("R504", "the value cannot be sent in a structured field")
LINK = error("R505", "the link is not valid", fixable=True)
FILE_NAME = error("R506", "the file name cannot be sent in Content-Disposition")
DEPRECATION = error(
    "R507",
    "Deprecation is not a structured field date",
    ignorable=True,
    fixable=True,
)
SUNSET = error("R508", "Sunset is earlier than Deprecation", ignorable=True)
SERVER_TIMING = error(
    "R509",
    "browsers drop or misread a Server-Timing metric",
    ignorable=True,
    fixable=True,
)
PARAMETER = warning(
    "R510", "no recipient reads this parameter of Server-Timing or RateLimit"
)
RATE_LIMIT = error(
    "R511",
    "clients cannot use the RateLimit or RateLimit-Policy header",
    ignorable=True,
    fixable=True,
)
DIGEST = error(
    "R512", "the digest does not fit its algorithm", ignorable=True, fixable=True
)
DIGEST_ALGORITHM = warning("R513", "the digest algorithm is not in use")
LINK_RELATION = warning("R514", "the link relation is not registered", fixable=True)
LINK_VALUE = error(
    "R515",
    "clients cannot use what the link says of its target",
    ignorable=True,
    fixable=True,
)
LINK_PARAMETER = warning("R516", "browsers misread the link", fixable=True)
STRUCTURED_MEMBER = error(
    "R517",
    "recipients ignore a member of the structured field",
    ignorable=True,
    fixable=True,
)
STRUCTURED_WORD = warning(
    "R518",
    "a word of the structured field looks like a misspelt registered one",
    fixable=True,
)
