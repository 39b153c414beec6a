"""Family R5: structured fields, links and file names."""

from respgen.rules.page import error

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

RULES = (
    STRUCTURED_FIELD,
    STRUCTURED_KEY,
    STRUCTURED_RANGE,
    STRUCTURED_VALUE,
    LINK,
    FILE_NAME,
)
