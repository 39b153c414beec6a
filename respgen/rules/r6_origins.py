"""Family R6, fifth part: sharing with other origins (CORS)."""

from respgen.rules.page import error, warning

CREDENTIALS = error(
    "R622",
    "* in a CORS field beside Access-Control-Allow-Credentials",
    "`*` stands for everybody in responses without credentials alone. In one that has them it is a"
    " name of one character, so browsers refuse the response, or the method or header it was to"
    " allow.",
    "Fetch 3.3.5",
    """\
respgen: 1
responses:
  Item:
    headers:
      Access-Control-Allow-Origin: "*"
      Access-Control-Allow-Credentials: "true"
""",
    ('"*"', "https://app.example\n      Vary: Origin"),
    ignorable=True,
)

SHARING = error(
    "R623",
    "a CORS field that matches nothing",
    "Browsers compare byte by byte. Access-Control-Allow-Origin has one origin, as browsers send it:"
    " no path, no list, no star within. Access-Control-Allow-Credentials is `true` or absent, methods"
    " and names are tokens, and a time is in seconds.",
    "Fetch 3.3.3, 3.3.4, 4.10",
    """\
respgen: 1
responses:
  Item:
    headers:
      Access-Control-Allow-Origin: https://app.example/
""",
    (".example/", ".example"),
    ignorable=True,
    fixable=True,
)

NULL_ORIGIN = warning(
    "R624",
    "the origin null in Access-Control-Allow-Origin",
    "`null` is what every sandboxed frame and every data: address sends as its origin. It is nobody's"
    " own: any site can make a frame that has it.",
    "Fetch 3.3.2; W3C Secure Contexts; PortSwigger, Exploiting CORS misconfigurations",
    """\
respgen: 1
responses:
  Item:
    headers:
      Access-Control-Allow-Origin: "null"
""",
    ('"null"', "https://app.example"),
)

RULES = (CREDENTIALS, SHARING, NULL_ORIGIN)
