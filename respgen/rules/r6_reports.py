"""Family R6, last part: reports to the server, and what is out of date."""

from respgen.rules.page import error, warning

REPORTING = error(
    "R625",
    "a reporting header that browsers cannot use",
    "Reporting-Endpoints is a dictionary of addresses in double quotes, and plain http is left out."
    " NEL is a JSON object with max_age and report_to, whose other members have one type each."
    " Browsers drop what differs, and no report ever comes.",
    "W3C Reporting API 3.2; W3C Network Error Logging 4",
    """\
respgen: 1
responses:
  Page:
    headers:
      Reporting-Endpoints: {default: "http://reports.example/"}
""",
    ("http:", "https:"),
    ignorable=True,
)

ENDPOINT = warning(
    "R626",
    "reports to an endpoint that the class does not declare",
    "A policy names its endpoint, and the same response says in Reporting-Endpoints where that is"
    " (NEL asks Report-To). A name that is not there gets no reports.",
    "W3C Reporting API 3.2; CSP3 5.5",
    """\
respgen: 1
responses:
  Page:
    headers:
      Reporting-Endpoints: {violations: "https://reports.example/csp"}
      Content-Security-Policy: {default-src: ["'self'"], report-to: csp}
""",
    ("report-to: csp", "report-to: violations"),
)

RETIRED = error(
    "R627",
    "a header that browsers have retired",
    "Browsers took Expect-CT and Public-Key-Pins out: certificates are logged anyway, and pins locked"
    " people out of their own sites. Feature-Policy became Permissions-Policy, with another syntax.",
    "MDN; W3C Permissions Policy",
    """\
respgen: 1
responses:
  Page:
    headers:
      X-Content-Type-Options: nosniff
      Expect-CT: max-age=86400, enforce
""",
    ("      Expect-CT: max-age=86400, enforce\n", ""),
    ignorable=True,
    fixable=True,
)

OUTDATED = warning(
    "R628",
    "a header that is out of date",
    "Pragma means nothing in a response. The filter that X-XSS-Protection switched on is gone, and had"
    " holes of its own: `0` is the one value that is safe. Report-To serves NEL alone;"
    " Reporting-Endpoints took its place.",
    "RFC 9111 5.4; OWASP Secure Headers; W3C Reporting API",
    """\
respgen: 1
responses:
  Page:
    headers:
      X-XSS-Protection: 1; mode=block
""",
    ("1; mode=block", "0"),
    fixable=True,
)

RULES = (REPORTING, ENDPOINT, RETIRED, OUTDATED)
