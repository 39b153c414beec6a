"""Family R5: structured fields, links and file names."""

from respgen.rules.page import error, warning

STRUCTURED_FIELD = error(
    "R501",
    "text that is no structured field",
    "Recipients of a structured field parse it strictly: one mistake, and the whole field is"
    " ignored as if it had not been sent. Nobody is told. Written as a list or a mapping, the value"
    " cannot be malformed.",
    "RFC 9651 2, 4.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Limits: {type: sf_dict, value: "burst=10; w=60, Quota=5"}
""",
    ("Quota", "quota"),
)

STRUCTURED_KEY = error(
    "R502",
    "a key that no structured field has",
    "Keys of dictionaries and parameters are lower-case: a letter or `*`, then letters, digits and"
    " `_ - . *`. A recipient ignores the whole field over any other key.",
    "RFC 9651 3.1.2, 3.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Limits: {type: sf_dict, value: {Burst: 10, quota: 5}}
""",
    ("Burst", "burst"),
    fixable=True,
)

STRUCTURED_RANGE = error(
    "R503",
    "a number that no structured field holds",
    "Integers have fifteen digits, decimals twelve before the point, so that every language can"
    " keep them exactly. A longer number makes recipients ignore the field.",
    "RFC 9651 3.3.1, 3.3.2",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Serial: {type: sf_integer, value: 1234567890123456}
""",
    ("sf_integer, value: 1234567890123456", 'sf_string, value: "1234567890123456"'),
)

STRUCTURED_VALUE = error(
    "R504",
    "a value that no structured field holds",
    "A string is printable ASCII, a token begins with a letter or `*` and has neither blanks nor"
    " commas, bytes are written in base64. What is outside of that has no form on the wire; other"
    " text can be a display string.",
    "RFC 9651 3.3.3, 3.3.4, 3.3.5, 3.3.8",
    """\
respgen: 1
responses:
  Item:
    headers:
      X-Place: {type: sf_list, value: ["K\u00f6ln"]}
""",
    ('"K\u00f6ln"', '{display: "K\u00f6ln"}'),
)

LINK = error(
    "R505",
    "a link that says not where or how",
    "A link has a target and a relation; without `rel` recipients cannot know what it is and drop"
    " it. Relations are names or URIs with one space between two, parameters have tokens for names"
    " and text without controls.",
    "RFC 8288 3",
    """\
respgen: 1
responses:
  Items:
    headers:
      Link: {type: link, value: [{href: /items?page=2, title: Next page}]}
""",
    ("title: Next page", "rel: next, title: Next page"),
)

FILE_NAME = error(
    "R506",
    "a file name that no Content-Disposition holds",
    "Line breaks and other controls in a file name would end the field or the line, and no file"
    " system shows them. Quotes, backslashes and characters beyond ASCII are escaped for you.",
    "RFC 6266 4.3; RFC 8187",
    """\
respgen: 1
responses:
  Report:
    headers:
      Content-Disposition: {type: content_disposition, value: "report\\t2026.csv"}
""",
    ("\\t", " "),
)

DEPRECATION = error(
    "R507",
    "a Deprecation that is no date of a structured field",
    "The field is @ and seconds since 1970, and nothing else; drafts of it had `true` or the date of"
    " other fields. Clients ignore what they cannot read, and nobody is warned. In a schema an ISO"
    " date says the same.",
    "RFC 9745 2.1; RFC 9651 3.3.7",
    """\
respgen: 1
responses:
  OldItem:
    headers:
      Deprecation: Fri, 30 Jun 2023 23:59:59 GMT
""",
    ("Fri, 30 Jun 2023 23:59:59 GMT", "2023-06-30T23:59:59Z"),
    fixable=True,
    ignorable=True,
)

SUNSET = error(
    "R508",
    "a Sunset before the Deprecation",
    "A resource is deprecated first and gone later. Where the dates say otherwise, clients cannot"
    " know which of them is wrong, and are told to ask.",
    "RFC 9745 4; RFC 8594 3",
    """\
respgen: 1
responses:
  OldItem:
    headers:
      Deprecation: 2026-06-30
      Sunset: 2025-12-31
""",
    ("2025-12-31", "2026-12-31"),
    ignorable=True,
)

SERVER_TIMING = error(
    "R509",
    "a Server-Timing that browsers drop or misread",
    "A metric is a name, which is a token, and may have dur, a number of milliseconds, and desc, each"
    " once. What they cannot read browsers leave out, or show as another number.",
    "W3C Server Timing 4; RFC 9110 5.6.1",
    """\
respgen: 1
responses:
  Item:
    headers:
      Server-Timing: db;dur=53ms
""",
    ("53ms", "53"),
    ignorable=True,
)

TIMING_PARAMETER = warning(
    "R510",
    "a parameter of Server-Timing that browsers do not read",
    "Browsers read dur and desc and skip everything else. What was measured does not arrive.",
    "W3C Server Timing 4",
    """\
respgen: 1
responses:
  Item:
    headers:
      Server-Timing: db;duration=53
""",
    ("duration", "dur"),
)

RATE_LIMIT = error(
    "R511",
    "a RateLimit or RateLimit-Policy that clients cannot use",
    "A policy is a name in quotes with its quota, q, or with what is left of it, r. Numbers are whole"
    " and not negative, a window is not empty. Clients ignore anything else, the forms of older"
    " drafts included, and run into the limit.",
    "draft-ietf-httpapi-ratelimit-headers-10 3, 4",
    """\
respgen: 1
responses:
  Items:
    headers:
      RateLimit-Policy: 100;w=60
""",
    ("100;w=60", "{burst: {q: 100, w: 1m}}"),
    ignorable=True,
)

DIGEST = error(
    "R512",
    "a digest that no algorithm makes",
    "A digest is bytes, as many as its algorithm makes, in base64 between colons; what is wanted has"
    " a number from 0 to 10. Recipients that check the digest take the content for damaged.",
    "RFC 9530 2, 3, 4",
    """\
respgen: 1
responses:
  Item:
    headers:
      Content-Digest: {sha-256: aGVsbG8=}
""",
    ("aGVsbG8=", "LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="),
    ignorable=True,
)

DIGEST_ALGORITHM = warning(
    "R513",
    "a digest by an algorithm that is not in use",
    "sha-256 and sha-512 are in use. The others are broken, or made for other ends, or known to"
    " nobody: recipients ignore them, and should.",
    "RFC 9530 5, 6.6",
    """\
respgen: 1
responses:
  Item:
    headers:
      Repr-Digest: {md5: XUFAKrxLKna5cZ2REBfFkg==}
""",
    (
        "{md5: XUFAKrxLKna5cZ2REBfFkg==}",
        "{sha-256: LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=}",
    ),
)

RULES = (
    STRUCTURED_FIELD,
    STRUCTURED_KEY,
    STRUCTURED_RANGE,
    STRUCTURED_VALUE,
    LINK,
    FILE_NAME,
    DEPRECATION,
    SUNSET,
    SERVER_TIMING,
    TIMING_PARAMETER,
    RATE_LIMIT,
    DIGEST,
    DIGEST_ALGORITHM,
)
