"""Family R3, the part about what run time decides, names among it, and about signed values."""

from respgen.rules.page import error, warning

ALWAYS_ARGUMENT = error(
    "R324",
    "a cookie that every response sets, with arguments that nobody gives",
    "`set: always` sets the cookie while the response is made, and no code of yours is there to say"
    " whose cookie it is or how long it stays. Attributes that are read at run time, and arguments"
    " with a default, are fine.",
    "The schema language, `cookies`",
    """\
respgen: 1
cookies:
  seen: {key: "seen-{page}"}
responses:
  Notice:
    cookies: {seen: {set: always, value: "1"}}
""",
    ('{key: "seen-{page}"}', "{key: seen-notice}"),
)

ENDLESS_SIGNATURE = warning(
    "R325",
    "a signed value that is believed for ever",
    "Max-Age asks a browser to forget a cookie; whoever copied it does not. The signature holds the"
    " time at which it was made, so that the server can refuse what is older than `max_age` of"
    " `sign`, or of the preset itself.",
    "RFC 6265bis 8.4; OWASP Session Management Cheat Sheet",
    """\
respgen: 1
cookies:
  guest:
    sign: {secret: {from: "shop.settings:secret"}}
""",
    ("secret: {", "max_age: 30d, secret: {"),
)

AMBIGUOUS_KEY = error(
    "R326",
    "places of a cookie's name that make one name of different arguments",
    "Two places with nothing between them run together: 1 and 23 make the name that 12 and 3 make,"
    " so one overwrites the other. With `chunks` the key has to end in a text that no part's name"
    " ends in: `tokens-{client}` is `tokens-a-1` for the client `a-1`, and the second part of the"
    " cookie of `a`.",
    "RFC 6265bis 5.7",
    """\
respgen: 1
cookies:
  seen: {key: "seen-{shop}{page}"}
""",
    ("{shop}{page}", "{shop}.{page}"),
    ignorable=True,
)

RULES = (ALWAYS_ARGUMENT, ENDLESS_SIGNATURE, AMBIGUOUS_KEY)
