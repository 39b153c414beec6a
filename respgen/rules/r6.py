"""Family R6: security headers."""

from respgen.rules import r6_csp, r6_features, r6_fields, r6_origins, r6_reports
from respgen.rules.page import error, warning

TRANSPORT_SECURITY = error(
    "R601",
    "a Strict-Transport-Security that browsers ignore",
    "The field has max-age, and may have includeSubDomains and preload, each once. Browsers ignore"
    " a malformed field as a whole: the site is reached without TLS again, and nobody is told.",
    "RFC 6797 6.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Strict-Transport-Security: {include_subdomains: true}
""",
    ("{include", "{max_age: 1y, include"),
    ignorable=True,
)

PRELOAD = error(
    "R602",
    "preload without what the preload list asks",
    "Browsers ship a list of hosts that they reach by TLS alone. It takes domains with all their"
    " sub-domains, and for one year or more; others it refuses or drops.",
    "RFC 6797 12.3, 14.6; hstspreload.org",
    """\
respgen: 1
responses:
  Page:
    headers:
      Strict-Transport-Security: {max_age: 2y, preload: true}
""",
    ("preload", "include_subdomains: true, preload"),
    ignorable=True,
)

SHORT_TRANSPORT_SECURITY = warning(
    "R603",
    "a Strict-Transport-Security for less than six months",
    "A browser that does not come back in that time begins without TLS, where anybody on the way can"
    " keep it. A short time is right for a trial only.",
    "RFC 6797 11.2, 14.6",
    """\
respgen: 1
responses:
  Page:
    headers:
      Strict-Transport-Security: max-age=3600
""",
    ("3600", "31536000"),
)

RULES = (
    TRANSPORT_SECURITY,
    PRELOAD,
    SHORT_TRANSPORT_SECURITY,
    *r6_csp.RULES,
    *r6_features.RULES,
    *r6_fields.RULES,
    *r6_origins.RULES,
    *r6_reports.RULES,
)
