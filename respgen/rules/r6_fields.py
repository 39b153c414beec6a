"""Family R6, fourth part: the smaller security headers, and the retired ones."""

from respgen.rules.page import error, warning

WORD = error(
    "R618",
    "a word that the security header does not have",
    "Each of these fields takes a few words, and browsers ignore all others: the header is there, and"
    " protects nobody. What Clear-Site-Data clears stands in double quotes, which are part of the"
    " value.",
    "HTML 7.1.3, 7.1.4, 15.2; Fetch 3.7; W3C Referrer Policy 4.1, Clear Site Data 3.1",
    """\
respgen: 1
responses:
  Page:
    headers:
      Cross-Origin-Opener-Policy: same-site
""",
    ("same-site", "same-origin"),
    ignorable=True,
)

ALLOW_FROM = error(
    "R619",
    "ALLOW-FROM in X-Frame-Options",
    "No browser of today knows ALLOW-FROM: each ignores the field, and every site may frame the"
    " page. The directive frame-ancestors of Content-Security-Policy names origins, several if"
    " need be.",
    "RFC 7034 2.1; HTML 15.2",
    """\
respgen: 1
responses:
  Page:
    headers:
      X-Frame-Options: ALLOW-FROM https://partner.example
""",
    (
        "X-Frame-Options: ALLOW-FROM https://partner.example",
        'Content-Security-Policy: {frame-ancestors: ["https://partner.example"]}',
    ),
    ignorable=True,
)

UNSAFE_URL = warning(
    "R620",
    "unsafe-url in Referrer-Policy",
    "The whole address goes to every other site, over plain HTTP as well. Paths and queries say much"
    " about a person, and a link in a mail may open a password again.",
    "W3C Referrer Policy 3.8",
    """\
respgen: 1
responses:
  Page:
    headers:
      Referrer-Policy: unsafe-url
""",
    ("unsafe-url", "strict-origin-when-cross-origin"),
)

FRAMES = warning(
    "R621",
    "an X-Frame-Options that disagrees with frame-ancestors",
    "Browsers that know frame-ancestors, which are all of today, ignore X-Frame-Options beside it."
    " Where the two differ, one of them says what nobody meant.",
    "CSP3 6.4.2.2",
    """\
respgen: 1
responses:
  Page:
    headers:
      Content-Security-Policy: {frame-ancestors: ["'self'"]}
      X-Frame-Options: DENY
""",
    ("DENY", "SAMEORIGIN"),
)

RULES = (WORD, ALLOW_FROM, UNSAFE_URL, FRAMES)
