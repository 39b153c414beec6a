"""Family R6, third part: Permissions-Policy."""

from respgen.rules.page import error, warning

FEATURES = error(
    "R616",
    "a Permissions-Policy that browsers cannot read",
    'The field is a dictionary: `camera=(), geolocation=(self "https://maps.example")`. Browsers'
    " ignore the whole of one that has the syntax of Feature-Policy, and within a list what is"
    " neither `self` nor `*` nor an origin in double quotes. A feature stands there once.",
    "W3C Permissions Policy 5.2, 9.2; RFC 9651 4.2.2",
    """\
respgen: 1
responses:
  Page:
    headers:
      Permissions-Policy: geolocation 'self'
""",
    ("geolocation 'self'", "geolocation=(self)"),
    ignorable=True,
    fixable=True,
)

FEATURE = warning(
    "R617",
    "an unknown feature in a Permissions-Policy",
    "Browsers skip a feature that they do not know, so what it was to forbid stays allowed. Features"
    " come and go: this is the list of the specification and of MDN.",
    "W3C Permissions Policy, Policy Controlled Features",
    """\
respgen: 1
responses:
  Page:
    headers:
      Permissions-Policy: {geo-location: []}
""",
    ("geo-location", "geolocation"),
)

RULES = (FEATURES, FEATURE)
